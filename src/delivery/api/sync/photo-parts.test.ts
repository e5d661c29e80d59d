import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { append, partOf, sizeOf, sweepPhotoParts } from './photo-parts.ts';

const day = 24 * 60 * 60_000;
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'naik-parts-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('sweeps a photo that was never finished, and leaves one that still comes', async () => {
  const lost = await partOf(dataDir, { deviceId: 'hp-lama', sha256: 'a' });
  const coming = await partOf(dataDir, { deviceId: 'hp-rina', sha256: 'b' });
  await append(lost, Buffer.from('separuh'));
  await append(coming, Buffer.from('separuh'));
  const now = Date.now();
  utimesSync(lost, new Date(now - 15 * day), new Date(now - 15 * day));
  utimesSync(coming, new Date(now - 13 * day), new Date(now - 13 * day));
  expect(await sweepPhotoParts(dataDir, now)).toBe(1);
  expect(await sizeOf(lost)).toBe(0);
  expect(await sizeOf(coming)).toBe(7);
});

it('has nothing to sweep where no photo ever came', async () => {
  expect(await sweepPhotoParts(dataDir, Date.now())).toBe(0);
});
