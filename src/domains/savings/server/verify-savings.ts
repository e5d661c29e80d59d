import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/** Recomputes every member's savings from its movements, and each year's SHU from shares, payments and their journals. */
export async function verifySavings(db: Reader): Promise<Check[]> {
  return [await savingsAgree(db), await divisionsAgree(db), await paymentsAgree(db)];
}

/** An account is the sum of its movements, and so is its leaf in the books. */
async function savingsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with moved as (
      select account_id, sum(amount_rupiah)::bigint as total from savings.movement where city_id = ${db.city} group by account_id),
    leaf as (
      select owner_id, -sum(balance)::bigint as holds from ledger.account
      where city_id = ${db.city} and owner_kind = 'savings' group by owner_id),
    looked as (
      select a.number, case
        when coalesce(f.holds, 0) <> coalesce(m.total, 0)
          then 'is ' || coalesce(f.holds, 0) || ' in the books, its movements sum to ' || coalesce(m.total, 0)
        when coalesce(m.total, 0) < 0 then 'is below nothing: ' || m.total
        end as difference
      from savings.account a
      left join moved m on m.account_id = a.id
      left join leaf f on f.owner_id = a.id
      where a.city_id = ${db.city})
    select count(*) as counted,
      (select 'savings ' || number || ' ' || difference from looked where difference is not null order by number limit 1) as first
    from looked`.execute(db);
  return checkOf('savings', rows[0]);
}

/** A year's division is its members' shares; given onto savings, it is those movements as well. */
async function divisionsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with shares as (
      select institution_id, year, sum(amount_rupiah)::bigint as total, count(distinct person_id)::int as members
      from savings.shu_share where city_id = ${db.city} group by institution_id, year),
    saved as (
      select journal_id, sum(amount_rupiah)::bigint as total from savings.movement
      where city_id = ${db.city} and source = 'shu' group by journal_id),
    looked as (
      select d.year, i.code, case
        when d.total_rupiah is distinct from s.total then 'divided ' || d.total_rupiah || ', its shares sum to ' || coalesce(s.total, 0)
        when d.members is distinct from s.members then 'says ' || d.members || ' members, has ' || coalesce(s.members, 0)
        when d.journal_id is not null and m.total is distinct from d.total_rupiah
          then 'gave ' || coalesce(m.total, 0) || ' of ' || d.total_rupiah || ' onto savings'
        end as difference
      from savings.shu_division d
      join partners.institution i on i.city_id = d.city_id and i.id = d.institution_id
      left join shares s on s.institution_id = d.institution_id and s.year = d.year
      left join saved m on m.journal_id = d.journal_id
      where d.city_id = ${db.city})
    select count(*) as counted,
      (select 'SHU ' || year || ' of ' || code || ' ' || difference from looked where difference is not null order by code, year limit 1) as first
    from looked`.execute(db);
  return checkOf('SHU divisions', rows[0]);
}

/** What a member fetched is all her shares of a year that was kept as payable, and what its journal moved. */
async function paymentsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with shares as (
      select institution_id, year, person_id, sum(amount_rupiah)::bigint as total
      from savings.shu_share where city_id = ${db.city} group by institution_id, year, person_id),
    posted as (
      select f.journal_id, sum(e.amount) filter (where e.amount > 0)::bigint as total
      from savings.shu_payment f
      join ledger.entry e on e.city_id = f.city_id and e.journal_id = f.journal_id
      where f.city_id = ${db.city} group by f.journal_id),
    looked as (
      select f.year, p.name, case
        when d.paid_to is distinct from 'payable' then 'was paid of a year that was not kept as payable'
        when f.amount_rupiah is distinct from s.total then 'was paid ' || f.amount_rupiah || ', has shares of ' || coalesce(s.total, 0)
        when f.amount_rupiah is distinct from j.total then 'was paid ' || f.amount_rupiah || ', the books say ' || coalesce(j.total, 0)
        when (f.paid_to = 'savings') <> (m.id is not null)
          or (m.id is not null and m.amount_rupiah <> f.amount_rupiah) then 'was paid to ' || f.paid_to || ', her savings differ'
        end as difference
      from savings.shu_payment f
      join registry.person p on p.city_id = f.city_id and p.id = f.person_id
      left join savings.shu_division d on d.city_id = f.city_id and d.institution_id = f.institution_id and d.year = f.year
      left join shares s on s.institution_id = f.institution_id and s.year = f.year and s.person_id = f.person_id
      left join posted j on j.journal_id = f.journal_id
      left join savings.movement m on m.city_id = f.city_id and m.journal_id = f.journal_id
      where f.city_id = ${db.city})
    select count(*) as counted,
      (select name || ', SHU ' || year || ', ' || difference from looked where difference is not null order by name, year limit 1) as first
    from looked`.execute(db);
  return checkOf('SHU payments', rows[0]);
}

function checkOf(name: string, found: Found | undefined): Check {
  return { name, counted: Number(found?.counted ?? 0n), difference: found?.first ?? null };
}
