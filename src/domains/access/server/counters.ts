import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';

/**
 * Takes the next numbers of a counter of the city and year, in one statement; the row stays locked until
 * the transaction ends, so committed numbers have no gaps.
 *
 * @returns the first of `count` consecutive numbers
 */
export async function takeNumbers(
  tx: Tx,
  counter: { name: string; year: number; count: number },
): Promise<number> {
  const { rows } = await sql<{ last_number: bigint }>`
    insert into access.counter (city_id, name, year, last_number)
    values (${tx.city}, ${counter.name}, ${counter.year}, ${counter.count})
    on conflict (city_id, name, year) do update set last_number = access.counter.last_number + ${counter.count}
    returning last_number`.execute(tx);
  return Number(rows[0]?.last_number ?? 0n) - counter.count + 1;
}
