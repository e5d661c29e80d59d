import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { sweepFiles } from '#platform/files/sweep-files.ts';
import { fileNeeds, neededFiles } from './file-needs.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
const owner = () => house.app.pools.owner;
const needed = async (...hashes: string[]) => [...(await neededFiles(owner(), hashes))].sort();

beforeAll(async () => {
  melati = await foundMelati(house);
});

/** They name no file as one that is needed: what a phone calls its photo, the list of all files, checksums. */
const otherwise = ['access.field_photo', 'platform.stored_file', 'public.naik_migration'];

test('every column that names a file is asked', async () => {
  const { rows } = await owner().query<{ name: string }>(
    `select table_schema || '.' || table_name || ' ' || column_name as name from information_schema.columns
     where column_name like '%sha256%' and table_schema not in ('information_schema', 'pg_catalog') order by 1`,
  );
  const asked = fileNeeds.map(({ column, from }) => `${from.split(' ')[0]} ${column}`);
  const columns = rows
    .map(({ name }) => name)
    .filter((name) => otherwise.every((table) => !name.startsWith(table)));
  expect(columns).toEqual(asked.sort());
});

const photo = (letter: string) => letter.repeat(64);

test('a photo of a business is needed until it is removed or its owner erased, and by whoever else has the same', async () => {
  const business = (
    await owner().query<{ id: string }>('select id from registry.business order by id limit 2')
  ).rows;
  const place = (sha256: string, id: string) =>
    house.does(melati.officer, 'registry.add-business-photo', {
      ...{ businessId: id, sha256, shows: 'Warung dari depan', takenOn: '2026-03-10' },
    });
  await place(photo('a'), business[0]!.id);
  await place(photo('b'), business[0]!.id);
  await place(photo('b'), business[1]!.id);
  expect(await needed(photo('a'), photo('b'), photo('c'))).toEqual([photo('a'), photo('b')]);
  await owner().query(
    `update registry.business_photo set removed_at = now(), removed_by = recorded_by where business_id = $1`,
    [business[0]!.id],
  );
  expect(await needed(photo('a'), photo('b'))).toEqual([photo('b')]);
});

test('a photo from a phone is needed under either name, and while its phone may still bring its record', async () => {
  const device = newId();
  await owner().query(
    `insert into access.device (city_id, id, user_id, name, push_secret_hash, read_secret_hash, enrolled_at, last_seen_at)
     values ($1, $2, $3, 'HP', sha256('a'), sha256('b'), '2026-03-01', '2026-03-05')`,
    [testCity, device, melati.mentor.userId],
  );
  await owner().query(
    `insert into access.field_photo values ($1, $2, $3, $4, '2026-03-06'), ($1, $5, $6, $4, '2026-03-04')`,
    [testCity, photo('1'), photo('d'), device, photo('2'), photo('e')],
  );
  expect(await needed(photo('d'), photo('e'))).toEqual([photo('d')]);
  await owner().query('update access.device set last_seen_at = $2 where id = $1', [
    device,
    '2026-03-07',
  ]);
  expect(await needed(photo('d'))).toEqual([]);
  await owner().query('update access.device set pending_count = 2 where id = $1', [device]);
  expect(await needed(photo('d'))).toEqual([photo('d')]);
});

test('the bytes of an erased woman’s photo leave the disk, those of her neighbour’s stay', async () => {
  const { dataDir } = house.app.settings;
  const store = openFileStore(dataDir);
  const [hers, another] = [
    await store.put(Buffer.from('foto Siti')),
    await store.put(Buffer.from('foto Aminah')),
  ];
  const [siti, aminah] = melati.members.slice(0, 2).map(({ id }) => id);
  const met = (personId: string | undefined, sha256: string) =>
    owner().query(
      `insert into registry.encounter (city_id, id, person_id, outcome, met_on, recorded_at, by_user, by_name, photo_sha256,
         notice_version, channel, witness)
       values ($1, $2, $3, 'new', '2026-03-10', now(), $4, 'Rina', $5, 1, 'spoken', 'Saksi')`,
      [testCity, newId(), personId, melati.mentor.userId, sha256],
    );
  await met(siti, hers);
  await met(aminah, another);
  const later = Date.now() + 4 * 24 * 60 * 60_000;
  const sweep = () => sweepFiles(dataDir, (hashes) => neededFiles(owner(), hashes), later);
  expect(await sweep()).toBe(0);
  await house.database.write((tx) =>
    sql`select registry.erase_person(${testCity}, ${siti}, '2026-03-11')`.execute(tx),
  );
  expect(await sweep()).toBe(1);
  expect(await store.get(hers)).toBeNull();
  expect(await store.get(another)).not.toBeNull();
});
