import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { bagOf } from './bag-store.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
});

test('a mentor whose first two meetings close at once carries one bag', async () => {
  const book = await house.database.read(async (db) => {
    const { rows } = await sql<{ bookId: string; institutionId: string }>`
      select id as "bookId", institution_id as "institutionId" from ledger.book where city_id = ${db.city}`.execute(
      db,
    );
    return rows[0] ?? { bookId: '', institutionId: '' };
  });
  const bags = await Promise.all(
    Array.from({ length: 4 }, () =>
      house.database.write((tx) => bagOf(tx, { mentorId: melati.mentor.userId, ...book })),
    ),
  );
  expect(new Set(bags.map((bag) => bag.id)).size).toBe(1);
});
