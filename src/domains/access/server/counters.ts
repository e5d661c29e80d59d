import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';

export interface Counter {
  readonly name: string;
  readonly year: number;
  readonly count: number;
}

/**
 * Takes the next numbers of a counter of the city and year, in one statement; the row stays locked until
 * the transaction ends, so committed numbers have no gaps.
 *
 * @returns the first of `count` consecutive numbers
 */
export async function takeNumbers(tx: Tx, counter: Counter): Promise<number> {
  const { rows } = await numbersTaken(tx, counter).execute(tx);
  return Number(rows[0]?.before ?? 0n) + 1;
}

/**
 * The same as a text, for a statement that numbers its own rows: `before` is the last number taken before these. Takes
 * none and answers no row where the count is nought.
 */
export function numbersTaken(tx: Tx, counter: Counter): RawBuilder<{ before: bigint }> {
  return sql`
    insert into access.counter (city_id, name, year, last_number)
    select ${tx.city}::text, ${counter.name}::text, ${counter.year}::int, ${counter.count}::bigint where ${counter.count}::bigint > 0
    on conflict (city_id, name, year) do update set last_number = access.counter.last_number + ${counter.count}::bigint
    returning last_number - ${counter.count}::bigint as before`;
}
