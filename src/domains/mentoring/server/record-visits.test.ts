import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { lifeLineOf } from '#domains/programmes/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;
let businessId: string;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  const { rows } = await house.app.read(testCity, (db) =>
    sql<{
      id: string;
    }>`select id from registry.business where city_id = ${db.city} and owner_id = ${melati.member('Rohani').id}`.execute(
      db,
    ),
  );
  businessId = rows[0]?.id ?? '';
});

function visit(change: object = {}) {
  return {
    visits: [
      {
        visitId: newId(),
        businessId,
        doneOn: '2026-11-17',
        fields: ['production'],
        note: 'Oven baru',
        turnoverMonthRupiah: '2500000',
        ...change,
      },
    ],
  };
}

it('puts a visit onto the owner’s line of life', async () => {
  expect(await house.does(melati.mentor, 'mentoring.record-visits', visit())).toEqual({
    visits: 1,
    cases: [],
  });
  const line = await house.app.read(testCity, (db) =>
    lifeLineOf(db, { personId: melati.member('Rohani').id }),
  );
  expect(line).toContainEqual(
    expect.objectContaining({ kind: 'visited', on: '2026-11-17', byName: 'Rina Pendamping' }),
  );
});

it('refuses a day to come, a business that is not here, and a mentor of another kecamatan', async () => {
  await expect(
    house.does(melati.mentor, 'mentoring.record-visits', visit({ doneOn: '2026-11-19' })),
  ).rejects.toMatchObject({ code: 'mentoring.visit-in-future' });
  await expect(
    house.does(melati.mentor, 'mentoring.record-visits', {
      visits: [...visit().visits, ...visit({ businessId: newId() }).visits],
    }),
  ).rejects.toMatchObject({ code: 'mentoring.unknown-business' });
  await expect(
    house.does(melati.strangerMentor, 'mentoring.record-visits', visit()),
  ).rejects.toMatchObject({ code: 'command.not-allowed' });
});
