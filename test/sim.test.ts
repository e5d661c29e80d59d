import { describe, expect, test } from 'vitest';
import type { Faults } from './sim/faults.ts';
import { playSeed } from './sim/play-seed.ts';

/** Several seeds in one process; `npm run sim -- --seeds 10000` plays more of them on every core. */
async function playSeeds(from: number, count: number) {
  const total = { operations: 0, lost: 0, doubled: 0, diverged: 0, says: [] as string[] };
  for (let seed = from; seed < from + count; seed += 1) {
    const verdict = await playSeed(seed);
    total.operations += verdict.operations;
    total.lost += verdict.lost;
    total.doubled += verdict.doubled;
    total.diverged += verdict.diverged;
    total.says.push(...verdict.says.map((line) => `seed ${seed}: ${line}`));
  }
  return total;
}

describe('three phones and a server, whatever happens between them', () => {
  test.each([1, 101, 201, 301, 401])(
    'lose nothing, double nothing and end up the same (100 seeds from %i)',
    { timeout: 240_000 },
    async (from) => {
      const total = await playSeeds(from, 100);
      expect(total.says).toEqual([]);
      expect(total.operations).toBeGreaterThan(10_000);
    },
  );

  test('tell the same story for the same seed', async () => {
    const [first, again]: string[][] = [[], []];
    await playSeed(7, { history: (line) => first?.push(line) });
    await playSeed(7, { history: (line) => again?.push(line) });
    expect(again).toEqual(first);
    expect(first?.length).toBeGreaterThan(50);
  });
});

describe('the simulation sees', () => {
  test.each<[string, Faults, 'lost' | 'doubled' | 'diverged']>([
    ['a server that forgets its receipts', { forgetsReceipts: true }, 'doubled'],
    ['"Tersimpan" before it is complete', { speaksTooEarly: true }, 'lost'],
    ['a command deleted when it is sent', { deletesOnSend: true }, 'lost'],
    ['an order that is forgotten', { forgetsOrder: true }, 'diverged'],
    ['a line of a sheet that is not booked', { dropsALine: true }, 'diverged'],
    ['money of a closed day that nobody sees', { overlooksClosedDays: true }, 'diverged'],
    ['delivered work gone from the screen', { forgetsDelivered: true }, 'diverged'],
  ])('%s, within 40 seeds', { timeout: 120_000 }, async (_, faults, what) => {
    let seed = 1;
    while (seed <= 40 && (await playSeed(seed, { faults }))[what] === 0) seed += 1;
    expect(seed).toBeLessThanOrEqual(40);
  });
});
