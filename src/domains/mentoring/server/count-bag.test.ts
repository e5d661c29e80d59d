import { beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { bagsOfMentor } from './index.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let bagId: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  const { rows } = await house.app.pools.owner.query<{ id: string; held_on: string }>(
    `select id, held_on::text as held_on from mentoring.meeting order by held_on limit 1`,
  );
  house.now = new Date(`${rows[0]?.held_on}T08:00:00Z`);
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: rows[0]?.id,
    lines: melati.members.map(({ id }) => ({
      personId: id,
      presence: 'present',
      repaymentRupiah: '50000',
      savingsRupiah: '0',
    })),
    covers: [],
    coversAgreed: false,
    count: [{ denomination: 50_000, pieces: melati.members.length }],
  });
  bagId = (await own())[0]?.id ?? '';
});

const own = () => {
  const today = house.now.toISOString().slice(0, 10);
  return house.database.read((db) => bagsOfMentor(db, { mentorId: melati.mentor.userId, today }));
};
const count = (actor = melati.mentor) =>
  house.does(actor, 'mentoring.count-bag', {
    countId: newId(),
    bagId,
    pieces: [{ denomination: 50_000, pieces: melati.members.length - 1 }],
  });

it('a mentor counts her own bag, and what is missing stands beside the books', async () => {
  const [before] = await own();
  expect(before?.countedRupiah).toBeNull();
  expect(await count()).toMatchObject({ differenceRupiah: '-50000' });
  const [after] = await own();
  expect(after).toEqual({ ...before, countedRupiah: (before?.holdsRupiah ?? 0n) - 50_000n });
});

it('nobody counts another mentor’s bag', async () => {
  expect(await refusedAs(count(melati.strangerMentor))).toBe('mentoring.not-your-bag');
  expect(await refusedAs(count(melati.cashier))).toBe('command.not-allowed');
});
