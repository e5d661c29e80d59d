import { openApp } from '../../app.ts';
import type { App } from '../../app.ts';
import type { Settings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import type { OpenDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';

export interface House {
  readonly app: App;
  readonly database: OpenDatabase;
  close(): Promise<void>;
}

/** Opens the database, brings it to the newest state, and joins the app on it. */
export async function openHouse(
  settings: Settings,
  options: { purpose: 'serve' | 'command'; onLost?: (reason: Error) => void },
): Promise<House> {
  const database = await openDatabase(settings, options);
  try {
    await migrateOnce(database.url);
    const app = await openApp(settings, { databaseUrl: database.url });
    return {
      app,
      database,
      async close() {
        await app.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function migrateOnce(url: string): Promise<void> {
  const pool = openOwnerPool(url);
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}
