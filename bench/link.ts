import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetBuilder } from '#domains/registry/linkage/dataset-builder.ts';
import { linkRecords } from '#domains/registry/linkage/link-records.ts';
import { withThreads } from '#domains/registry/server/index.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import {
  imaginePeople,
  imaginedFields,
  type ImaginedRecord,
} from '#test/worlds/people-with-errors.ts';
import { inTurn, median, timed, type Benchmark } from './measure.ts';

const millionGoalMs = 60_000;
/** Of a tenth of it: learning from a list takes as long whatever its size, so not a tenth of the time. */
const usualGoalMs = 10_000;
/** Records a hundred people have, so that as many people are imagined as give the records asked for. */
const recordsPerHundred = 159;

/** Who in a list of imagined people is the same person, beside PostgreSQL sorting the same list by name. */
export const link: Benchmark = {
  name: 'link',
  async run(full) {
    const wanted = full ? 1_000_000 : 100_000;
    const people = Math.ceil((wanted * 100) / recordsPerHundred) + 500;
    const records = imaginePeople(people, 20_261_122).slice(0, wanted);
    const goalMs = full ? millionGoalMs : usualGoalMs;
    const dataDir = mkdtempSync(join(tmpdir(), 'naik-link-'));
    const settings = readSettings({ NAIK_DATA: dataDir, LOG_LEVEL: 'silent' });
    const database = await openDatabase(settings, { purpose: 'serve' });
    const owner = openOwnerPool(database.url, 1);
    try {
      await owner.query('create table list (id text, name text)');
      await owner.query('insert into list select * from unnest($1::text[], $2::text[])', [
        records.map(({ id }) => id),
        records.map(({ cells }) => cells[0]),
      ]);
      const found: Awaited<ReturnType<typeof linkAll>>[] = [];
      const measured = await inTurn(
        full ? 1 : 2,
        () => timed(async () => found.push(await linkAll(records))),
        () =>
          timed(() =>
            owner.query(
              'create temp table sorted as select * from list order by name; drop table sorted',
            ),
          ),
      );
      const { linked, order } = found.at(-1)!;
      const { precision, recall } = judge(records, { of: linked.clusters.of, order });
      const ms = median(measured.ours);
      const share = (value: number | null) => (value === null ? '–' : value.toFixed(4));
      return {
        figure: ms / 1000,
        unit: 's',
        reference: median(measured.reference) / 1000,
        ratio: measured.ratio,
        goal: `${records.length.toLocaleString('en')} records ≤ ${goalMs / 1000} s (a million ≤ 60 s)`,
        holds: ms <= goalMs,
        notes: [
          `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; expected by the model ${share(linked.clusters.precision)} and ${share(linked.clusters.recall)}, at threshold ${linked.clusters.threshold.toFixed(3)}`,
          `${linked.edges.compared.toLocaleString('en')} pairs compared of ${linked.passes.length} passes; ${linked.steps.map(({ step, ms: took }) => `${step} ${(took / 1000).toFixed(1)} s`).join(', ')}; memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
        ],
      };
    } finally {
      await owner.end();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function linkAll(records: readonly ImaginedRecord[]) {
  const builder = new DatasetBuilder(imaginedFields);
  for (const { cells } of records) builder.add(cells);
  const { dataset, order } = builder.finish();
  const linked = await withThreads(dataset, (work) =>
    linkRecords(dataset, { threshold: null, work, now: () => performance.now() }),
  );
  return { linked, order };
}

/** Of all pairs put together the share that is right, and of all true pairs the share found. */
function judge(
  records: readonly ImaginedRecord[],
  { of, order }: { of: Uint32Array; order: Uint32Array },
) {
  const people = new Map<number, number>();
  const clusters = new Map<number, number>();
  const both = new Map<string, number>();
  order.forEach((row, record) => {
    const { person } = records[row]!;
    const cluster = of[record]!;
    count(people, person);
    count(clusters, cluster);
    count(both, `${person} ${cluster}`);
  });
  return { precision: pairs(both) / pairs(clusters), recall: pairs(both) / pairs(people) };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const size of counts.values()) sum += (size * (size - 1)) / 2;
  return sum;
}
