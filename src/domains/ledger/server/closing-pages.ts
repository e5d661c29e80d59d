import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { firstOpenMonth, listPeriods } from './close-month.ts';
import type { Period } from './close-month.ts';
import { lastClosedDay, uncountedCash } from './closing-day.ts';
import type { UncountedCash } from './closing-day.ts';

/** How far a book is closed and what stands in the way of closing further. */
export interface ClosingState {
  readonly lastDay: BusinessDate | null;
  readonly nextMonth: BusinessDate;
  readonly periods: readonly Period[];
  /** On the day asked for. */
  readonly uncounted: readonly UncountedCash[];
  /** A book with loans closes its days with theirs. */
  readonly hasLoans: boolean;
}

export async function closingState(
  db: Reader,
  asked: { bookId: string; day: BusinessDate },
): Promise<ClosingState> {
  return {
    lastDay: await lastClosedDay(db, asked.bookId),
    nextMonth: await firstOpenMonth(db, asked.bookId),
    periods: await listPeriods(db, asked.bookId),
    uncounted: await uncountedCash(db, asked),
    hasLoans: await hasLoans(db, asked.bookId),
  };
}

/** Whether any leaf of a book belongs to a loan. */
export async function hasLoans(db: Reader, bookId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ledger.account
    where city_id = ${db.city} and book_id = ${bookId} and owner_kind = 'loan' limit 1`.execute(db);
  return rows.length > 0;
}
