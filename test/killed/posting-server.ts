import { openHouse } from '#delivery/cli/house.ts';
import { Refusal } from '#platform/command/problem.ts';
import { readSettings } from '#platform/config/settings.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import type { WorldHouse } from '#test/house.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';

// A process that does what a server does all day: it opens the house on a data folder and closes one
// meeting after the other, saying which it confirmed. It is made to be killed.

const members = 8;
const house = await openHouse(readSettings(), { purpose: 'serve' });
const app = house.app;
const world: WorldHouse = {
  app,
  now: app.now(),
  does: async (actor, kind, body, id = newId()) =>
    (await app.execute({ id, kind, version: 1, actor, city: '15.71', body })).answer,
};

const say = (line: string) => process.stdout.write(`${line}\n`);
if (app.cities().length === 0) {
  const melati = await foundMelati(world, { size: members, weeks: 24 });
  say(`mentor ${JSON.stringify(melati.mentor)}`);
}
const mentor = JSON.parse(process.env.MENTOR ?? 'null') as Actor | null;
if (mentor) await closeAll(mentor);
await house.close();

async function closeAll(by: Melati['mentor']): Promise<void> {
  const { rows: meetings } = await app.pools.owner.query<{ id: string; held_on: string }>(
    `select id, held_on::text as held_on from mentoring.meeting where state = 'planned' order by held_on`,
  );
  const { rows: people } = await app.pools.owner.query<{ id: string }>(
    'select person_id as id from registry.membership',
  );
  for (const meeting of meetings) {
    const lines = people.map(({ id }) => ({
      personId: id,
      presence: 'present',
      repaymentRupiah: '50000',
      savingsRupiah: '5000',
    }));
    const body = {
      meetingId: meeting.id,
      lines,
      count: [{ denomination: 5_000, pieces: members * 11 }],
    };
    // The command's id is the meeting's, as a phone keeps one id in its draft: sent again, it is the same command.
    await untilAnswered(() => world.does(by, 'mentoring.close-meeting', body, meeting.id));
    say(`confirmed ${meeting.id}`);
  }
  say('finished');
}

/** Sends again while the server says it is busy, as every client of ours does. */
async function untilAnswered(send: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await send();
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
