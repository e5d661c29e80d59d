import type { Rupiah } from '#kernel/money.ts';
import type { LoanPosition } from './loan-position.ts';
import { makeRate } from '#kernel/rate.ts';
import type { Rate } from '#kernel/rate.ts';

/** Figures that stand at the end of a day; rupiah, or numbers of loans. `late8` is 8 to 30 days late. */
export const standingNames = [
  'loans',
  'lateLoans',
  'outstanding',
  'overdue',
  'unpaidInterest',
  'late1',
  'late8',
  'late31',
  'late61',
  'late91',
  'grade1',
  'grade2',
  'grade3',
  'grade4',
  'grade5',
] as const;

/** Figures of what happened on the day alone. */
export const happenedNames = [
  'earnedInterest',
  'newLoans',
  'lent',
  'paidPrincipal',
  'paidInterest',
  'paidOff',
  'becameLate',
  'becameCurrent',
  'gradeWorse',
  'gradeBetter',
] as const;

/** What the day's penalties came to: how many loans, and how much. */
export const penaltyNames = ['penaltyLoans', 'penaltyRupiah'] as const;

export const tallyNames = [...standingNames, ...happenedNames, ...penaltyNames] as const;

/** What a day, or a piece of one, changed; for the standing figures by how much. */
export type Tally = Readonly<Record<(typeof tallyNames)[number], bigint>>;

/** A lender's portfolio at the end of a day. */
export type PortfolioFigures = Readonly<Record<(typeof standingNames)[number], bigint>>;

export const noTally = Object.fromEntries(tallyNames.map((name) => [name, 0n])) as Tally;
export const emptyPortfolio = Object.fromEntries(
  standingNames.map((name) => [name, 0n]),
) as PortfolioFigures;

export function addTally(a: Tally, b: Tally): Tally {
  return Object.fromEntries(tallyNames.map((name) => [name, a[name] + b[name]])) as Tally;
}

/** The portfolio of a day: the one of the day before, moved by what the day changed. */
export function portfolioAfter(before: PortfolioFigures, moved: Tally): PortfolioFigures {
  return Object.fromEntries(
    standingNames.map((name) => [name, before[name] + moved[name]]),
  ) as PortfolioFigures;
}

/** Figures of loans one by one, added to those of others before. */
export function portfolioOf(
  loans: readonly Pick<
    LoanPosition,
    'outstandingRupiah' | 'overdueRupiah' | 'unpaidInterest' | 'bucket' | 'grade' | 'running'
  >[],
  others: PortfolioFigures,
): PortfolioFigures {
  const sums = { ...others };
  for (const loan of loans) {
    sums.outstanding += loan.outstandingRupiah;
    sums.overdue += loan.overdueRupiah;
    sums.unpaidInterest += loan.unpaidInterest;
    if (loan.running) sums.loans += 1n;
    const late = lateNames[loan.bucket - 1];
    if (late) {
      sums.lateLoans += 1n;
      sums[late[1]] += loan.outstandingRupiah;
    }
    if (loan.grade !== null) sums[`grade${loan.grade}`] += loan.outstandingRupiah;
  }
  return sums;
}

const lateNames = [
  [1, 'late1'],
  [8, 'late8'],
  [31, 'late31'],
  [61, 'late61'],
  [91, 'late91'],
] as const;

/**
 * Portfolio at risk (CGAP): principal of loans more than so many days late ÷ all principal. PAR1 counts from the first
 * day late. Null without a portfolio.
 *
 * @param days 1, 7, 30, 60 or 90
 */
export function parOf(figures: PortfolioFigures, days: 1 | 7 | 30 | 60 | 90): Rate | null {
  const from = days === 1 ? 1 : days + 1;
  return share(
    figures,
    lateNames.filter(([edge]) => edge >= from).map(([, name]) => figures[name]),
  );
}

/** Principal graded 3 and worse ÷ all principal; null where the lender's loans are not graded. */
export function nplOf(figures: PortfolioFigures): Rate | null {
  const { grade1, grade2, grade3, grade4, grade5 } = figures;
  if (grade1 + grade2 + grade3 + grade4 + grade5 === 0n) return null;
  return share(figures, [grade3, grade4, grade5]);
}

function share(figures: PortfolioFigures, parts: readonly Rupiah[]): Rate | null {
  if (figures.outstanding === 0n) return null;
  return makeRate(
    parts.reduce((sum, part) => sum + part, 0n),
    figures.outstanding,
  );
}
