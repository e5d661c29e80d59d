import type { Pool } from 'pg';
import { runInCity } from './city-transaction.ts';
import type { CityHandle } from './city-transaction.ts';

type Selecting = 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor';

/**
 * A handle that reads one city: Kysely's selects and `sql` texts. It has no insert, update or delete, and the
 * transaction behind it is read only, so that even a text cannot write.
 */
export type Reader = Pick<CityHandle, Selecting | 'city'>;

/** Reads on one snapshot of `city`. A page calls it once per request. */
export function readIn<T>(pool: Pool, city: string, work: (db: Reader) => Promise<T>): Promise<T> {
  return runInCity({ pool, city, access: 'read' }, work);
}
