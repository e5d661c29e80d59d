import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/id.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import type { WorldHouse } from '#test/house.ts';
import { openApp } from '../../src/app.ts';
import { verifyCity } from '../../src/verify.ts';
import { city, firstDay, openOffice } from '../model/office.ts';
import { runScript } from '../model/run-script.ts';
import { script } from '../model/script.ts';

const size = { groups: 2, members: 8 };
/** So many lists of work run at once: the officers', a meeting's sheet or two of them, and the day's close. */
const officers = 8;
const days = 16;
/** So many things one officer does in a day at the most: setting lenders up then costs little beside them. */
const wishesEach = 12;
/** So long a shorter script is looked for that differs too. */
const shrinkForMs = 120_000;

export interface LendingModelRun {
  readonly operations: number;
  readonly seed: number;
  /** Where in the seed a difference was found before: plays that script alone. */
  readonly path: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Plays random scripts, each on groups and one or two lenders of its own, and holds what the database keeps against
 * the model, until so many operations were done. Answers whether nothing differed and all books verify.
 */
export async function compareLending(options: LendingModelRun): Promise<boolean> {
  const { operations: wanted, seed, path, say } = options;
  const started = performance.now();
  const opened = await openHouse();
  try {
    const office = await openOffice(opened.house);
    const sums = { operations: 0, refused: 0, busy: 0, scripts: 0, lenders: 0 };
    let firstDifferedAt: number | null = null;
    const play = fc.asyncProperty(
      script({ days, clients: officers, wishesEach, members: size.members }),
      async (work) => {
        if (path === undefined && firstDifferedAt === null && sums.operations >= wanted) return;
        if (firstDifferedAt !== null && performance.now() - firstDifferedAt > shrinkForMs) return;
        const played = await runScript(opened.house, office, { ...work, ...size });
        sums.scripts += 1;
        sums.lenders += work.lenders.length;
        sums.operations += played.operations;
        sums.refused += played.refused;
        sums.busy += played.busy;
        if (sums.scripts % 25 === 0)
          say(`  ${sums.operations} operations, ${secondsSince(started)} s`);
        if (played.differences.length === 0) return;
        if (firstDifferedAt === null)
          say(
            `${played.differences.join('\n')}\ndiffers within ${sums.operations} operations; looking for a shorter way there …`,
          );
        firstDifferedAt ??= performance.now();
        throw new Error(played.differences.join('\n'));
      },
    );
    const found = await fc.check(play, {
      seed,
      ...(path !== undefined && { path }),
      // More than are needed: they end when so many operations were done.
      numRuns: path === undefined ? Math.ceil(wanted / 50) : 1,
    });
    let differences = 0;
    if (found.failed) {
      const told = found.errorInstance instanceof Error ? found.errorInstance.message : 'differs';
      differences += told.split('\n').length;
      say(
        `${told}\nagain: npm run torture -- lending --operations ${wanted} --seed ${seed} --path ${found.counterexamplePath}`,
      );
    }
    const checks = await verifyCity(opened.house.app, city);
    const broken = checks.filter((check) => check.difference !== null);
    differences += broken.length;
    for (const { name, difference } of broken) say(`naik verify: ${name}: ${difference}`);
    say(
      `${sums.lenders} lenders, up to ${officers + 4} clients at once, ${sums.refused} operations refused; ` +
        `naik verify: ${checks.length - broken.length} of ${checks.length} checks clean; ${secondsSince(started)} s`,
    );
    say(`operations ${sums.operations} differences ${differences} sent-again ${sums.busy}`);
    return differences === 0;
  } finally {
    await opened.close();
  }
}

function secondsSince(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

/** A house on a database of its own that need not survive anything. */
async function openHouse(): Promise<{ house: WorldHouse; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-model-'));
  const database = await openDatabase(
    { dataDir, databaseUrl: null },
    { purpose: 'serve', durability: 'tests' },
  );
  const owner = openOwnerPool(database.url);
  await migrate(owner);
  await owner.end();
  const settings = readSettings({ NAIK_DATA: dataDir, NAIK_SECRET_KEY: 'ab'.repeat(32) });
  let now = new Date(`${firstDay}T01:00:00Z`);
  const app = await openApp(settings, {
    databaseUrl: database.url,
    poolSize: 16,
    now: () => now,
  });
  const house: WorldHouse = {
    app,
    get now() {
      return now;
    },
    set now(instant: Date) {
      now = instant;
    },
    does: async (actor, kind, body, id = newId()) =>
      (await app.execute({ id, kind, version: 1, actor, city, body })).answer,
  };
  return {
    house,
    close: async () => {
      await app.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
