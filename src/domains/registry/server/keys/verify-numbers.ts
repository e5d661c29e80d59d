import { sql } from 'kysely';
import { numbersIn } from '#domains/access/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { inOrder } from '#platform/secrets/reseal.ts';
import type { After } from '#platform/secrets/reseal.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { numberColumns } from './number-store.ts';

const rowsAtOnce = 20_000;

/**
 * Opens every number and hashes it anew: each is readable with the keys given, and is found by the key in force.
 *
 * @returns how many were looked at, and what is wrong with the first that differs
 */
export async function verifyNumbers(
  db: Reader,
  sealer: NumberSealer,
): Promise<{ name: string; counted: number; difference: string | null }> {
  const numbers = await numbersIn(db, sealer);
  let counted = 0;
  const told = (difference: string | null) => ({ name: 'numbers', counted, difference });
  for (const { table, key, column, index } of Object.values(numberColumns)) {
    for (let after: After = null; ;) {
      const { columns, asText, beyond } = inOrder(key, after);
      const { rows } = await sql<{ key: string[]; sealed: Buffer; index: Buffer }>`
        select array[${asText}] as key, ${sql.ref(column)} as sealed, ${sql.ref(index)} as index
        from ${sql.table(table)}
        where city_id = ${db.city} and ${sql.ref(column)} is not null and ${beyond}
        order by ${columns} limit ${rowsAtOnce}`.execute(db);
      for (const row of rows) {
        counted += 1;
        const fault = faultOf(row, numbers);
        if (fault !== null) return told(`${table} ${row.key.join(' ')} ${fault}`);
      }
      if (rows.length < rowsAtOnce) break;
      after = rows.at(-1)!.key;
    }
  }
  return told(null);
}

function faultOf(
  { sealed, index }: { sealed: Buffer; index: Buffer },
  numbers: Awaited<ReturnType<typeof numbersIn>>,
): string | null {
  let number: string;
  try {
    number = numbers.open(sealed);
  } catch {
    return 'does not open with the keys given';
  }
  return numbers.blindIndex(number).equals(index) ? null : 'is not found by the key in force';
}
