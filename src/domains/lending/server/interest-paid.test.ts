import { beforeAll, expect, test } from 'vitest';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { interestPaidByMember } from './interest-paid.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;

/** A meeting at which everybody pays Rp 50.000, of which Rp 10.000 is interest, but Rohani pays nothing. */
beforeAll(async () => {
  melati = await foundMelati(house);
  const { rows } = await house.app.pools.owner.query<{ id: string; held_on: string }>(
    `select id, held_on::text as held_on from mentoring.meeting order by held_on limit 1`,
  );
  house.now = new Date(`${rows[0]?.held_on}T08:00:00Z`);
  const rohani = melati.member('Rohani').id;
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: rows[0]?.id,
    lines: melati.members.map(({ id }) => ({
      personId: id,
      presence: 'present',
      repaymentRupiah: id === rohani ? '0' : '50000',
      savingsRupiah: '0',
    })),
    covers: [],
    count: [{ denomination: 50_000, pieces: melati.members.length - 1 }],
  });
});

const paid = (year: number) =>
  house.app.read(testCity, (db) =>
    interestPaidByMember(db, { institutionId: melati.cooperative, year }),
  );

test('interest is counted for who paid it, in the year it was paid', async () => {
  const found = await paid(2026);
  expect(found.map((one) => one.basisRupiah)).toEqual(
    Array.from({ length: melati.members.length - 1 }, () => 10_000n),
  );
  expect(found.some((one) => one.personId === melati.member('Rohani').id)).toBe(false);
  expect(await paid(2025)).toEqual([]);
});
