import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Grade, GradeTable } from '../../arrears.ts';
import { positionOf } from '../../loan-position.ts';
import type { LoanPosition } from '../../loan-position.ts';
import { emptyPortfolio, portfolioOf } from '../../portfolio-day.ts';
import type { PortfolioFigures } from '../../portfolio-day.ts';
import { portfolioOn } from './day-close-store.ts';
import type { GradeRule } from './grade-rules.ts';

/** So many loans are held at a time. */
const pageSize = 5_000;

interface LastClose {
  bookId: string;
  name: string;
  day: BusinessDate;
  zone: string;
  rules: GradeRule[];
}

interface StoredLoan {
  id: string;
  number: string;
  unit: GradeRule['unit'];
  due_on: BusinessDate[];
  principal_due: bigint[];
  interest_due: bigint[];
  lent: bigint;
  principal: bigint;
  interest: bigint;
  written_off: boolean;
  outstanding: bigint;
  overdue: bigint;
  unpaid: bigint;
  late_since: BusinessDate | null;
  bucket: number;
  grade: Grade | null;
}

/**
 * Ages every loan once more as of the last closed day of each book, one by one from what was recorded until then, and
 * compares with what the closes, which only ever wrote what changed, left behind: each loan, and the portfolio.
 */
export async function verifyDayClose(db: Reader): Promise<Check> {
  let counted = 0;
  for (const close of await lastCloses(db)) {
    let sums = emptyPortfolio;
    for (let after = ''; ;) {
      const loans = await loansAfter(db, close, after);
      for (const loan of loans) {
        const difference = differenceOf(close, loan);
        if (difference) return { name: 'day close', counted, difference };
      }
      sums = portfolioOf(loans.map(positionStored), sums);
      counted += loans.length;
      after = loans.at(-1)?.id ?? '';
      if (loans.length < pageSize) break;
    }
    const difference = await portfolioDiffers(db, close, sums);
    if (difference) return { name: 'day close', counted, difference };
  }
  return { name: 'day close', counted, difference: null };
}

async function lastCloses(db: Reader): Promise<LastClose[]> {
  const { rows } = await sql<LastClose>`
    select distinct on (c.book_id) c.book_id as "bookId", b.name, c.day, t.time_zone as zone, c.grade_rules as rules
    from lending.day_close c
    join ledger.book b on b.city_id = c.city_id and b.id = c.book_id
    join access.city t on t.city_id = c.city_id
    where c.city_id = ${db.city} and c.state = 'done'
      and not exists (select from lending.day_close r
        where r.city_id = c.city_id and r.book_id = c.book_id and r.state = 'running' and r.loans_touched > 0)
    order by c.book_id, c.day desc`.execute(db);
  return rows;
}

async function loansAfter(db: Reader, close: LastClose, after: string): Promise<StoredLoan[]> {
  const until = sql`((${close.day}::date + 1)::timestamp at time zone ${close.zone})`;
  const { rows } = await sql<StoredLoan>`
    select l.id, l.number, p.repay_unit as unit, s.due_on, s.principal_due, s.interest_due, p.lent_rupiah as lent,
      paid.principal, paid.interest, p.written_off, p.outstanding_rupiah as outstanding, p.overdue_rupiah as overdue,
      p.unpaid_interest as unpaid, p.late_since, p.bucket, p.grade
    from lending.loan_position p
    join lending.loan l on l.city_id = p.city_id and l.id = p.loan_id
    cross join lateral (
      select v.due_on, v.principal_due, v.interest_due from lending.schedule_version v
      where v.city_id = p.city_id and v.loan_id = p.loan_id and v.made_at < ${until} order by v.version desc limit 1) s
    cross join lateral (
      select coalesce(sum(e.principal), 0)::bigint as principal, coalesce(sum(e.interest), 0)::bigint as interest
      from lending.life e where e.city_id = p.city_id and e.loan_id = p.loan_id and e.recorded_at < ${until}) paid
    where p.city_id = ${db.city} and p.book_id = ${close.bookId}
      and (${after} = '' or p.loan_id > nullif(${after}, '')::uuid)
    order by p.loan_id limit ${pageSize}`.execute(db);
  return rows;
}

function differenceOf(close: LastClose, loan: StoredLoan): string | null {
  if (loan.written_off) return null;
  const schedule = {
    dueOn: loan.due_on,
    principalDue: loan.principal_due,
    interestDue: loan.interest_due,
  };
  const paid = { principal: loan.principal, interest: loan.interest };
  const rule = close.rules.find((one) => one.unit === loan.unit);
  const again = positionOf(
    { schedule, principalRupiah: loan.lent, paid },
    close.day,
    rule && tableOf(rule),
  );
  const compared: [string, unknown, unknown][] = [
    ['outstanding', loan.outstanding, again.outstandingRupiah],
    ['overdue', loan.overdue, again.overdueRupiah],
    ['interest unpaid', loan.unpaid, again.unpaidInterest],
    ['late since', loan.late_since, again.lateSince],
    ['grade', loan.grade, again.grade],
  ];
  const off = compared.find(([, stored, recomputed]) => stored !== recomputed);
  return off
    ? `loan ${loan.number} on ${close.day}: ${off[0]} says ${String(off[1])}, recomputed ${String(off[2])}`
    : null;
}

function positionStored(
  loan: StoredLoan,
): Pick<
  LoanPosition,
  'outstandingRupiah' | 'overdueRupiah' | 'unpaidInterest' | 'bucket' | 'grade' | 'running'
> {
  const last = loan.due_on.length - 1;
  const owes =
    loan.principal < (loan.principal_due[last] ?? 0n) ||
    loan.interest < (loan.interest_due[last] ?? 0n);
  return {
    outstandingRupiah: loan.outstanding,
    overdueRupiah: loan.overdue,
    unpaidInterest: loan.unpaid,
    bucket: loan.bucket,
    grade: loan.grade,
    running: owes && !loan.written_off,
  };
}

async function portfolioDiffers(
  db: Reader,
  close: LastClose,
  sums: PortfolioFigures,
): Promise<string | null> {
  const written = await portfolioOn(db, close);
  const off = (Object.keys(sums) as (keyof PortfolioFigures)[]).find(
    (name) => written[name] !== sums[name],
  );
  return off
    ? `portfolio of ${close.name} on ${close.day}: ${off} says ${written[off]}, its loans sum to ${sums[off]}`
    : null;
}

function tableOf(rule: GradeRule): GradeTable {
  return {
    lenderType: null,
    repayUnit: rule.unit,
    validFrom: rule.validFrom,
    source: rule.source,
    lines: rule.most.map((mostOverdueDays, i) => ({
      grade: rule.grades[i] ?? 5,
      mostOverdueDays,
      ...(rule.after && { mostDaysAfterMaturity: rule.after[i] ?? 0 }),
    })),
  };
}
