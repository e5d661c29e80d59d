import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { WriteClosure } from '../closure-input.ts';

/** Days on which nobody meets, both included. */
export interface Closure {
  readonly id: string;
  readonly name: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly sourceDocument: string;
}

/** Closures that are not over by a day, the next first. */
export async function listClosures(db: Reader, on: BusinessDate): Promise<Closure[]> {
  const { rows } = await sql<Closure>`
    select id, name, from_day as "from", to_day as "to", source_document as "sourceDocument"
    from lending.closure where city_id = ${db.city} and to_day >= ${on} order by from_day, name`.execute(
    db,
  );
  return rows;
}

export async function insertClosure(
  tx: Tx,
  closure: WriteClosure & { readonly writtenAt: Date; readonly writtenBy: string },
): Promise<void> {
  await sql`
    insert into lending.closure (city_id, id, name, from_day, to_day, source_document, written_at, written_by)
    values (${tx.city}, ${closure.closureId}, ${closure.name}, ${closure.from}, ${closure.to},
      ${closure.sourceDocument}, ${closure.writtenAt}, ${closure.writtenBy})`.execute(tx);
}
