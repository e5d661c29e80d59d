import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Scope } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { nameKey } from '#kernel/text.ts';
import { useDatabase } from '#test/database.ts';
import { castNames } from '#test/worlds/jambi.ts';
import { ringOf } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import { searchEverything } from './search-pages.ts';
import type { Hit } from './search-pages.ts';

const database = useDatabase();
const by = newId();
const nik = '9999014105900001';
const sealer = sealerFor(ringOf([Buffer.alloc(32, 2)]), 'identity');
const indexOf = sealer.under(null).blindIndex;
const nowhere: Scope = {
  all: false,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
const city: Scope = { ...nowhere, all: true };
const [telanaipura, selatan] = ['15.71.01.1006', '15.71.02.1003'];

/** Name, kelurahan, telephone, business, product. */
const people: [string, string, string | null, string, string | null][] = [
  ...castNames.map((name): [string, string, null, string, null] => [
    name,
    telanaipura,
    null,
    `Warung ${name}`,
    null,
  ]),
  [
    'Hj. Soekarsih, S.Pd',
    telanaipura,
    '+6281234567890',
    'Dapur Soekarsih',
    'Keripik singkong balado',
  ],
  ['Muhammad Zainal', selatan, '+6281377700011', 'Bengkel Zainal', 'Servis motor'],
  ['Moh. Yusuf', selatan, null, 'Jahit Yusuf', 'Baju kurung'],
  ['Khairunnisa', selatan, null, 'Toko 1001', 'Kue basah'],
];
const ids = new Map<string, string>();

beforeAll(() =>
  database.write(async (tx) => {
    for (const [code, level, name, parent] of [
      ['15.71', 'city', 'Kota Jambi', null],
      ['15.71.01', 'kecamatan', 'Telanaipura', '15.71'],
      ['15.71.02', 'kecamatan', 'Jambi Selatan', '15.71'],
      [telanaipura, 'kelurahan', 'Simpang IV Sipin', '15.71.01'],
      [selatan, 'kelurahan', 'Tambak Sari', '15.71.02'],
    ])
      await sql`insert into registry.region (city_id, code, level, name, parent_code, valid_from)
        values (${tx.city}, ${code}, ${level}, ${name}, ${parent}, '2020-01-01')`.execute(tx);
    for (const [name, place, phone, business, product] of people) {
      const id = newId();
      ids.set(name, id);
      await sql`insert into registry.person (city_id, id, name, name_key, kelurahan_code, phone, created_by)
        values (${tx.city}, ${id}, ${name}, ${nameKey(name)}, ${place}, ${phone}, ${by})`.execute(
        tx,
      );
      await sql`insert into registry.business (city_id, id, owner_id, name, name_key, product, sector, kelurahan_code, created_by)
        values (${tx.city}, ${newId()}, ${id}, ${business}, ${nameKey(business)}, ${product}, 'culinary', ${place}, ${by})`.execute(
        tx,
      );
    }
    await sql`insert into registry.identifier (city_id, person_id, kind, sealed, blind_index, last_four, source)
      values (${tx.city}, ${ids.get('Siti Aminah')}, 'nik', 'sealed', ${indexOf(nik)}, '0001', 'test')`.execute(
      tx,
    );
    await sql`insert into registry.business_group (city_id, id, name, name_key, sector, kelurahan_code, kecamatan_code, state, created_at)
      values (${tx.city}, ${newId()}, 'Melati', 'melati', 'culinary', ${telanaipura}, '15.71.01', 'active', now())`.execute(
      tx,
    );
  }),
);

const search = (q: string, scope: Scope | null = city): Promise<Hit[]> =>
  database.read((db) =>
    searchEverything(db, { q, people: scope, groups: scope, limit: 8 }, sealer),
  );
const found = async (q: string, kind: Hit['kind'] = 'person', scope: Scope = city) =>
  (await search(q, scope)).filter((hit) => hit.kind === kind).map((hit) => hit.name);

it.each([
  ['as one types', 'si', 'Siti Aminah'],
  ['by any word of a name', 'aminah', 'Siti Aminah'],
  ['old spelling for new', 'sukarsih', 'Hj. Soekarsih, S.Pd'],
  ['new spelling for old', 'soekarsi', 'Hj. Soekarsih, S.Pd'],
  ['with a title or without', 'ibu siti', 'Siti Aminah'],
  ['Muhammad in all his spellings', 'mohd zainal', 'Muhammad Zainal'],
  ['Moh. as Muhammad', 'muhammad yusuf', 'Moh. Yusuf'],
  ['by sound', 'hairunisa', 'Khairunnisa'],
  ['with a letter forgotten', 'yusnida', 'Yusnidar'],
  ['with two letters exchanged', 'nruhayati', 'Nurhayati'],
  ['with a wrong letter', 'siti aminag', 'Siti Aminah'],
  ['half typed and misspelled', 'suriani', 'Emi Suryani'],
  ['with her place', 'siti telanaipura', 'Siti Aminah'],
  ['by telephone as one dials it', '0812-3456', 'Hj. Soekarsih, S.Pd'],
  ['by telephone with the country', '+62 812 3456 7890', 'Hj. Soekarsih, S.Pd'],
  ['by the last digits of a telephone', '7890', 'Hj. Soekarsih, S.Pd'],
  ['by a whole NIK', nik, 'Siti Aminah'],
])('finds a person %s', async (_how, q, name) => {
  expect((await found(q))[0]).toBe(name);
});

it.each([
  ['by its product', 'keripik', 'Dapur Soekarsih'],
  ['by a product misspelled', 'kerpik singkog', 'Dapur Soekarsih'],
  ['by owner and product together', 'sukarsih balado', 'Dapur Soekarsih'],
  ['by a number in its name', 'toko 1001', 'Toko 1001'],
  ['by product and place', 'kue tambak', 'Toko 1001'],
])('finds a business %s', async (_how, q, name) => {
  expect((await found(q, 'business'))[0]).toBe(name);
});

it('puts who is called so before who only sounds so', async () => {
  const [first, ...others] = await found('rohani');
  expect(first).toBe('Rohani');
  expect(others).not.toContain('Rohani');
});

it('finds a group, its people and their businesses apart', async () => {
  expect(await found('melati', 'group')).toEqual(['Melati']);
  expect((await search('siti')).map((hit) => hit.kind).sort()).toEqual(['business', 'person']);
});

it('finds nobody by a part of a NIK, nor by another', async () => {
  expect(await search('9999014105')).toEqual([]);
  expect(await search('9999014105900002')).toEqual([]);
});

it('shows an officer of one kecamatan nothing of another, not even by NIK', async () => {
  const south = { ...nowhere, kecamatan: ['15.71.02'] };
  expect(await search('siti', south)).toEqual([]);
  expect(await search('warung', south)).toEqual([]);
  expect(await search(nik, south)).toEqual([]);
  expect(await found('melati', 'group', south)).toEqual([]);
  expect(await found('zainal', 'person', south)).toEqual(['Muhammad Zainal']);
  expect(await search('siti', nowhere)).toEqual([]);
});

it('shows whoever sees only her groups their people and their businesses', async () => {
  const group = newId();
  await database.write(async (tx) => {
    await sql`insert into registry.business_group (city_id, id, name, name_key, sector, kelurahan_code, kecamatan_code, state, created_at)
      values (${tx.city}, ${group}, 'Kenanga', 'kenanga', 'culinary', ${telanaipura}, '15.71.01', 'active', now())`.execute(
      tx,
    );
    await sql`insert into registry.membership (city_id, id, group_id, person_id, programme, role, valid_from)
      values (${tx.city}, ${newId()}, ${group}, ${ids.get('Rohani')}, 'kelompok-binaan', 'anggota', '2026-01-01')`.execute(
      tx,
    );
  });
  const mentor = { ...nowhere, group: [group] };
  expect((await search('rohani', mentor)).map((hit) => hit.kind).sort()).toEqual([
    'business',
    'person',
  ]);
  expect(await search('siti', mentor)).toEqual([]);
  expect(await found('kenanga', 'group', mentor)).toEqual(['Kenanga']);
});

it('forgets somebody merged, restricted or renamed at once, and finds her again when it is taken back', async () => {
  const change = (set: ReturnType<typeof sql>) =>
    database.write((tx) =>
      sql`update registry.person set ${set} where city_id = ${tx.city} and id = ${ids.get('Yusnidar')}`.execute(
        tx,
      ),
    );
  await change(sql`state = 'restricted'`);
  expect(await search('yusnidar')).toEqual([]);
  await change(sql`state = 'registered'`);
  expect((await search('yusnidar')).length).toBe(2);
  await change(sql`name = 'Rusmini', name_key = 'rusmini'`);
  expect(await found('rusmini')).toEqual(['Rusmini']);
  expect(await found('rusmini', 'business')).toEqual(['Warung Yusnidar']);
  await change(sql`name = 'Yusnidar', name_key = 'iusnidar'`);
});

it('finds a business by whoever owns it beside the first, as long as she does', async () => {
  const business = (await search('dapur soekarsih')).find((hit) => hit.kind === 'business')?.id;
  const id = newId();
  await database.write((tx) =>
    sql`insert into registry.business_owner (city_id, id, business_id, person_id, role, valid_from, recorded_at, recorded_by)
      values (${tx.city}, ${id}, ${business}, ${ids.get('Khairunnisa')}, 'partner', '2026-01-01', now(), ${by})`.execute(
      tx,
    ),
  );
  expect((await found('khairunnisa', 'business')).sort()).toEqual(['Dapur Soekarsih', 'Toko 1001']);
  await database.write((tx) =>
    sql`update registry.business_owner set valid_to = '2026-06-30' where city_id = ${tx.city} and id = ${id}`.execute(
      tx,
    ),
  );
  expect(await found('khairunnisa', 'business')).toEqual(['Toko 1001']);
});

it('reads nothing typed as an order to the database', async () => {
  for (const q of ["'", '%', '_', '&|!', "a' | 'b", '\\', '(siti', ':*', '<->', '   '])
    await expect(search(q)).resolves.toBeDefined();
});
