import { parentPort, workerData } from 'node:worker_threads';
import { playSeed } from './play-seed.ts';

export interface SeedsDone {
  seeds: number;
  operations: number;
  lost: number;
  doubled: number;
  diverged: number;
}

const { from, until } = workerData as { from: number; until: number };
for (let seed = from; seed < until; seed += 1) {
  const { says, ...figures } = await playSeed(seed);
  if (says.length > 0)
    parentPort?.postMessage(
      `seed ${String(seed)}: ${says[0] ?? ''} (npm run sim -- --seed ${String(seed)})`,
    );
  parentPort?.postMessage({ ...figures, seeds: 1 } satisfies SeedsDone);
}
