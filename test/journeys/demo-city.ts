import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { firstDay } from './first-day.ts';
import { serveOn } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demoCity: string;
  }
}

/** Loads the demo city once for all journeys, as a first start does; each journey gets a copy of its folder. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'naik-journeys-'));
  const city = join(folder, 'city');
  const served = await serveOn(city, firstDay);
  await served.stop();
  project.provide('demoCity', city);
  return () => rmSync(folder, { recursive: true, force: true });
}
