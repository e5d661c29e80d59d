import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lendingProblems } from '../../problems.ts';
import { emptyPortfolio, standingNames, tallyNames } from '../../portfolio-day.ts';
import type { PortfolioFigures, Tally } from '../../portfolio-day.ts';
import type { GradeRule } from './grade-rules.ts';

/** A book as the day close needs it. */
export interface ClosingBook {
  readonly bookId: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: string;
  /** IANA name of the city's zone. */
  readonly zone: string;
}

/** @throws Refusal `lending.unknown-book` */
export async function getClosingBook(db: Reader, bookId: string): Promise<ClosingBook> {
  const { rows } = await sql<ClosingBook>`
    select b.id as "bookId", i.id as "institutionId", i.short_name as "institutionName", i.kind, c.time_zone as zone
    from ledger.book b
    join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    join access.city c on c.city_id = b.city_id
    where b.city_id = ${db.city} and b.id = ${bookId}`.execute(db);
  const book = rows[0];
  if (!book) throw lendingProblems.unknownBook();
  return book;
}

/** A close as far as it is. */
export interface DayCloseRow {
  readonly day: BusinessDate;
  readonly state: 'running' | 'done';
  readonly loansTouched: bigint;
  readonly batches: number;
  readonly tally: Tally;
  readonly rules: readonly GradeRule[];
}

interface StoredClose extends Omit<DayCloseRow, 'tally'> {
  readonly tally: Readonly<Record<string, string>>;
}

/** The last day that was closed before one, or null when the book has none. */
export async function closeBefore(
  db: Reader,
  { bookId, day }: { bookId: string; day: BusinessDate },
): Promise<DayCloseRow | null> {
  const { rows } = await sql<StoredClose>`
    select day, state, loans_touched as "loansTouched", batches, tally, grade_rules as rules from lending.day_close
    where city_id = ${db.city} and book_id = ${bookId} and day < ${day} order by day desc limit 1`.execute(
    db,
  );
  return rows[0] ? withTally(rows[0]) : null;
}

/**
 * The first day of a book that is not closed. Of a book that never closed one, the first day it lent anything; before
 * it there is nothing to close.
 */
export async function firstDayToClose(
  db: Reader,
  { bookId, until }: { bookId: string; until: BusinessDate },
): Promise<BusinessDate> {
  const { rows } = await sql<{ day: BusinessDate | null }>`
    select coalesce(
      (select max(day) + 1 from lending.day_close where city_id = ${db.city} and book_id = ${bookId} and state = 'done'),
      (select min(l.disbursed_on) from lending.loan l
        join ledger.book b on b.city_id = l.city_id and b.institution_id = l.institution_id
        where l.city_id = ${db.city} and b.id = ${bookId} and l.disbursed_on <= ${until})) as day`.execute(
    db,
  );
  return rows[0]?.day ?? until;
}

/** Books that have lent something and have an open day until one. */
export async function booksToClose(db: Reader, until: BusinessDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from ledger.book b
    where b.city_id = ${db.city}
      and not exists (select from lending.day_close c
        where c.city_id = b.city_id and c.book_id = b.id and c.day >= ${until} and c.state = 'done')
      and exists (select from lending.loan l
        where l.city_id = b.city_id and l.institution_id = b.institution_id and l.disbursed_on <= ${until})
    order by b.id`.execute(db);
  return rows.map((row) => row.id);
}

/** Whether an earlier piece of a day's close was committed: the day then admits no more entries. */
export async function isBegun(
  db: Reader,
  { bookId, day }: { bookId: string; day: BusinessDate },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from lending.day_close where city_id = ${db.city} and book_id = ${bookId} and day = ${day}`.execute(
    db,
  );
  return rows.length > 0;
}

/** Begins a day's close, or goes on with one that was cut off; held against another closer until the commit. */
export async function takeDayClose(
  tx: Tx,
  close: {
    bookId: string;
    day: BusinessDate;
    at: Date;
    askedBy: string;
    rules: readonly GradeRule[];
  },
): Promise<DayCloseRow> {
  // A statement of its own sees the row of whoever it waited for.
  const [, { rows }] = await together(
    sql`
      insert into lending.day_close (city_id, book_id, day, state, begun_at, asked_by, grade_rules)
      values (${tx.city}, ${close.bookId}, ${close.day}, 'running', ${close.at}, ${close.askedBy},
        ${JSON.stringify(close.rules)}::jsonb)
      on conflict do nothing`.execute(tx),
    sql<StoredClose>`
      select day, state, loans_touched as "loansTouched", batches, tally, grade_rules as rules from lending.day_close
      where city_id = ${tx.city} and book_id = ${close.bookId} and day = ${close.day} for update`.execute(
      tx,
    ),
  );
  return withTally(rows[0]!);
}

