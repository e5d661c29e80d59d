import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** One thing recomputed: how many agreed, and the first that did not, in words; null when all agree. */
export interface Check {
  readonly name: string;
  readonly counted: number;
  readonly difference: string | null;
}

/** Recomputes every journal, every account, every account's chain of balances, and each year's SHU that was divided. */
export async function verifyBooks(db: Reader): Promise<Check[]> {
  return [
    await journalsSumToZero(db),
    await balancesAgree(db),
    await chainsAgree(db),
    await surplusesAgree(db),
  ];
}

async function journalsSumToZero(db: Reader): Promise<Check> {
  const { rows } = await sql<{ counted: bigint; first: string | null }>`
    with sums as (
      select j.id, coalesce(sum(e.amount), 0) as total, count(e.line) as lines
      from ledger.journal j left join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
      where j.city_id = ${db.city} group by j.id)
    select count(*) as counted,
      (select 'journal ' || id || ' has ' || lines || ' lines that sum to ' || total from sums
        where total <> 0 or lines < 2 order by id limit 1) as first
    from sums`.execute(db);
  return check('journals sum to zero', rows[0]);
}

async function balancesAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<{ counted: bigint; first: string | null }>`
    with sums as (
      select a.id, a.control || coalesce(':' || a.leaf, '') as name, a.balance, a.entry_count,
        coalesce(sum(e.amount), 0) as total, count(e.line) as lines
      from ledger.account a left join ledger.entry e on e.city_id = a.city_id and e.account_id = a.id
      where a.city_id = ${db.city} group by a.id, a.control, a.leaf, a.balance, a.entry_count)
    select count(*) as counted,
      (select 'account ' || name || ' says ' || balance || ', its ' || lines || ' entries sum to ' || total from sums
        where balance <> total or entry_count <> lines order by name limit 1) as first
    from sums`.execute(db);
  return check('account balances', rows[0]);
}

async function chainsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<{ counted: bigint; first: string | null }>`
    with run as (
      select e.journal_id, e.line, e.account_id, e.account_entry, e.balance_after,
        sum(e.amount) over w as total, row_number() over w as place, a.id is null or j.id is null as astray
      from ledger.entry e
      left join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
      left join ledger.journal j on j.city_id = e.city_id and j.id = e.journal_id and j.book_id = a.book_id
      where e.city_id = ${db.city}
      window w as (partition by e.account_id order by e.account_entry))
    select count(*) as counted, coalesce(
      (select 'entry ' || line || ' of journal ' || journal_id || ' has no journal or account in one book' from run
        where astray order by journal_id, line limit 1),
      (select 'entry ' || line || ' of journal ' || journal_id || ' says a balance of ' || balance_after || ', recomputed ' || total
        from run where balance_after <> total or account_entry <> place order by account_id, account_entry limit 1)) as first
    from run`.execute(db);
  return check('entries chain', rows[0]);
}

/** The SHU of a year is what its journal took out of the surplus. */
async function surplusesAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<{ counted: bigint; first: string | null }>`
    with looked as (
      select d.year, b.code, d.total_rupiah as total, coalesce((
        select sum(e.amount) from ledger.entry e
        where e.city_id = d.city_id and e.journal_id = d.journal_id and e.amount > 0), 0) as posted
      from ledger.shu_distribution d
      join ledger.book b on b.city_id = d.city_id and b.id = d.book_id
      where d.city_id = ${db.city})
    select count(*) as counted, (select 'SHU ' || year || ' of ' || code || ' says ' || total || ', its journal moved ' || posted
      from looked where total <> posted order by code, year limit 1) as first
    from looked`.execute(db);
  return check('SHU distributions', rows[0]);
}

function check(name: string, row: { counted: bigint; first: string | null } | undefined): Check {
  return { name, counted: Number(row?.counted ?? 0n), difference: row?.first ?? null };
}
