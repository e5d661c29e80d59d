import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { AccountClass } from '../chart.ts';
import type { PostableAccount } from '../manual-journal.ts';

/** An account of a book's chart with what stands on it now. */
export interface ChartAccount extends PostableAccount {
  readonly class: AccountClass;
  readonly line: string;
  readonly control: string;
  /** Whole rupiah over all leaves, debit positive. */
  readonly balanceRupiah: bigint;
  readonly leaves: number;
  /** Whether anything was ever posted to it. */
  readonly used: boolean;
}

/** The chart of a book in the order of its numbers. */
export async function listChart(db: Reader, bookId: string): Promise<ChartAccount[]> {
  const { rows } = await sql<Omit<ChartAccount, 'leaves'> & { leaves: bigint }>`
    select c.number, c.name, c.class, c.line, c.control, c.kept_by as "keptBy", c.closed_at is not null as closed,
      own.id as "leafId", coalesce(sum(a.balance), 0)::bigint as "balanceRupiah", count(a.id) as leaves,
      coalesce(bool_or(a.entry_count > 0), false) as used
    from ledger.chart_account c
    left join ledger.account own on own.city_id = c.city_id and own.book_id = c.book_id and own.control = c.control and own.leaf is null
    left join ledger.account a on a.city_id = c.city_id and a.book_id = c.book_id and a.control = c.control
    where c.city_id = ${db.city} and c.book_id = ${bookId}
    group by c.city_id, c.book_id, c.number, own.id order by c.number`.execute(db);
  return rows.map((row) => ({ ...row, leaves: Number(row.leaves) }));
}

/** Accounts that journals may name, by number. */
export async function postableAccounts(
  db: Reader,
  bookId: string,
): Promise<Map<string, PostableAccount & { class: AccountClass; control: string }>> {
  const { rows } = await sql<PostableAccount & { class: AccountClass; control: string }>`
    select c.number, c.name, c.class, c.control, c.kept_by as "keptBy", c.closed_at is not null as closed, a.id as "leafId"
    from ledger.chart_account c
    left join ledger.account a on a.city_id = c.city_id and a.book_id = c.book_id and a.control = c.control and a.leaf is null
    where c.city_id = ${db.city} and c.book_id = ${bookId} order by c.number`.execute(db);
  return new Map(rows.map((row) => [row.number, row]));
}
