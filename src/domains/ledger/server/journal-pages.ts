import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { containing } from '#platform/db/list-ask.ts';
import type { ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';

export interface JournalRow {
  readonly id: string;
  readonly businessDate: BusinessDate;
  readonly valueDate: BusinessDate;
  readonly kind: string;
  readonly says: string;
  /** What moved, whole rupiah: the sum of its debits. */
  readonly amountRupiah: bigint;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
}

export interface JournalDetail extends JournalRow {
  readonly postedAt: Date;
  readonly commandId: string;
  readonly lines: readonly {
    readonly accountId: string;
    readonly number: string | null;
    readonly name: string;
    readonly leaf: string | null;
    /** Debit positive. */
    readonly amount: bigint;
  }[];
}

/** Which journals are asked for; dates inclusive, on the business date. */
export interface JournalAsk {
  readonly bookId: string;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  readonly kind: string | null;
  readonly q: string;
  readonly size: number;
  readonly offset: number;
}

/** Journals of a book, the latest first. */
export async function listJournals(db: Reader, ask: JournalAsk): Promise<ListPage<JournalRow>> {
  const where = sql`j.city_id = ${db.city} and j.book_id = ${ask.bookId}
    and (${ask.from}::date is null or j.business_date >= ${ask.from}::date)
    and (${ask.to}::date is null or j.business_date <= ${ask.to}::date)
    and (${ask.kind}::text is null or j.kind = ${ask.kind})
    and (${ask.q} = '' or j.says ilike ${containing(ask.q)})`;
  const { rows: counted } = await sql<{ total: bigint }>`
    select count(*) as total from ledger.journal j where ${where}`.execute(db);
  const { rows } = await sql<JournalRow>`
    select j.id, j.business_date as "businessDate", j.value_date as "valueDate", j.kind, j.says,
      j.reverses_id as "reversesId", r.id as "reversedById",
      (select coalesce(sum(e.amount) filter (where e.amount > 0), 0)::bigint from ledger.entry e
        where e.city_id = j.city_id and e.journal_id = j.id) as "amountRupiah"
    from (select * from ledger.journal j where ${where}
      order by j.business_date desc, j.id desc limit ${ask.size} offset ${ask.offset}) j
    left join ledger.journal r on r.city_id = j.city_id and r.reverses_id = j.id
    order by j.business_date desc, j.id desc`.execute(db);
  return { rows, total: Number(counted[0]?.total ?? 0n) };
}

/** The kinds of journal that a book has, for a filter. */
export async function journalKinds(db: Reader, bookId: string): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from ledger.journal where city_id = ${db.city} and book_id = ${bookId} order by kind`.execute(
    db,
  );
  return rows.map((row) => row.kind);
}

/** A journal with its lines; null when the book has none by this id. */
export async function findJournal(
  db: Reader,
  wanted: { bookId: string; journalId: string },
): Promise<JournalDetail | null> {
  const { rows } = await sql<Omit<JournalDetail, 'lines' | 'amountRupiah'>>`
    select j.id, j.business_date as "businessDate", j.value_date as "valueDate", j.kind, j.says, j.posted_at as "postedAt",
      j.command_id as "commandId", j.reverses_id as "reversesId", r.id as "reversedById"
    from ledger.journal j left join ledger.journal r on r.city_id = j.city_id and r.reverses_id = j.id
    where j.city_id = ${db.city} and j.book_id = ${wanted.bookId} and j.id = ${wanted.journalId}`.execute(
    db,
  );
  const head = rows[0];
  if (!head) return null;
  const { rows: lines } = await sql<JournalDetail['lines'][number]>`
    select e.account_id as "accountId", c.number, coalesce(c.name, a.control) as name, a.leaf, e.amount
    from ledger.entry e
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    left join ledger.chart_account c on c.city_id = a.city_id and c.book_id = a.book_id and c.control = a.control
    where e.city_id = ${db.city} and e.journal_id = ${wanted.journalId} order by e.line`.execute(
    db,
  );
  const amountRupiah = lines.reduce(
    (sum, line) => (line.amount > 0n ? sum + line.amount : sum),
    0n,
  );
  return { ...head, amountRupiah, lines };
}
