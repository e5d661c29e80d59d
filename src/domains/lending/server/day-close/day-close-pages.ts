import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tally } from '../../portfolio-day.ts';
import { firstDayToClose, portfolioColumns, readTally } from './day-close-store.ts';
import type { PortfolioDay } from './day-close-store.ts';
import type { GradeRule } from './grade-rules.ts';

/** A book kept here, and how far its days are closed. */
export interface ClosableBook {
  readonly bookId: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly lastClosed: BusinessDate | null;
  readonly firstOpen: BusinessDate;
}

/** Books an actor may see, in order of their lenders' names. */
export async function closableBooks(
  db: Reader,
  asked: { today: BusinessDate; scope: Scope },
): Promise<ClosableBook[]> {
  const { scope } = asked;
  const { rows } = await sql<Omit<ClosableBook, 'firstOpen'>>`
    select b.id as "bookId", i.id as "institutionId", i.short_name as "institutionName",
      (select max(c.day) from lending.day_close c where c.city_id = b.city_id and c.book_id = b.id and c.state = 'done') as "lastClosed"
    from ledger.book b join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    where b.city_id = ${db.city} and (${scope.all} or i.id::text = any (${[...scope.institution]}::text[]))
    order by i.short_name`.execute(db);
  const books: ClosableBook[] = [];
  for (const row of rows) {
    const firstOpen = await firstDayToClose(db, { bookId: row.bookId, until: asked.today });
    books.push({ ...row, firstOpen });
  }
  return books;
}

/** A closed day, or one that is closing, as the history shows it. */
export interface CloseLine {
  readonly day: BusinessDate;
  readonly state: 'running' | 'done';
  readonly doneAt: Date | null;
  readonly workMs: number;
  readonly loansTouched: number;
  readonly askedBy: string | null;
  readonly tally: Tally;
  readonly rules: readonly GradeRule[];
  /** Null while it is closing. */
  readonly portfolio: PortfolioDay | null;
}

/** Closes of a book, the newest first. */
export async function listCloses(
  db: Reader,
  asked: { bookId: string; limit: number; offset: number },
): Promise<{ rows: CloseLine[]; total: number }> {
  const { rows } = await sql<
    Omit<CloseLine, 'tally' | 'portfolio'> &
      PortfolioDay & { stored: Readonly<Record<string, string>>; total: bigint; closed: boolean }
  >`
    select ${portfolioColumns}, c.day, c.state, c.done_at as "doneAt", c.work_ms::int as "workMs",
      c.loans_touched::int as "loansTouched", u.name as "askedBy", c.tally as stored, c.grade_rules as rules,
      d.day is not null as closed, count(*) over () as total
    from lending.day_close c
    left join lending.portfolio_day d on d.city_id = c.city_id and d.book_id = c.book_id and d.day = c.day
    left join access.user_account u on u.city_id = c.city_id and u.id = c.asked_by
    where c.city_id = ${db.city} and c.book_id = ${asked.bookId}
    order by c.day desc limit ${asked.limit} offset ${asked.offset}`.execute(db);
  return {
    rows: rows.map((row) => ({
      day: row.day,
      state: row.state,
      doneAt: row.doneAt,
      workMs: row.workMs,
      loansTouched: row.loansTouched,
      askedBy: row.askedBy,
      rules: row.rules,
      tally: readTally(row.stored),
      portfolio: row.closed ? row : null,
    })),
    total: Number(rows[0]?.total ?? 0n),
  };
}

/** Portfolios of a book day by day, the oldest first, as they were written when each day closed. */
export async function portfolioSeries(
  db: Reader,
  asked: { bookId: string; from: BusinessDate; until: BusinessDate },
): Promise<PortfolioDay[]> {
  const { rows } = await sql<PortfolioDay>`
    select ${portfolioColumns} from lending.portfolio_day d
    where d.city_id = ${db.city} and d.book_id = ${asked.bookId} and d.day between ${asked.from} and ${asked.until}
    order by d.day`.execute(db);
  return rows;
}

/** The job that closes a book's days, while it runs. */
export interface CloseProgress {
  readonly state: 'waiting' | 'running' | 'failed';
  readonly daysDone: number;
  readonly daysTotal: number | null;
  readonly problem: { readonly words?: { id: string; en: string } } | null;
}

/** How far the last close that was asked for has come; null when it is done or nobody asked. */
export async function closeProgress(db: Reader, bookId: string): Promise<CloseProgress | null> {
  const { rows } = await sql<CloseProgress & { state: string }>`
    select state, progress_done::int as "daysDone", progress_total::int as "daysTotal", problem from platform.job_run
    where city_id = ${db.city} and task = 'lending.close-days' and payload ->> 'bookId' = ${bookId}
    order by asked_at desc, id desc limit 1`.execute(db);
  const job = rows[0];
  return job && ['waiting', 'running', 'failed'].includes(job.state) ? job : null;
}
