import { expect, test } from 'vitest';
import { regionsOf } from '#domains/registry/server/index.ts';
import { makeGroups } from './groups.ts';
import { demoIds } from './ids.ts';
import { makePopulation } from './population.ts';
import { seededRandom } from './random.ts';

test('801 people stand in 21 groups, nobody twice, and every weekday has three meetings', async () => {
  const regions = (await regionsOf('15.71')).map((region) => ({
    ...region,
    tileColumn: null,
    tileRow: null,
  }));
  const random = seededRandom('jambi');
  const ids = demoIds(new Date('2026-01-01T00:00:00Z'), random.fork('ids'));
  const people = makePopulation({ regions, today: '2026-11-22', ids }, random.fork('people'));
  const groups = makeGroups({ people, today: '2026-11-22', ids }, random.fork('groups'));
  const members = groups.flatMap((group) => group.members.map((member) => member.id));
  expect(groups).toHaveLength(21);
  expect(members).toHaveLength(801);
  expect(new Set(members).size).toBe(801);
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    expect(groups.filter((group) => group.weekday === weekday)).toHaveLength(3);
  }
  const kecamatan = new Set(groups.map((group) => group.kecamatanCode));
  expect(kecamatan.size).toBe(11);
  const own = groups.filter((group) => group.mentor === 'pendamping').map((group) => group.weekday);
  expect(own).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
