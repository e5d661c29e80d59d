import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { verifyClaims } from './verify-claims.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/** Recomputes every loan from its life, its schedule and its ledger leaves, and claims from covers. */
export async function verifyLoans(db: Reader): Promise<Check[]> {
  return [await loansAgree(db), await livesAgree(db), await verifyClaims(db)];
}

/** Each loan's sums are those of its entries, its leaf is what is left, its state what they make it. */
async function loansAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with life as (
      select loan_id, sum(principal)::bigint as principal, sum(interest)::bigint as interest, sum(fee)::bigint as fee,
        sum(penalty)::bigint as penalty, sum(overpaid)::bigint as overpaid
      from lending.life where city_id = ${db.city} and entered > 0 group by loan_id),
    leaf as (
      select owner_id as loan_id, sum(balance) as balance from ledger.account
      where city_id = ${db.city} and owner_kind = 'loan' group by owner_id),
    looked as (
      select l.number, case
        when l.paid_principal <> coalesce(f.principal, 0) then 'says principal paid ' || l.paid_principal || ', its repayments sum to ' || coalesce(f.principal, 0)
        when l.paid_interest <> coalesce(f.interest, 0) then 'says interest paid ' || l.paid_interest || ', its repayments sum to ' || coalesce(f.interest, 0)
        when l.paid_fee <> coalesce(f.fee, 0) or l.paid_penalty <> coalesce(f.penalty, 0)
          then 'says charges paid ' || l.paid_fee + l.paid_penalty || ', its repayments sum to ' || coalesce(f.fee + f.penalty, 0)
        when l.overpaid_rupiah <> coalesce(f.overpaid, 0) then 'says ' || l.overpaid_rupiah || ' is overpaid, its entries sum to ' || coalesce(f.overpaid, 0)
        when leaf.balance is null or leaf.balance <> l.principal_rupiah - l.paid_principal - l.written_off_principal
          then 'owes principal ' || l.principal_rupiah - l.paid_principal - l.written_off_principal || ', the books say ' || coalesce(leaf.balance::text, 'nothing')
        when s.principal_due[cardinality(s.principal_due)] is distinct from l.principal_rupiah
          then 'was lent ' || l.principal_rupiah || ', its schedule repays ' || coalesce(s.principal_due[cardinality(s.principal_due)]::text, 'nothing')
        when l.schedule_version <> (select max(version) from lending.schedule_version v where v.city_id = l.city_id and v.loan_id = l.id)
          then 'does not stand on its newest schedule'
        when l.state <> ${stateSql()} then 'is ' || l.state || ' with principal ' || l.principal_rupiah - l.paid_principal || ' left'
        end as difference
      from lending.loan l
      left join life f on f.loan_id = l.id
      left join leaf on leaf.loan_id = l.id
      left join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
      where l.city_id = ${db.city})
    select count(*) as counted,
      (select 'loan ' || number || ' ' || difference from looked where difference is not null order by number limit 1) as first
    from looked`.execute(db);
  return checkOf('loans', rows[0]);
}

/** The state that a loan's sums make it. */
function stateSql() {
  return sql`case
    when l.written_off_principal > 0 then
      case when l.recovered_rupiah + l.forgiven_rupiah < l.written_off_principal then 'written-off'
        when l.forgiven_rupiah > 0 then 'forgiven' else 'recovered' end
    when l.paid_principal = l.principal_rupiah and l.paid_interest >= s.interest_due[cardinality(s.interest_due)]
      and l.paid_fee + l.waived_fee = l.charged_fee and l.paid_penalty + l.waived_penalty = l.charged_penalty then 'closed'
    else 'active' end`;
}

/**
 * What stands on the loan's row because of charges, waivers, further money and write-offs is the sum of those entries
 * less the reversed ones; every other leaf is what it says; reversals name entries of the same loan.
 */
async function livesAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with entry as (
      select f.loan_id, coalesce(o.kind, f.kind) as kind, coalesce(o.part, f.part) as part,
        case when f.kind = 'reversal' then -o.amount_rupiah else f.amount_rupiah end as amount,
        f.kind = 'reversal' and (o.id is null or o.loan_id <> f.loan_id or o.kind = 'reversal') as astray
      from lending.life f
      left join lending.life o on o.city_id = f.city_id and o.id = f.reverses_id
      where f.city_id = ${db.city} and f.kind not in ('repayment', 'disbursement')
        and (f.kind <> 'reversal' or o.kind is distinct from 'repayment')),
    sums as (
      select loan_id,
        coalesce(sum(amount) filter (where kind = 'fee'), 0) as fee,
        coalesce(sum(amount) filter (where kind = 'penalty'), 0) as penalty,
        coalesce(sum(amount) filter (where part = 'fee'), 0) as waived_fee,
        coalesce(sum(amount) filter (where part = 'penalty'), 0) as waived_penalty,
        coalesce(sum(amount) filter (where kind in ('tranche', 'top-up')), 0) as more,
        coalesce(sum(amount) filter (where kind = 'write-off'), 0) as written_off,
        coalesce(sum(amount) filter (where kind = 'recovery'), 0) as recovered,
        coalesce(sum(amount) filter (where kind = 'forgiveness'), 0) as forgiven,
        bool_or(astray) as astray
      from entry group by loan_id),
    leaf as (
      select leaf, sum(balance) filter (where control = 'Kewajiban:Kelebihan Angsuran') as overpaid,
        sum(balance) filter (where control = 'Memo:Hapus Buku:Pinjaman') as claimed
      from ledger.account where city_id = ${db.city} and control in ('Kewajiban:Kelebihan Angsuran', 'Memo:Hapus Buku:Pinjaman')
      group by leaf),
    looked as (
      select l.number, case
        when coalesce(s.astray, false) then 'has a reversal of something that is not its own'
        when l.charged_fee <> coalesce(s.fee, 0) or l.charged_penalty <> coalesce(s.penalty, 0)
          then 'says ' || l.charged_fee + l.charged_penalty || ' was charged, its charges sum to ' || coalesce(s.fee + s.penalty, 0)
        when l.waived_fee <> coalesce(s.waived_fee, 0) or l.waived_penalty <> coalesce(s.waived_penalty, 0)
          then 'says ' || l.waived_fee + l.waived_penalty || ' was waived, its waivers sum to ' || coalesce(s.waived_fee + s.waived_penalty, 0)
        when l.principal_rupiah <> (l.terms ->> 'principal')::bigint + coalesce(s.more, 0)
          then 'was lent ' || l.principal_rupiah || ', its disbursements sum to ' || (l.terms ->> 'principal')::bigint + coalesce(s.more, 0)
        when l.written_off_principal <> coalesce(s.written_off, 0) or l.recovered_rupiah <> coalesce(s.recovered, 0)
            or l.forgiven_rupiah <> coalesce(s.forgiven, 0)
          then 'says ' || l.written_off_principal - l.recovered_rupiah - l.forgiven_rupiah || ' is claimed after a write-off, its entries say '
            || coalesce(s.written_off - s.recovered - s.forgiven, 0)
        when l.overpaid_rupiah <> -coalesce(leaf.overpaid, 0) then 'says ' || l.overpaid_rupiah || ' is overpaid, the books say ' || -coalesce(leaf.overpaid, 0)
        when l.written_off_principal - l.recovered_rupiah - l.forgiven_rupiah <> coalesce(leaf.claimed, 0)
          then 'claims ' || l.written_off_principal - l.recovered_rupiah - l.forgiven_rupiah || ' after a write-off, the books say ' || coalesce(leaf.claimed, 0)
        end as difference
      from lending.loan l
      left join sums s on s.loan_id = l.id
      left join leaf on leaf.leaf = l.number
      where l.city_id = ${db.city})
    select count(*) as counted,
      (select 'loan ' || number || ' ' || difference from looked where difference is not null order by number limit 1) as first
    from looked`.execute(db);
  return checkOf('loans’ lives', rows[0]);
}

function checkOf(name: string, found: Found | undefined): Check {
  return { name, counted: Number(found?.counted ?? 0n), difference: found?.first ?? null };
}
