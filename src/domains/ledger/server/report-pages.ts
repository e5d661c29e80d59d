import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ListPage } from '#platform/db/list-ask.ts';
import type { AccountMovement } from '../statement.ts';

interface Span {
  readonly bookId: string;
  /** The first day, inclusive; null from the beginning. */
  readonly from: BusinessDate | null;
  /** The last day, inclusive. */
  readonly to: BusinessDate;
}

/**
 * What every account of the chart held before a span of days and what moved on it in them, by business date. Closed
 * months come from their kept totals, the rest from the entries: a report costs what was posted since.
 *
 * @param closings whether the closing entries of years count: yes for a balance, no for what a year earned
 */
export async function movements(
  db: Reader,
  asked: Span & { closings: boolean },
): Promise<AccountMovement[]> {
  const { bookId, from, to } = asked;
  const before =
    from === null ? [] : await totals(db, { bookId, from: null, to: addDays(from, -1) });
  const within = await totals(db, { bookId, from, to });
  const closing = asked.closings ? await yearClosings(db, { bookId, from, to }) : [];
  const { rows: chart } = await sql<
    Omit<AccountMovement, 'openingRupiah' | 'debitRupiah' | 'creditRupiah'>
  >`
    select number, name, class, line, control from ledger.chart_account
    where city_id = ${db.city} and book_id = ${bookId} order by number`.execute(db);
  const sumOf = (rows: readonly Moved[], control: string) => {
    const found = rows.filter((row) => row.control === control);
    return {
      debit: found.reduce((sum, row) => sum + row.debit, 0n),
      credit: found.reduce((sum, row) => sum + row.credit, 0n),
    };
  };
  const earlier = [...before, ...closing.filter((row) => row.before)];
  const during = [...within, ...closing.filter((row) => !row.before)];
  return chart.map((account) => {
    const opening = sumOf(earlier, account.control);
    const moved = sumOf(during, account.control);
    return {
      ...account,
      openingRupiah: opening.debit - opening.credit,
      debitRupiah: moved.debit,
      creditRupiah: moved.credit,
    };
  });
}

interface Moved {
  readonly control: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Debits and credits by control account in a span, without the closing entries of years. */
async function totals(db: Reader, span: Span): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with kept as (
      select min(month) as first, (max(month) + interval '1 month')::date as after
      from ledger.period
      where city_id = ${db.city} and book_id = ${span.bookId}
        and (${span.from}::date is null or month >= ${span.from}::date)
        and month + interval '1 month' <= ${span.to}::date + 1
    )
    select control, sum(debit)::bigint as debit, sum(credit)::bigint as credit from (
      select t.control, t.debit, t.credit from ledger.month_total t, kept
      where t.city_id = ${db.city} and t.book_id = ${span.bookId} and t.month >= kept.first and t.month < kept.after
      union all
      select a.control, greatest(e.amount, 0), greatest(-e.amount, 0)
      from kept, ledger.journal j
      join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
      join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
      where j.city_id = ${db.city} and j.book_id = ${span.bookId} and j.kind <> 'year-closing'
        and (${span.from}::date is null or j.business_date >= ${span.from}::date) and j.business_date <= ${span.to}::date
        and (kept.first is null or j.business_date < kept.first or j.business_date >= kept.after)
    ) moved group by control`.execute(db);
  return rows;
}

/** The closing entries of years up to the span's end, and whether they lie before its beginning. */
async function yearClosings(db: Reader, span: Span): Promise<(Moved & { before: boolean })[]> {
  const { rows } = await sql<Moved & { before: boolean }>`
    select a.control, coalesce(j.business_date < ${span.from}::date, false) as before,
      sum(greatest(e.amount, 0))::bigint as debit, sum(greatest(-e.amount, 0))::bigint as credit
    from ledger.period p
    join ledger.journal j on j.city_id = p.city_id and j.id = p.year_journal_id
    join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    where p.city_id = ${db.city} and p.book_id = ${span.bookId} and j.business_date <= ${span.to}::date
    group by 1, 2`.execute(db);
  return rows;
}

/** A line of an account's ledger with the balance of the whole account after it. */
export interface AccountEntry {
  readonly journalId: string;
  readonly line: number;
  readonly businessDate: BusinessDate;
  readonly valueDate: BusinessDate;
  readonly kind: string;
  readonly says: string;
  readonly leaf: string | null;
  /** Debit positive. */
  readonly amount: bigint;
  readonly balanceRupiah: bigint;
}

/** The entries of an account of the chart in order, with a running balance over all its leaves. */
export async function accountEntries(
  db: Reader,
  asked: Span & { control: string; size: number; offset: number },
): Promise<ListPage<AccountEntry> & { openingRupiah: bigint; closingRupiah: bigint }> {
  const scope = sql`j.city_id = ${db.city} and j.book_id = ${asked.bookId} and j.business_date <= ${asked.to}::date
    and a.control = ${asked.control}`;
  const joined = sql`ledger.account a
    join ledger.entry e on e.city_id = a.city_id and e.account_id = a.id
    join ledger.journal j on j.city_id = e.city_id and j.id = e.journal_id`;
  const { rows: heads } = await sql<{ opening: bigint; closing: bigint; total: bigint }>`
    select coalesce(sum(e.amount) filter (where j.business_date < ${asked.from}::date), 0)::bigint as opening,
      coalesce(sum(e.amount), 0)::bigint as closing,
      count(*) filter (where ${asked.from}::date is null or j.business_date >= ${asked.from}::date) as total
    from ${joined} where ${scope} and a.city_id = ${db.city} and a.book_id = ${asked.bookId}`.execute(
    db,
  );
  const head = heads[0] ?? { opening: 0n, closing: 0n, total: 0n };
  const { rows } = await sql<AccountEntry>`
    select * from (
      select j.id as "journalId", e.line, j.business_date as "businessDate", j.value_date as "valueDate", j.kind, j.says, a.leaf,
        e.amount, (${head.opening.toString()}::bigint + sum(e.amount) over (order by j.business_date, j.id, e.line))::bigint as "balanceRupiah"
      from ${joined}
      where ${scope} and a.city_id = ${db.city} and a.book_id = ${asked.bookId}
        and (${asked.from}::date is null or j.business_date >= ${asked.from}::date)
    ) t order by "businessDate", "journalId", line limit ${asked.size} offset ${asked.offset}`.execute(
    db,
  );
  return {
    rows,
    total: Number(head.total),
    openingRupiah: head.opening,
    closingRupiah: head.closing,
  };
}
