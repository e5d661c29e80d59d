import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '#platform/config/start-problem.ts';
import { flush } from '#platform/db/pool.ts';
import { sideBySide } from '../../demo/demo-house.ts';
import { loadDemoCity } from '../../demo/load-demo-city.ts';
import { openApp } from '../../app.ts';
import type { App } from '../../app.ts';

/** Loads the demo city on the first start of an empty database; a real city turns it off with NAIK_DEMO=off. */
export async function loadDemoIfEmpty(app: App, note: (line: string) => void): Promise<void> {
  assertDemoWhole(app);
  if (!app.settings.demo || app.cities().length > 0) return;
  note('Loading the demo city …');
  const seconds = await loadDemo(app);
  note(`The demo city was loaded in ${seconds.toFixed(1)} s.`);
}

/** Loads the demo city and answers how many seconds it took. */
export async function loadDemo(app: App): Promise<number> {
  const started = performance.now();
  // Half a year is played by a thousand commands; a kill in between must not pass for a whole city.
  writeFileSync(unfinished(app), 'the demo city is being loaded\n', { mode: 0o600 });
  await playPast(app);
  rmSync(unfinished(app));
  await app.refreshCities();
  return (performance.now() - started) / 1000;
}

/** Cut off, it is begun again in an empty folder: so no command waits for the disk, and all of them do at the end. */
async function playPast(app: App): Promise<void> {
  const loader = await openApp(app.settings, {
    databaseUrl: app.databaseUrl,
    // Each connection plans every statement for itself.
    poolSize: sideBySide,
    durable: 'together',
    now: app.now,
  });
  try {
    await loadDemoCity(loader);
    await flush(loader.pools);
  } finally {
    await loader.close();
  }
}

/** @throws StartProblem when the loading of the demo city was cut off */
function assertDemoWhole(app: App): void {
  if (!existsSync(unfinished(app))) return;
  throw new StartProblem(
    'failed',
    `Loading the demo city was cut off, so only a part of it is there. Delete the data folder ${app.settings.dataDir} and start again.`,
  );
}

function unfinished(app: App): string {
  return join(app.settings.dataDir, 'demo-loading');
}
