import { loadDemoCity } from '../../demo/load-demo-city.ts';
import type { App } from '../../app.ts';

/** Loads the demo city on the first start of an empty database; a real city turns it off with NAIK_DEMO=off. */
export async function loadDemoIfEmpty(app: App, note: (line: string) => void): Promise<void> {
  if (!app.settings.demo || app.cities().length > 0) return;
  note('Loading the demo city …');
  const started = performance.now();
  await loadDemoCity(app);
  await app.refreshCities();
  note(`The demo city was loaded in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
