import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/**
 * What is kept of partners' loans is what their applied files say, line by line, and none of it stands in the city's own
 * books.
 */
export async function verifyPartnerBooks(db: Reader): Promise<Check[]> {
  return [await linesKept(db), await outsideOurLedger(db)];
}

/** Every stored instalment, repayment and balance beside the line of the file it came from, and every line of a repayment file beside its row. */
async function linesKept(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with said as (
      select f.id as file_id, f.institution_id, f.kind, f.number as file, f.as_of, n.outcome, n.reading ->> 'loanNumber' as loan,
        n.reading ->> 'reference' as reference, (n.reading ->> 'number')::int as instalment,
        coalesce(n.reading ->> 'dueOn', n.reading ->> 'paidOn')::date as on_day, (n.reading ->> 'principal')::bigint as principal,
        (n.reading ->> 'interest')::bigint as interest, coalesce((n.reading ->> 'penalty')::bigint, 0) as penalty,
        (n.reading ->> 'outstanding')::bigint as outstanding
      from lending.partner_file f
      join lending.partner_file_line n on n.city_id = f.city_id and n.file_id = f.id
      where f.city_id = ${db.city} and f.state = 'applied'),
    looked as (
      select l.number, case
        when d.file is null then 'keeps instalment ' || s.number || ', no applied file says it'
        when (d.on_day, d.principal, d.interest) is distinct from (s.due_on, s.principal, s.interest)
          then 'keeps instalment ' || s.number || ' otherwise than the file ' || d.file end as difference
      from lending.partner_schedule_line s
      join lending.partner_loan l on l.city_id = s.city_id and l.id = s.loan_id
      left join said d on d.file_id = s.file_id and d.loan = l.number and d.instalment = s.number and d.kind = 'schedules'
      where s.city_id = ${db.city}
      union all
      select l.number, case
        when d.file is null then 'keeps the repayment ' || r.reference || ', no applied file says it'
        when (d.on_day, d.principal, d.interest, d.penalty) is distinct from (r.on_day, r.principal, r.interest, r.penalty)
          then 'keeps the repayment ' || r.reference || ' otherwise than the file ' || d.file end
      from lending.partner_repayment r
      join lending.partner_loan l on l.city_id = r.city_id and l.id = r.loan_id
      left join said d on d.file_id = r.file_id and d.loan = l.number and d.reference = r.reference and d.kind = 'repayments'
      where r.city_id = ${db.city}
      union all
      select d.loan, case when r.loan_id is null then 'lacks the repayment ' || d.reference || ' of the file ' || d.file end
      from said d
      join lending.partner_loan l on l.city_id = ${db.city} and l.institution_id = d.institution_id and l.number = d.loan
      left join lending.partner_repayment r on r.city_id = l.city_id and r.loan_id = l.id and r.reference = d.reference
      where d.kind = 'repayments' and d.outcome in ('new', 'same')
      union all
      select l.number, case when l.reported_outstanding is distinct from g.outstanding
        then 'keeps the balance ' || l.reported_outstanding || ', the file ' || g.file || ' says ' || g.outstanding end
      from lending.partner_loan l
      join lateral (select d.file, d.outstanding from said d where d.kind = 'grades' and d.institution_id = l.institution_id
        and d.loan = l.number order by d.as_of desc, d.file desc limit 1) g on true
      where l.city_id = ${db.city})
    select count(*) as counted,
      (select 'partner loan ' || number || ' ' || difference from looked where difference is not null order by number, difference limit 1) as first
    from looked`.execute(db);
  return checkOf('partners’ books', rows[0]);
}

/** A partner's loan has no leaf in our ledger, and a lender with books of its own no book here. */
async function outsideOurLedger(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with looked as (
      select case when a.id is not null then 'partner loan ' || l.number || ' stands in the city’s ledger' end as difference
      from lending.partner_loan l
      left join ledger.account a on a.city_id = l.city_id and a.owner_kind = 'loan' and a.owner_id = l.id
      where l.city_id = ${db.city}
      union all
      select case when b.id is not null then i.short_name || ' keeps its own books and has a book here' end
      from partners.institution i
      left join ledger.book b on b.city_id = i.city_id and b.institution_id = i.id
      where i.city_id = ${db.city} and i.books = 'kept-by-partner')
    select count(*) as counted, (select min(difference) from looked) as first from looked`.execute(
    db,
  );
  return checkOf('partners outside the ledger', rows[0]);
}

function checkOf(name: string, found: Found | undefined): Check {
  return { name, counted: Number(found?.counted ?? 0n), difference: found?.first ?? null };
}
