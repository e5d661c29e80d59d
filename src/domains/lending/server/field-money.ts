import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A payment beside another of the same amount, on the same loan and the same day, under another entry. */
export interface LookAlike {
  readonly repaymentId: string;
  readonly loanId: string;
  readonly loanNumber: string;
  readonly personName: string;
  readonly on: BusinessDate;
  readonly amountRupiah: bigint;
  /** How the other one came in, and when. */
  readonly otherSource: 'meeting' | 'office' | 'transfer' | 'take-over';
  readonly otherRecordedAt: Date;
}

/** Of what a meeting's sheet paid: what looks like money that was already entered elsewhere. Reversed ones do not count. */
export async function lookAlikesOf(db: Reader, meetingId: string): Promise<LookAlike[]> {
  const { rows } = await sql<LookAlike>`
    select distinct on (r.id) r.id as "repaymentId", r.loan_id as "loanId", l.number as "loanNumber", p.name as "personName",
      r.on_day as "on", r.principal + r.interest + r.fee + r.penalty + r.overpaid as "amountRupiah",
      o.source as "otherSource", o.recorded_at as "otherRecordedAt"
    from lending.repayment r
    join lending.repayment o on o.city_id = r.city_id and o.loan_id = r.loan_id and o.on_day = r.on_day and o.id <> r.id
      and o.source_id is distinct from r.source_id and o.reverses_id is null
      and o.principal + o.interest + o.fee + o.penalty + o.overpaid = r.principal + r.interest + r.fee + r.penalty + r.overpaid
      and not exists (select from lending.repayment u where u.city_id = o.city_id and u.reverses_id = o.id)
    join lending.loan l on l.city_id = r.city_id and l.id = r.loan_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    where r.city_id = ${db.city} and r.source_id = ${meetingId} and r.source = 'meeting' and r.reverses_id is null
    order by r.id, o.recorded_at`.execute(db);
  return rows;
}

/** Whether a sheet's money counts from a day whose book was closed when it arrived. */
export async function countsFromClosedDay(db: Reader, meetingId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from lending.repayment r
    join ledger.journal j on j.city_id = r.city_id and j.id = r.journal_id and j.value_date < j.business_date
    where r.city_id = ${db.city} and r.source_id = ${meetingId} and r.source = 'meeting'
      and exists (select from ledger.business_day d
        where d.city_id = j.city_id and d.book_id = j.book_id and d.day >= j.value_date) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
