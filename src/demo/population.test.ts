import { beforeAll, expect, test } from 'vitest';
import { regionsOf } from '#domains/registry/server/index.ts';
import { demoIds } from './ids.ts';
import { businessesByKecamatan, businessesBySector } from './jambi.ts';
import { makePopulation } from './population.ts';
import type { DemoPerson } from './population.ts';
import { seededRandom } from './random.ts';

let people: DemoPerson[];

async function make(seed: string): Promise<DemoPerson[]> {
  const regions = (await regionsOf('15.71')).map((region) => ({
    ...region,
    tileColumn: null,
    tileRow: null,
  }));
  const random = seededRandom(seed);
  const ids = demoIds(new Date('2026-01-01T00:00:00Z'), random.fork('ids'));
  return makePopulation({ regions, today: '2026-11-22', ids }, random.fork('people'));
}

beforeAll(async () => {
  people = await make('jambi');
});

test('the published sums hold by kecamatan and by sector', () => {
  const businesses = people.flatMap((person) => person.businesses);
  expect(businesses).toHaveLength(10_763);
  const count = (key: (b: (typeof businesses)[number]) => string) =>
    businesses.reduce<Record<string, number>>(
      (sums, b) => ({ ...sums, [key(b)]: (sums[key(b)] ?? 0) + 1 }),
      {},
    );
  expect(count((b) => b.kelurahanCode.slice(0, 8))).toEqual(businessesByKecamatan);
  expect(count((b) => b.sector)).toEqual(businessesBySector);
});

test('no NIK can be a real one, and none is given twice', () => {
  expect(people.every((person) => /^9999\d{12}$/.test(person.nik))).toBe(true);
  expect(new Set(people.map((person) => person.nik)).size).toBe(people.length);
});

test('some owners have two businesses, so people are fewer than businesses', () => {
  const twice = people.filter((person) => person.businesses.length === 2).length;
  expect(twice).toBeGreaterThan(100);
  expect(people.length).toBe(10_763 - twice);
});

test('the same seed makes the same people', async () => {
  expect(await make('jambi')).toEqual(people);
  expect((await make('other'))[0]).not.toEqual(people[0]);
});
