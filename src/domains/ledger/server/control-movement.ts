import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { controls } from '../chart.ts';
import type { ControlName } from '../chart.ts';

/**
 * By how much a control account moved on the business days after one and until another, both by entries; debit is
 * positive. Costs what was posted on those days.
 *
 * @param span `after` null from the beginning of the book
 */
export async function controlMovement(
  db: Reader,
  of: { bookId: string; control: ControlName },
  span: { after: BusinessDate | null; until: BusinessDate },
): Promise<bigint> {
  const { rows } = await sql<{ moved: bigint }>`
    select coalesce(sum(e.amount), 0)::bigint as moved
    from ledger.journal j
    join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    where j.city_id = ${db.city} and j.book_id = ${of.bookId}
      and j.business_date > ${span.after ?? '-infinity'}::date and j.business_date <= ${span.until}::date
      and a.control = ${controls[of.control].control}`.execute(db);
  return rows[0]?.moved ?? 0n;
}
