import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from './dataset-builder.ts';
import { linkRecords } from './link-records.ts';
import {
  imaginePeople,
  imaginedFields,
  type ImaginedRecord,
} from '#test/worlds/people-with-errors.ts';

async function clustersOf(records: readonly ImaginedRecord[], threshold: number | null = null) {
  const builder = new DatasetBuilder(imaginedFields);
  for (const { cells } of records) builder.add(cells);
  const { dataset, order } = builder.finish();
  const linked = await linkRecords(dataset, { threshold, now: () => 0 });
  const byId = new Map<string, number>();
  order.forEach((row, record) => byId.set(records[row]!.id, linked.clusters.of[record]!));
  return { byId, linked };
}

/** Pairs of one cluster, by the ids of their records. */
function pairsOf(byId: ReadonlyMap<string, number>): Set<string> {
  const members = new Map<number, string[]>();
  for (const [id, cluster] of byId) members.set(cluster, [...(members.get(cluster) ?? []), id]);
  return new Set(
    [...members.values()].flatMap((ids) =>
      ids.flatMap((one) => ids.filter((other) => one < other).map((other) => `${one} ${other}`)),
    ),
  );
}

function judge(records: readonly ImaginedRecord[], byId: ReadonlyMap<string, number>) {
  const found = pairsOf(byId);
  const truth = pairsOf(new Map(records.map(({ id, person }) => [id, person])));
  const right = [...found].filter((pair) => truth.has(pair)).length;
  return { precision: right / found.size, recall: right / truth.size };
}

const fewPeople = fc.record({ people: fc.integer({ min: 0, max: 40 }), seed: fc.nat(9999) });

describe('linking a list with errors', () => {
  it('finds the people of a small list', async () => {
    const records = imaginePeople(250, 7);
    const { precision, recall } = judge(records, (await clustersOf(records)).byId);
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.95);
  }, 60_000);

  it('finds the people of a larger list, where not every pair is compared', async () => {
    const records = imaginePeople(1400, 11);
    const { byId, linked } = await clustersOf(records);
    expect(linked.passes.length).toBeGreaterThan(1);
    expect(linked.edges.compared).toBeLessThan((records.length * (records.length - 1)) / 2);
    const { precision, recall } = judge(records, byId);
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.95);
  }, 60_000);

  it('puts nobody together where everybody is somebody else', async () => {
    const records = imaginePeople(300, 3).filter(({ id }) => id.endsWith('-0'));
    expect(pairsOf((await clustersOf(records)).byId).size).toBeLessThanOrEqual(1);
  });

  it('gives every record exactly one cluster, numbered without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(fewPeople, async ({ people, seed }) => {
        const records = imaginePeople(people, seed);
        const { byId, linked } = await clustersOf(records);
        expect(byId.size).toBe(records.length);
        expect(new Set(byId.values()).size).toBe(linked.clusters.clusters);
        expect(Math.max(-1, ...byId.values())).toBe(linked.clusters.clusters - 1);
      }),
      { numRuns: 15 },
    );
  });

  it('finds the same people in whatever order the records stand', async () => {
    await fc.assert(
      fc.asyncProperty(fewPeople, async ({ people, seed }) => {
        const records = imaginePeople(people, seed);
        const turned = [...records].reverse();
        const [one, other] = [await clustersOf(records), await clustersOf(turned)];
        expect(pairsOf(other.byId)).toEqual(pairsOf(one.byId));
      }),
      { numRuns: 15 },
    );
  });

  it('puts together no more at a higher threshold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fewPeople,
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        async ({ people, seed }, thresholds) => {
          const records = imaginePeople(people, seed);
          const [low, high] = [...thresholds].sort((a, b) => a - b) as [number, number];
          const loose = pairsOf((await clustersOf(records, low)).byId);
          const strict = pairsOf((await clustersOf(records, high)).byId);
          expect([...strict].filter((pair) => !loose.has(pair))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});
