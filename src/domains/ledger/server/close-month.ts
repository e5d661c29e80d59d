import { sql } from 'kysely';
import { addDays, addMonths, monthName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { controls } from '../chart.ts';
import { closeMonthInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { dayState, holdBook } from './closing-day.ts';
import { getBook } from './ledger-store.ts';

/**
 * Closes a month of the books for good, with two people: its totals are kept, and nothing is posted into it again.
 * Closing December brings income and expenses to zero against the surplus account; nothing else is posted.
 *
 * Refused while the month's last day is open, before the month before it, a second time, and for a month to come.
 */
export const closeMonth = defineCommand({
  kind: 'ledger.close-month',
  version: 1,
  input: closeMonthInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body.month),
  check: mayClose,
  async handle(tx, body, context) {
    const { bookId, first } = await mayClose(tx, body, context);
    await holdBook(tx, bookId);
    const yearJournalId = body.month.endsWith('-12')
      ? await closeYear(tx, { bookId, year: Number(body.month.slice(0, 4)), context })
      : null;
    const { rows } = await sql`
      insert into ledger.period (city_id, book_id, month, closed_at, proposed_by, closed_by, year_journal_id)
      values (${tx.city}, ${bookId}, ${first}, ${context.now}, ${context.proposedBy ?? context.actor.userId},
        ${context.actor.userId}, ${yearJournalId}) on conflict do nothing returning month`.execute(
      tx,
    );
    if (rows.length === 0) throw ledgerProblems.monthClosed({ month: body.month });
    await keepTotals(tx, { bookId, first });
    return {
      answer: { month: body.month, yearJournalId },
      audit: { subject: { kind: 'book', id: bookId }, says: wordsOf(body.month) },
    };
  },
});

/** A month of a book and how it stands. */
export interface Period {
  readonly month: BusinessDate;
  readonly closedAt: Date | null;
  readonly proposedBy: string | null;
  readonly closedBy: string | null;
  readonly yearJournalId: string | null;
}

/** The first month that is still open: after the last closed one, or that of the first journal or of the opening. */
export async function firstOpenMonth(db: Reader, bookId: string): Promise<BusinessDate> {
  const { rows } = await sql<{ month: BusinessDate }>`
    select coalesce(
      (select (max(month) + interval '1 month')::date from ledger.period where city_id = ${db.city} and book_id = ${bookId}),
      (select date_trunc('month', min(d))::date from (
        select min(business_date) as d from ledger.journal where city_id = ${db.city} and book_id = ${bookId}
        union all select opened_on from ledger.book where city_id = ${db.city} and id = ${bookId}) t)) as month`.execute(
    db,
  );
  if (!rows[0]) throw ledgerProblems.noBook();
  return rows[0].month;
}

/** Closed months, the latest first. */
export async function listPeriods(db: Reader, bookId: string): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select p.month, p.closed_at as "closedAt", a.name as "proposedBy", b.name as "closedBy", p.year_journal_id as "yearJournalId"
    from ledger.period p
    left join access.user_account a on a.city_id = p.city_id and a.id = p.proposed_by
    left join access.user_account b on b.city_id = p.city_id and b.id = p.closed_by
    where p.city_id = ${db.city} and p.book_id = ${bookId} order by p.month desc`.execute(db);
  return rows;
}

async function mayClose(
  tx: Tx,
  body: { institutionId: string; month: string },
  context: CommandContext,
): Promise<{ bookId: string; first: BusinessDate }> {
  const { id: bookId } = await getBook(tx, body.institutionId);
  const first = `${body.month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const next = await firstOpenMonth(tx, bookId);
  if (first < next) throw ledgerProblems.monthClosed({ month: body.month });
  if (first > next) throw ledgerProblems.monthBefore({ month: next.slice(0, 7) });
  if (last >= context.today) throw ledgerProblems.monthNotOver({ month: body.month });
  if ((await dayState(tx, { bookId, day: last })) !== 'closed')
    throw ledgerProblems.lastDayOpen({ day: last });
  return { bookId, first };
}

async function closeYear(
  tx: Tx,
  closing: { bookId: string; year: number; context: CommandContext },
): Promise<string | null> {
  const journalId = newId();
  const { bookId, year, context } = closing;
  const { rows } = await sql<{ lines: number }>`
    select ledger.close_year(${tx.city}, ${bookId}, ${context.id}, ${journalId}, ${year},
      ${`Penutupan tahun buku ${year}`}, a.id) as lines
    from ledger.account a
    where a.city_id = ${tx.city} and a.book_id = ${bookId} and a.control = ${controls.surplus.control} and a.leaf is null`.execute(
    tx,
  );
  if (!rows[0]) throw ledgerProblems.noChart();
  return rows[0].lines > 0 ? journalId : null;
}

/** The closing entries of a year are left out: statements of the year must show what it earned. */
async function keepTotals(tx: Tx, closed: { bookId: string; first: BusinessDate }): Promise<void> {
  await sql`
    insert into ledger.month_total (city_id, book_id, month, control, debit, credit)
    select ${tx.city}, ${closed.bookId}, ${closed.first}::date, a.control,
      coalesce(sum(e.amount) filter (where e.amount > 0), 0), -coalesce(sum(e.amount) filter (where e.amount < 0), 0)
    from ledger.journal j
    join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    where j.city_id = ${tx.city} and j.book_id = ${closed.bookId} and j.kind <> 'year-closing'
      and j.business_date >= ${closed.first}::date and j.business_date < (${closed.first}::date + interval '1 month')
    group by a.control`.execute(tx);
}

function wordsOf(month: string): Words {
  const [year = '', number = ''] = month.split('-');
  const december = number === '12';
  return {
    id: `Menutup bulan ${monthName(Number(number), 'id')} ${year}${december ? ' dan tahun bukunya' : ''}`,
    en: `Close ${monthName(Number(number), 'en')} ${year}${december ? ' and its financial year' : ''}`,
  };
}
