import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/** Recomputes every agreement's budget and every claim from the rows of the loans it covers. */
export async function verifySubsidy(db: Reader): Promise<Check[]> {
  return [await accrualsAgree(db), await claimsAgree(db), await budgetsAgree(db)];
}

/** An accrual is its instalment's share, a line taken back is the contrary of one, and both belong to the loan's agreement. */
async function accrualsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with looked as (
      select l.number, a.number as instalment, case
        when a.agreement_id <> s.agreement_id then 'is accrued under another agreement'
        when a.kind = 'accrued' and a.amount <> r.subsidy then 'accrued ' || a.amount || ', its share is ' || r.subsidy
        when a.kind = 'taken-back' and a.amount is distinct from -o.amount
          then 'took back ' || -a.amount || ' of ' || coalesce(o.amount::text, 'nothing')
        when a.claim_id is not null and c.agreement_id <> a.agreement_id then 'stands in a claim of another agreement'
        end as difference
      from lending.subsidy_accrual a
      join lending.subsidy_row r on r.city_id = a.city_id and r.loan_id = a.loan_id and r.number = a.number
      join lending.subsidised_loan s on s.city_id = a.city_id and s.loan_id = a.loan_id
      join lending.partner_loan l on l.city_id = a.city_id and l.id = a.loan_id
      left join lending.subsidy_accrual o on a.kind = 'taken-back' and o.city_id = a.city_id and o.loan_id = a.loan_id
        and o.number = a.number and o.kind = 'accrued'
      left join lending.subsidy_claim c on c.city_id = a.city_id and c.id = a.claim_id
      where a.city_id = ${db.city})
    select count(*) as counted, (select 'instalment ' || instalment || ' of loan ' || number || ' ' || difference from looked
      where difference is not null order by number, instalment limit 1) as first
    from looked`.execute(db);
  return checkOf('subsidy accruals', rows[0]);
}

/** A claim is the sum of its lines; what was answered is not more, and what was paid is what was accepted. */
async function claimsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with lines as (
      select claim_id, count(*)::int as lines, sum(amount)::bigint as total from lending.subsidy_accrual
      where city_id = ${db.city} and claim_id is not null group by claim_id),
    looked as (
      select c.number, case
        when c.total is distinct from n.total then 'claims ' || c.total || ', its lines sum to ' || coalesce(n.total, 0)
        when c.lines is distinct from n.lines then 'says ' || c.lines || ' lines, has ' || coalesce(n.lines, 0)
        when c.total >= 0 and (c.accepted < 0 or c.accepted > c.total) then 'was accepted for ' || c.accepted || ' of ' || c.total
        when c.total < 0 and c.accepted <> c.total then 'takes back ' || -c.total || ', was accepted for ' || c.accepted
        when c.paid is distinct from case when c.state = 'paid' then c.accepted end
          then 'was paid ' || coalesce(c.paid::text, 'nothing') || ', accepted were ' || coalesce(c.accepted::text, 'none')
        end as difference
      from lending.subsidy_claim c left join lines n on n.claim_id = c.id where c.city_id = ${db.city})
    select count(*) as counted,
      (select 'claim ' || number || ' ' || difference from looked where difference is not null order by number limit 1) as first
    from looked`.execute(db);
  return checkOf('subsidy claims', rows[0]);
}

/** Committed is the shares that may still fall due or did; accrued is claims and what is open; neither passes the ceiling. */
async function budgetsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with loans as (
      select s.agreement_id, sum(s.committed)::bigint as committed,
        sum((select sum(r.subsidy) from lending.subsidy_row r where r.city_id = s.city_id and r.loan_id = s.loan_id
          and (s.ended_on is null or r.due_on <= s.ended_on)))::bigint as shares
      from lending.subsidised_loan s where s.city_id = ${db.city} group by s.agreement_id),
    accrued as (
      select agreement_id, sum(amount)::bigint as total, coalesce(sum(amount) filter (where claim_id is null), 0)::bigint as open
      from lending.subsidy_accrual where city_id = ${db.city} group by agreement_id),
    claimed as (
      select agreement_id, sum(total)::bigint as total, coalesce(sum(paid), 0)::bigint as paid
      from lending.subsidy_claim where city_id = ${db.city} group by agreement_id),
    looked as (
      select a.number, case
        when a.committed <> coalesce(l.committed, 0) then 'committed ' || a.committed || ', its loans ' || coalesce(l.committed, 0)
        when coalesce(l.committed, 0) <> coalesce(l.shares, 0) then 'committed ' || l.committed || ', the shares of its loans are ' || l.shares
        when a.committed > a.cap then 'committed ' || a.committed || ' of ' || a.cap
        when coalesce(x.total, 0) <> coalesce(c.total, 0) + coalesce(x.open, 0)
          then 'accrued ' || coalesce(x.total, 0) || ', claims ' || coalesce(c.total, 0) || ' and open ' || coalesce(x.open, 0)
        when coalesce(x.total, 0) > a.cap then 'accrued ' || x.total || ' of ' || a.cap
        when coalesce(c.paid, 0) > a.cap then 'paid ' || c.paid || ' of ' || a.cap
        end as difference
      from lending.subsidy_agreement a
      left join loans l on l.agreement_id = a.id
      left join accrued x on x.agreement_id = a.id
      left join claimed c on c.agreement_id = a.id
      where a.city_id = ${db.city})
    select count(*) as counted,
      (select 'subsidy ' || number || ' ' || difference from looked where difference is not null order by number limit 1) as first
    from looked`.execute(db);
  return checkOf('subsidy budgets', rows[0]);
}

function checkOf(name: string, found: Found | undefined): Check {
  return { name, counted: Number(found?.counted ?? 0n), difference: found?.first ?? null };
}
