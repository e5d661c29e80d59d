import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { registerImagined } from '#test/worlds/imagined-register.ts';
import { explainPair, speaksOfFamily } from '../../linkage/explain.ts';
import { listPairs } from '../field/index.ts';
import { findLookAlikes } from './find-look-alikes.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const everywhere = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
let personOf: Map<string, number>;

beforeAll(async () => {
  await house.found();
  personOf = await registerImagined(house, { people: 120, seed: 4 });
});

async function seek(): Promise<{ added: number }> {
  const answer = await findLookAlikes.run({
    house: house.app.jobHouse,
    city: testCity,
    jobId: newId(),
    payload: {},
    progress: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  return answer as { added: number };
}

test('the whole register is compared, and who may be recorded twice stands on the review list with reasons', async () => {
  await house.does(systemActor, 'registry.ask-look-alikes', {});
  const { added } = await seek();
  const pairs = await house.app.read(testCity, (db) =>
    listPairs(db, { scope: everywhere, limit: 500 }),
  );
  expect(pairs).toHaveLength(added);
  const { rows } = await house.app.pools.owner.query<{ a: string; b: string }>(
    `select person_id as a, other_id as b from registry.candidate_pair`,
  );
  const right = rows.filter(({ a, b }) => personOf.get(a) === personOf.get(b)).length;
  expect(right).toBeGreaterThan(30);
  expect(right / rows.length).toBeGreaterThan(0.9);
  for (const { grounds } of pairs) expect(explainPair(grounds ?? []).id).toMatch(/nama .+/);
});

test('looking again adds no pair a second time', async () => {
  expect(await seek()).toMatchObject({ added: 0 });
});

test('a pair is explained by what agrees first and what contradicts last', () => {
  const grounds = [
    { field: 'phone', level: 1 },
    { field: 'full-name', level: 5 },
    { field: 'birth-date', level: 6 },
    { field: 'address', level: 0 },
  ] as const;
  expect(explainPair(grounds)).toEqual({
    id: 'nama sama dengan ejaan atau urutan lain; tanggal lahir hari dan bulan tertukar; telepon berbeda',
    en: 'name the same in another spelling or order; birth date day and month exchanged; telephone different',
  });
});

test('husband and wife with one telephone are no pair; a woman whose sex was mistyped still is', () => {
  const together = { field: 'phone', level: 4 } as const;
  const otherSex = { field: 'sex', level: 1 } as const;
  const name = (level: number) => ({ field: 'full-name', level }) as const;
  expect(speaksOfFamily([together, otherSex, name(2)])).toBe(true);
  expect(speaksOfFamily([together, otherSex, name(6)])).toBe(false);
  expect(speaksOfFamily([together, { field: 'sex', level: 2 }, name(2)])).toBe(false);
  const sameCard = { field: 'national-id', level: 5 } as const;
  expect(speaksOfFamily([together, otherSex, name(2), sameCard])).toBe(false);
});
