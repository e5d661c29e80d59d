import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';
import type { Benchmark } from './measure.ts';
import { startServer } from './server.ts';

const warmGoalMs = 5_000;
const emptyGoalMs = 15_000;

/** From the start of the process to the first page served: once with an empty data directory, then warm. */
export const start: Benchmark = {
  name: 'start',
  async run(full) {
    const dataDir = mkdtempSync(join(tmpdir(), 'naik-start-'));
    try {
      const first = await startServer({ dataDir });
      await first.stop();
      const warm: number[] = [];
      for (let i = 0; i < (full ? 7 : 3); i += 1) {
        const server = await startServer({ dataDir });
        warm.push(server.startedInMs);
        await server.stop();
      }
      const figure = median(warm);
      return {
        figure: figure / 1000,
        unit: 's',
        reference: null,
        ratio: null,
        goal: '≤ 5 s warm, ≤ 15 s with an empty data directory',
        holds: figure <= warmGoalMs && first.startedInMs <= emptyGoalMs,
        notes: [
          `empty data directory, demo city loaded: ${(first.startedInMs / 1000).toFixed(2)} s`,
        ],
      };
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
