import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandGate } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { AnyCommand, Json, OlderBody } from '#platform/command/command.ts';
import { defineCommand, olderBody } from '#platform/command/define-command.ts';
import { deliverAll } from '#platform/sync/deliver.ts';
import { append } from '#platform/sync/outbox.ts';
import { testCity } from '#test/database.ts';
import { enrolledPhone } from '#test/field/field-phone.ts';
import type { FieldPhone } from '#test/field/field-phone.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { writesOn } from '../../../app.ts';
import { domainCommands } from '../../../domains.ts';
import { fieldRules } from '../../../field-rules.ts';
import { serve } from '../../web/server.ts';
import type { WebServer } from '../../web/server.ts';
import { syncHandler } from './handler.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let server: WebServer;
let phone: FieldPhone;
let businesses: string[];

/** Today's command as a city has it that came two versions further since the phone's app was built. */
function twoVersionsOn(command: AnyCommand | undefined, older: Record<number, OlderBody>) {
  if (!command) throw new Error('no such command');
  const { kind } = command;
  const handle = () => Promise.reject(new Error('today’s command is what runs'));
  const { upToDate } = defineCommand({ kind, version: 3, input: z.unknown(), older, handle });
  return { ...command, version: 3, upToDate };
}

/** First a sheet said who paid how much, then who was there, and only then how the cash was counted. */
const olderSheets = {
  1: olderBody(
    z.object({ meeting: z.string(), paid: z.record(z.string(), z.int()) }),
    ({ meeting, paid }) => ({
      meetingId: meeting,
      lines: Object.entries(paid).map(([personId, rupiah]) => ({
        ...{ personId, presence: rupiah > 0 ? 'present' : 'absent', rupiah },
      })),
    }),
  ),
  2: olderBody(
    z.object({
      meetingId: z.string(),
      lines: z.array(z.object({ personId: z.string(), presence: z.string(), rupiah: z.int() })),
    }),
    ({ meetingId, lines }) => ({
      ...usualSheet(melati, meetingId),
      lines: lines.map(({ rupiah, ...line }) => ({
        ...{ ...line, reason: null, repaymentRupiah: `${rupiah}`, savingsRupiah: '0' },
      })),
      count: [{ denomination: 50_000, pieces: lines.filter((line) => line.rupiah > 0).length }],
    }),
  ),
};

const olderVisits = {
  1: olderBody(z.object({ at: z.string(), visit: z.string() }), ({ at, visit }) => ({
    ...{ visitId: visit, businessId: at },
  })),
  2: olderBody(z.looseObject({}), (body) => ({
    ...{ ...(body as Record<string, Json>), doneOn: '2026-11-11', fields: ['production'] },
  })),
};

beforeAll(async () => {
  melati = await foundMelati(house);
  const { app } = house;
  const today = new Map(domainCommands(app.identitySealer).map((one) => [one.kind, one]));
  const turned = [
    twoVersionsOn(today.get('mentoring.close-meeting'), olderSheets),
    twoVersionsOn(today.get('mentoring.record-visit'), olderVisits),
  ];
  const commands = new Map(turned.map((one) => [one.kind, one]));
  const writes = writesOn({
    ...{ pool: app.pools.app, gate: commandGate(fieldRules), commands },
    ...{ now: app.now, zoneOf: () => 'Asia/Jakarta' },
  });
  const on = (kind = '') => (commands.has(kind) ? writes : app);
  const handler = syncHandler({
    ...app,
    execute: (one) => on(one.kind).execute(one),
    executeTogether: (one) => on(one.kind).executeTogether(one),
    executeAll: (several) => on(several[0]?.kind).executeAll(several),
    upToDate: (written) => on(written.kind).upToDate(written),
  });
  server = await serve(handler, { host: '127.0.0.1', port: 0, origin: 'http://localhost:3000' });
  phone = await anotherPhone();
  const { rows } = await app.pools.owner.query<{ id: string }>('select id from registry.business');
  businesses = rows.map(({ id }) => id);
  house.now = new Date('2026-11-18T08:00:00Z');
});
afterAll(() => server.close());

function anotherPhone(): Promise<FieldPhone> {
  const url = () => `http://localhost:${server.port}`;
  const where = { url, now: () => house.now, key: house.app.fieldKeys.current };
  return enrolledPhone(house, where, melati.mentor);
}

async function oldSheet(away: number) {
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    `select id from mentoring.meeting where held_on = '2026-11-18'`,
  );
  const meeting = rows[0]?.id ?? '';
  const paid = melati.members.map(({ id }, i) => [id, i < away ? 0 : 50_000]);
  return {
    ...{ kind: 'mentoring.close-meeting', version: 1, body: { meeting, paid: fromPairs(paid) } },
    subjects: [`meeting:${meeting}`],
  };
}
const fromPairs = (pairs: (string | number)[][]) => Object.fromEntries(pairs) as Json;

describe('an app two versions old', () => {
  it('delivers its full outbox, each command once', async () => {
    const visits = Array.from({ length: 60 }, (_, i) => ({
      ...{ kind: 'mentoring.record-visit', version: 1, subjects: [`business:${i}`] },
      body: { at: businesses[i % businesses.length] ?? '', visit: newId() },
    }));
    for (const one of [...visits, await oldSheet(0)]) await append(phone.ports, one);
    phone.cutNext = true;
    await deliverAll(phone.ports, { force: true });
    await deliverAll(phone.ports, { force: true });
    const states = [...phone.disk.commands.values()].map(({ state, refusal }) => refusal ?? state);
    expect(states).toEqual(states.map(() => 'delivered'));
    const { rows } = await house.app.pools.owner.query(
      `select (select count(*)::int from mentoring.visit) as visits,
         (select sum(total_rupiah)::int from mentoring.receipt) as received`,
    );
    expect(rows).toEqual([{ visits: 60, received: 50_000 * melati.members.length }]);
  });

  it('has its second sheet kept for a supervisor with both sides, as today’s is', async () => {
    const other = await anotherPhone();
    const { id } = await append(other.ports, await oldSheet(1));
    await deliverAll(other.ports, { force: true });
    expect(other.disk.commands.get(id)?.state).toBe('needs-review');
    const { rows } = await house.app.pools.owner.query<{ facts: { facts: unknown[] } }>(
      'select facts from access.field_review where command_id = $1 and city_id = $2',
      [id, testCity],
    );
    expect(rows[0]?.facts.facts).toHaveLength(melati.members.length + 1);
  });

  it('is told what to put right where a body was never one of its version', async () => {
    const { id } = await append(phone.ports, {
      ...{ kind: 'mentoring.record-visit', version: 1, body: { at: 7 }, subjects: ['visit:x'] },
    });
    await deliverAll(phone.ports, { force: true });
    const { state, refusal } = phone.disk.commands.get(id) ?? {};
    expect([state, refusal?.code]).toEqual(['refused', 'command.invalid-input']);
  });
});
