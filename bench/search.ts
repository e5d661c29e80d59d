import { scopeOf } from '#domains/access/who-may.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { searchEverything } from '#domains/registry/server/index.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import type { App } from '../src/app.ts';
import { openFieldWorld } from './field-world.ts';
import { growNames } from './grow-names.ts';
import { inTurn, percentile } from './measure.ts';
import type { Benchmark } from './measure.ts';

const city = '15.71';
const goalMs = 30;

/** What officers type, letter by letter: right, in another spelling, with a slip, with product, place or telephone. */
const typed = [
  'siti rohani',
  'sukarsih',
  'soekarsih harahap',
  'mohd yusuf',
  'khairunisa lubis',
  'hairunnisa',
  'zulkifly',
  'yusnidr',
  'nruhayati',
  'keripik singkong',
  'kripik pisang',
  'pempek berkah',
  'dapur aminah',
  'siti telanaipura',
  'wati kenali',
  'warung',
  'bengkel las',
  '081234567',
  '4711',
  'qwertyuiop',
];
/** Every beginning of two letters and more: what the box asks while one types. */
const asked = typed.flatMap((words) =>
  Array.from({ length: words.length - 1 }, (_, at) => words.slice(0, at + 2)).filter(
    (part) => !part.endsWith(' '),
  ),
);

/** One search box over the whole register, as one types; beside it an exact look-up of a name's beginning. */
export const search: Benchmark = {
  name: 'search',
  async run(full) {
    const businesses = full ? 1_000_000 : 100_000;
    const world = await openFieldWorld(5);
    try {
      const { app } = world;
      await growNames(app, businesses);
      const all = scopeOf(actorWith('Dewi Petugas', cityRole('petugas-dinas')), 'see.people');
      const one: Scope = { ...all, all: false, kecamatan: ['15.71.01'] };
      const ours = (q: string, scope: Scope) => async () => {
        const ask = { q, people: scope, groups: scope, limit: 5 };
        const started = performance.now();
        await app.read(city, (db) => searchEverything(db, ask, app.identitySealer));
        return performance.now() - started;
      };
      for (const q of typed) await ours(q, all)();
      const measured = await inTurn(
        asked.length,
        (round) => ours(asked[round] ?? '', all)(),
        (round) => prefix(app, asked[round] ?? ''),
      );
      const narrow: number[] = [];
      for (const q of asked) narrow.push(await ours(q, one)());
      const p95 = percentile(measured.ours, 95);
      const slowest = [...asked]
        .map((q, at) => ({ q, ms: measured.ours[at] ?? 0 }))
        .sort((a, b) => b.ms - a.ms)
        .slice(0, 3);
      return {
        figure: p95,
        unit: 'ms p95',
        reference: percentile(measured.reference, 95),
        ratio: measured.ratio,
        goal: `p95 ≤ ${goalMs} ms at ${businesses.toLocaleString('en')} businesses`,
        holds: p95 <= goalMs,
        notes: [
          `${asked.length} questions as ${typed.length} names, products, places and telephones are typed; median ` +
            `${percentile(measured.ours, 50).toFixed(1)} ms; for an officer of one kecamatan p95 ${percentile(narrow, 95).toFixed(1)} ms`,
          `slowest: ${slowest.map(({ q, ms }) => `“${q}” ${ms.toFixed(0)} ms`).join(', ')}`,
          'reference: the first five businesses whose name begins with the same letters, exactly, by index',
        ],
      };
    } finally {
      await world.close();
    }
  },
};

async function prefix(app: App, q: string): Promise<number> {
  const started = performance.now();
  await app.pools.owner.query({
    name: 'bench-prefix',
    text: `select id, name from registry.business where city_id = $1 and name_key >= $2 and name_key < $2 || U&'\\FFFF'
      order by name_key limit 5`,
    values: [city, q],
  });
  return performance.now() - started;
}