/** Counts a batch in the transaction that wrote it. */
export async function countBatch(
  tx: Tx,
  of: { bookId: string; day: BusinessDate },
  counted: { touched: number; tally: Tally; workMs: number; doneAt: Date | null },
): Promise<void> {
  const tally = Object.fromEntries(
    tallyNames.map((name) => [name, counted.tally[name].toString()]),
  );
  await sql`
    update lending.day_close set loans_touched = loans_touched + ${counted.touched}, batches = batches + 1,
      tally = ${JSON.stringify(tally)}::jsonb, work_ms = work_ms + ${counted.workMs}, done_at = ${counted.doneAt},
      state = case when ${counted.doneAt}::timestamptz is null then 'running' else 'done' end
    where city_id = ${tx.city} and book_id = ${of.bookId} and day = ${of.day}`.execute(tx);
}

/** What a closed day's portfolio holds beside its figures. */
export interface PortfolioDay extends PortfolioFigures {
  readonly day: BusinessDate;
  readonly earnedInterest: bigint;
  readonly provisionRupiah: bigint | null;
  readonly ledgerRupiah: bigint;
}

export const portfolioColumns = sql`
  d.day, d.loans, d.late_loans as "lateLoans", d.outstanding_rupiah as outstanding, d.overdue_rupiah as overdue,
  d.unpaid_interest as "unpaidInterest", d.earned_interest as "earnedInterest", d.late_1_rupiah as late1,
  d.late_8_rupiah as late8, d.late_31_rupiah as late31, d.late_61_rupiah as late61, d.late_91_rupiah as late91,
  d.grade_1_rupiah as grade1, d.grade_2_rupiah as grade2, d.grade_3_rupiah as grade3, d.grade_4_rupiah as grade4,
  d.grade_5_rupiah as grade5, d.provision_rupiah as "provisionRupiah", d.ledger_rupiah as "ledgerRupiah"`;

/** The portfolio of a closed day; empty figures where the book has none yet. */
export async function portfolioOn(
  db: Reader,
  { bookId, day }: { bookId: string; day: BusinessDate | null },
): Promise<PortfolioDay> {
  const { rows } = await sql<PortfolioDay>`
    select ${portfolioColumns} from lending.portfolio_day d
    where d.city_id = ${db.city} and d.book_id = ${bookId} and d.day = ${day}`.execute(db);
  return (
    rows[0] ?? {
      ...emptyPortfolio,
      day: day ?? '-infinity',
      earnedInterest: 0n,
      provisionRupiah: null,
      ledgerRupiah: 0n,
    }
  );
}

export async function insertPortfolioDay(
  tx: Tx,
  bookId: string,
  figures: PortfolioDay,
): Promise<void> {
  const values = [
    figures.loans,
    figures.lateLoans,
    figures.outstanding,
    figures.overdue,
    figures.unpaidInterest,
    figures.earnedInterest,
    ...standingNames.filter((name) => /^(late|grade)\d/.test(name)).map((name) => figures[name]),
    figures.provisionRupiah,
    figures.ledgerRupiah,
  ];
  await sql`
    insert into lending.portfolio_day (city_id, book_id, day, loans, late_loans, outstanding_rupiah, overdue_rupiah,
      unpaid_interest, earned_interest, late_1_rupiah, late_8_rupiah, late_31_rupiah, late_61_rupiah, late_91_rupiah,
      grade_1_rupiah, grade_2_rupiah, grade_3_rupiah, grade_4_rupiah, grade_5_rupiah, provision_rupiah, ledger_rupiah)
    values (${tx.city}, ${bookId}, ${figures.day}, ${sql.join(values)})`.execute(tx);
}

function withTally({ tally, ...row }: StoredClose): DayCloseRow {
  return { ...row, tally: readTally(tally) };
}

/** A tally as its row keeps it: decimal text by name. */
export function readTally(stored: Readonly<Record<string, string>>): Tally {
  return Object.fromEntries(tallyNames.map((name) => [name, BigInt(stored[name] ?? '0')])) as Tally;
}
