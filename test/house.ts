import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openApp } from '../src/app.ts';
import type { App } from '../src/app.ts';
import { testCity, useDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';

/** What building a world needs of a house. */
export interface WorldHouse {
  readonly app: App;
  /** The house's clock; set it to be on another day. */
  now: Date;
  /** Executes a command in the test city and answers its answer. */
  does(actor: Actor, kind: string, body: unknown, id?: string): Promise<Json>;
}

/** The whole house on a test file's own database: the same joins as the real one. */
export interface TestHouse extends WorldHouse {
  readonly database: TestDatabase;
  /** Founds the test city; answers the system, who may do so. */
  found(city?: string): Promise<void>;
}

/** Call once at the top of a test file. */
export function useHouse(startsAt = '2026-11-18T01:00:00Z'): TestHouse {
  const database = useDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-house-'));
  let app: App | undefined;
  const house: TestHouse = {
    database,
    get app() {
      if (!app) throw new Error('the house is open from beforeAll on');
      return app;
    },
    now: new Date(startsAt),
    async does(actor, kind, body, id = newId()) {
      return (await house.app.execute({ id, kind, version: 1, actor, city: testCity, body }))
        .answer;
    },
    async found(city = testCity) {
      await house.app.execute({
        id: newId(),
        kind: 'access.found-city',
        version: 1,
        actor: systemActor,
        city,
        body: { name: 'Kota Jambi', province: 'Jambi', timeZone: 'Asia/Jakarta', letterhead: {} },
      });
      await house.app.refreshCities();
    },
  };
  beforeAll(async () => {
    const settings = readSettings({ NAIK_DATA: dataDir, NAIK_SECRET_KEY: 'ab'.repeat(32) });
    app = await openApp(settings, { databaseUrl: database.url, poolSize: 8, now: () => house.now });
  });
  afterAll(async () => {
    await app?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return house;
}
