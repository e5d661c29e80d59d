import type { Pool } from 'pg';
import { runInCity } from './city-transaction.ts';
import type { CityHandle } from './city-transaction.ts';
import type { Reader } from './reader.ts';

type Writing =
  | 'insertInto'
  | 'updateTable'
  | 'deleteFrom'
  | 'mergeInto'
  | 'afterCommit'
  | 'endWith';

/** A handle that reads and writes one city inside one transaction. Only commands and migrations get one. */
export type Tx = Reader & Pick<CityHandle, Writing>;

/** Runs `work` in one transaction of `city`: all of it is kept, or none when it throws. */
export function writeIn<T>(pool: Pool, city: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runInCity({ pool, city, access: 'write' }, work);
}

/**
 * The same, and its commit does not wait for the disk: for several in a row of which nothing is confirmed before one
 * that waits (`writeIn`) has taken them all along.
 */
export function writeTogether<T>(
  pool: Pool,
  city: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return runInCity({ pool, city, access: 'write-together' }, work);
}
