import { beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { findBusiness } from '../business/index.ts';
import { findPerson } from '../person-pages.ts';
import { findLookAlikes } from './find-look-alikes.ts';
import { countBusinessPairs, findBusinessPair, joinedInto, listBusinessPairs } from './index.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const officer = actorWith('Dewi Petugas', cityRole('petugas-dinas'));
const mentor = actorWith('Rina Pendamping', cityRole('pendamping'));
const scope: Scope = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
let jambi: Jambi;
/** Siti's business, written down a second time under her own name, and under Rohani's. */
let first: string;
let again: string;
let under: string;

const rows = async <Row extends Record<string, unknown>>(query: string, values: unknown[] = []) =>
  (await house.app.pools.owner.query<Row>(query, values)).rows;

beforeAll(async () => {
  jambi = await foundJambi(house);
  first = jambi.cast['Siti Aminah'].businessId;
  await rows(
    `update registry.business set name = 'Keripik Melati', name_key = 'keripik melati' where id = $1`,
    [first],
  );
  again = await copyOf('Kripik Melati', jambi.cast['Siti Aminah'].id);
  under = await copyOf('Keripik Melati', jambi.cast.Rohani.id);
  await rows(`update registry.person set phone = '+6281200000001' where id = any ($1)`, [
    [jambi.cast['Siti Aminah'].id, jambi.cast.Rohani.id],
  ]);
});

beforeEach(async () => {
  for (const { id } of await rows<{ id: string }>(
    `select id from registry.business_pair where state <> 'open' order by decided_at desc`,
  ))
    await house.does(officer, 'registry.reopen-business-pair', { pairId: id });
});

/** Another record of Siti's business, a while later. */
async function copyOf(name: string, ownerId: string): Promise<string> {
  const id = newId();
  await rows(
    `insert into registry.business (city_id, id, owner_id, name, name_key, sector, kelurahan_code, kecamatan_code, created_at, created_by)
     select city_id, $2, $3, $4, lower($4), sector, kelurahan_code, kecamatan_code, created_at + interval '1 day', created_by
     from registry.business where id = $1`,
    [first, id, ownerId, name],
  );
  return id;
}

const seek = () =>
  findLookAlikes.run({
    house: house.app.jobHouse,
    city: testCity,
    jobId: newId(),
    payload: {},
    progress: () => Promise.resolve(),
    signal: new AbortController().signal,
  });

async function pairOf(one: string, other: string): Promise<string> {
  const [pair] = await rows<{ id: string }>(
    `select id from registry.business_pair where business_id = $1 and other_id = $2`,
    [one, other],
  );
  return pair!.id;
}

const decide = (
  pairId: string,
  decision: string,
  reason: string | null = 'Ditanyakan kepada orangnya',
) => house.does(officer, 'registry.decide-business-pair', { pairId, decision, reason });
const takeBack = (pairId: string) =>
  house.does(officer, 'registry.reopen-business-pair', { pairId });
const read = <T>(work: Parameters<typeof house.app.read<T>>[1]) => house.app.read(testCity, work);
const businessPage = (businessId: string) => read((db) => findBusiness(db, { scope, businessId }));
const namesOf = async (personId: string) =>
  (await read((db) => findPerson(db, { scope, personId })))!.businesses.map(({ id }) => id).sort();

/** Everything that hangs on businesses, but for the pairs and the search that follows from the rest. */
async function everything() {
  const held: Record<string, unknown> = {};
  for (const table of [
    'business',
    'business_owner',
    'business_figure',
    'business_licence',
    'business_premises',
    'membership',
  ])
    held[table] = await rows(`select t::text as row from registry.${table} t order by 1`);
  return held;
}

test('the same job that compares people finds businesses written down twice, once', async () => {
  expect(await seek()).toMatchObject({ businessesAdded: 3 });
  expect(await seek()).toMatchObject({ businessesAdded: 0 });
  const listed = await read((db) => listBusinessPairs(db, { scope, limit: 10 }));
  expect(listed).toHaveLength(await read((db) => countBusinessPairs(db, scope)));
  expect(listed.map(({ grounds }) => grounds)).toContainEqual([
    'owner-same',
    'name-alike',
    'place-same',
  ]);
  const page = await read(async (db) =>
    findBusinessPair(db, { scope, pairId: await pairOf(again, first) }),
  );
  expect(page).toMatchObject({
    business: { name: 'Kripik Melati', owner: 'Siti Aminah' },
    other: { name: 'Keripik Melati', owner: 'Siti Aminah' },
  });
});

test('said to be the same, the newer leads to the older, with what was written down of it', async () => {
  await house.does(officer, 'registry.record-business-figures', {
    ...{ businessId: again, year: 2025, capitalRupiah: null, salesRupiah: '48000000', workers: 2 },
    evidence: 'Pembukuan',
  });
  const before = await everything();
  await decide(await pairOf(again, first), 'same');
  expect(await businessPage(again)).toBeNull();
  expect(await businessPage(first)).toMatchObject({
    figures: [{ year: 2025, salesRupiah: '48000000' }],
  });
  expect(await namesOf(jambi.cast['Siti Aminah'].id)).toEqual([first]);
  const during = await everything();
  expect({ ...during, business: null }).toEqual({ ...before, business: null });
  expect(await read((db) => joinedInto(db, first))).toMatchObject([
    { name: 'Kripik Melati', reason: 'Ditanyakan kepada orangnya', decidedName: 'Dewi Petugas' },
  ]);
  await takeBack(await pairOf(again, first));
  expect(await everything()).toEqual(before);
});

test('under two owners it is of both', async () => {
  const rohani = jambi.cast.Rohani.id;
  const before = await namesOf(rohani);
  await decide(await pairOf(under, first), 'same');
  expect(await namesOf(rohani)).toEqual([...before.filter((id) => id !== under), first].sort());
  await takeBack(await pairOf(under, first));
  expect(await namesOf(rohani)).toEqual(before);
});

test('a chain comes apart from its end, and is then as it was', async () => {
  const before = await everything();
  await decide(await pairOf(under, again), 'same');
  await decide(await pairOf(again, first), 'same');
  expect(
    await rows(`select merged_into from registry.business where id = any ($1)`, [[again, under]]),
  ).toEqual([{ merged_into: first }, { merged_into: first }]);
  expect(await refusedAs(takeBack(await pairOf(under, again)))).toBe('registry.later-pair-first');
  expect(await refusedAs(decide(await pairOf(under, first), 'same'))).toBe('registry.pair-gone');
  await takeBack(await pairOf(again, first));
  await takeBack(await pairOf(under, again));
  expect(await everything()).toEqual(before);
});

test('different ones stay two and are not asked about again; putting aside needs no reason', async () => {
  const pairId = await pairOf(again, first);
  expect(await refusedAs(decide(pairId, 'different', null))).toBe('registry.reason-needed');
  await decide(pairId, 'later', null);
  await decide(pairId, 'different');
  expect(await refusedAs(decide(pairId, 'same'))).toBe('registry.pair-decided');
  expect(await businessPage(again)).not.toBeNull();
  expect(await seek()).toMatchObject({ businessesAdded: 0 });
  await takeBack(pairId);
  expect(await refusedAs(takeBack(pairId))).toBe('registry.pair-waits');
});

test('a mentor does not decide, nobody but the system adds to the list, and an unknown pair is said', async () => {
  const pairId = await pairOf(again, first);
  await expect(
    house.does(mentor, 'registry.decide-business-pair', { pairId, decision: 'same', reason: 'ya' }),
  ).rejects.toMatchObject({ status: 403 });
  await expect(
    house.does(officer, 'registry.record-business-pairs', { pairs: [] }),
  ).rejects.toMatchObject({ status: 403 });
  expect(await refusedAs(decide(newId(), 'same'))).toBe('registry.unknown-pair');
  await house.does(systemActor, 'registry.record-business-pairs', { pairs: [] });
});

test('why they were said to be one goes when the owner is erased; that it was decided stays', async () => {
  const pairId = await pairOf(again, first);
  await decide(pairId, 'different', 'Siti sendiri bilang begitu');
  const owner = jambi.cast['Siti Aminah'].id;
  await rows(`do $$ begin
    perform set_config('naik.city_id', '${testCity}', true);
    perform registry.erase_businesses('${testCity}', '${owner}');
  end $$`);
  expect(
    await rows(`select state, reason from registry.business_pair where id = $1`, [pairId]),
  ).toEqual([{ state: 'different', reason: null }]);
});
