import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Scope } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { testCity, useDatabase } from '#test/database.ts';
import { ringOf } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import { findPerson, listPeople } from './person-pages.ts';
import { searchEverything } from './search-pages.ts';

const sealer = sealerFor(ringOf([Buffer.alloc(32, 2)]), 'identity');

const database = useDatabase();
const [siti, oneil] = [newId(), newId()];
const by = newId();

function scope(change: Partial<Scope>): Scope {
  return {
    all: false,
    kecamatan: [],
    kelurahan: [],
    department: [],
    institution: [],
    group: [],
    ...change,
  };
}

const city = scope({ all: true });
const list = { q: '', sort: 'name', direction: 'asc', size: 10, offset: 0, filters: {} } as const;

beforeAll(() =>
  database.write(async (tx) => {
    for (const [code, level, name, parent] of [
      ['15.71', 'city', 'Kota Jambi', null],
      ['15.71.01', 'kecamatan', 'Telanaipura', '15.71'],
      ['15.71.02', 'kecamatan', 'Jambi Selatan', '15.71'],
      ['15.71.01.1006', 'kelurahan', 'Simpang IV Sipin', '15.71.01'],
      ['15.71.02.1003', 'kelurahan', 'Tambak Sari', '15.71.02'],
    ]) {
      await sql`insert into registry.region (city_id, code, level, name, parent_code, valid_from)
        values (${tx.city}, ${code}, ${level}, ${name}, ${parent}, '2020-01-01')`.execute(tx);
    }
    for (const [id, name, kelurahan, phone, business] of [
      [siti, 'Siti Aminah', '15.71.01.1006', '+6281234567890', 'Keripik 100%'],
      [oneil, "Bu O'Neil; --", '15.71.02.1003', null, 'Jahit_Rapi'],
    ]) {
      await sql`insert into registry.person (city_id, id, name, name_key, kelurahan_code, phone, created_by)
        values (${tx.city}, ${id}, ${name}, lower(${name}), ${kelurahan}, ${phone}, ${by})`.execute(
        tx,
      );
      await sql`insert into registry.business (city_id, id, owner_id, name, name_key, sector, kelurahan_code, created_by)
        values (${tx.city}, ${newId()}, ${id}, ${business}, lower(${business}), 'culinary', ${kelurahan}, ${by})`.execute(
        tx,
      );
    }
    await sql`insert into registry.identifier (city_id, person_id, kind, sealed, blind_index, last_four, source)
      values (${testCity}, ${siti}, 'nik', 'sealed', ${Buffer.alloc(32, 1)}, '0001', 'test')`.execute(
      tx,
    );
  }),
);

const names = async (change: Partial<typeof list> | Record<string, unknown>, within = city) =>
  (
    await database.read((db) => listPeople(db, { scope: within, list: { ...list, ...change } }))
  ).rows.map((row) => row.name);

it('lists people with their business and place, sorted as asked', async () => {
  const { rows, total } = await database.read((db) => listPeople(db, { scope: city, list }));
  expect(total).toBe(2);
  expect(rows[1]).toMatchObject({
    name: 'Siti Aminah',
    business: 'Keripik 100%',
    kecamatan: 'Telanaipura',
    group: null,
  });
  expect(await names({ direction: 'desc' })).toEqual(['Siti Aminah', "Bu O'Neil; --"]);
});

it.each([
  ["O'Neil; --", ["Bu O'Neil; --"]],
  ['100%', ['Siti Aminah']],
  ['_', ["Bu O'Neil; --"]],
  ['’; drop table', []],
])('takes %j as words to find, not as a pattern or a statement', async (q, found) => {
  expect(await names({ q })).toEqual(found);
});

it('shows an officer only the people of her area, in lists, on pages and in search', async () => {
  const south = scope({ kecamatan: ['15.71.02'] });
  expect(await names({}, south)).toEqual(["Bu O'Neil; --"]);
  expect(await names({}, scope({ kelurahan: ['15.71.01.1006'] }))).toEqual(['Siti Aminah']);
  expect(await names({}, scope({}))).toEqual([]);
  expect(await database.read((db) => findPerson(db, { scope: south, personId: siti }))).toBeNull();
  const hits = await database.read((db) =>
    searchEverything(db, { q: 'siti', people: south, groups: null, limit: 5 }, sealer),
  );
  expect(hits).toEqual([]);
});

it('shows of a NIK its last four digits only', async () => {
  const person = await database.read((db) => findPerson(db, { scope: city, personId: siti }));
  expect(person?.identifiers).toEqual([{ kind: 'nik', lastFour: '0001' }]);
  expect(JSON.stringify(person)).not.toContain('sealed');
});

it('finds by a part of a name, a business or a telephone number however it is typed', async () => {
  const find = async (q: string) =>
    (
      await database.read((db) =>
        searchEverything(db, { q, people: city, groups: city, limit: 5 }, sealer),
      )
    ).map((hit) => hit.kind);
  expect(await find('amin')).toEqual(['person', 'business']);
  expect(await find('keripik')).toEqual(['business']);
  expect(await find('0812-3456-7890')).toEqual(['person']);
  expect(await find('0001')).toEqual([]);
});
