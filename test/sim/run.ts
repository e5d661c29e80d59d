import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { playSeed } from './play-seed.ts';
import type { SeedsDone } from './seeds-worker.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    start: { type: 'string', default: '1' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const usage = `npm run sim -- [--seeds 500] [--start 1]
Plays a day of three mentors and the city's server for each seed, on phones that fall, with signal that drops, cuts, doubles
and delays; then everything heals. Ends with what was lost, doubled and diverged; exit status 1 unless all three are 0.

npm run sim -- --seed 4711
Plays one seed again and prints its history.`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const whole = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`${usage}\n`);
  process.exit(2);
};

if (values.help) {
  say(usage);
  process.exit(0);
}
process.exit((await (values.seed === undefined ? playMany() : playOne(values.seed))) ? 0 : 1);

async function playOne(text: string): Promise<boolean> {
  const verdict = await playSeed(whole(text), { history: say });
  for (const line of verdict.says) say(`! ${line}`);
  return conclude({ ...verdict, seeds: 1 });
}

async function playMany(): Promise<boolean> {
  const seeds = whole(values.seeds);
  const first = whole(values.start);
  const workers = Math.max(1, Math.min(availableParallelism(), Math.ceil(seeds / 50)));
  const total: SeedsDone = { seeds: 0, operations: 0, lost: 0, doubled: 0, diverged: 0 };
  let told = 0;
  const add = (done: SeedsDone): void => {
    for (const key of Object.keys(total) as (keyof SeedsDone)[]) total[key] += done[key];
    if (total.seeds - told < 1000 || total.seeds === seeds) return;
    told = total.seeds;
    say(`… ${String(total.seeds)} of ${String(seeds)}`);
  };
  const each = Math.ceil(seeds / workers);
  const parts = Array.from({ length: workers }, (_, i) => ({
    from: first + i * each,
    until: Math.min(first + seeds, first + (i + 1) * each),
  }));
  await Promise.all(parts.map((part) => playPart(part, add)));
  return conclude(total);
}

function playPart(
  part: { from: number; until: number },
  add: (done: SeedsDone) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seeds-worker.ts', import.meta.url), { workerData: part });
    worker.on('message', (message: SeedsDone | string) => {
      if (typeof message === 'string') say(message);
      else add(message);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a worker ended with ${String(code)}`));
    });
  });
}

function conclude({ seeds, operations, lost, doubled, diverged }: SeedsDone): boolean {
  const figures = `lost ${String(lost)}  doubled ${String(doubled)}  diverged ${String(diverged)}`;
  say(`seeds ${String(seeds)}  operations ${String(operations)}  ${figures}`);
  return lost + doubled + diverged === 0;
}
