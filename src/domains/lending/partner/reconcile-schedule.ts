import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven } from '#kernel/money.ts';
import { makeRate, multiplyRates, parsePercent, type Rate, zeroRate } from '#kernel/rate.ts';
import { sharesOfYear } from '../day-count.ts';
import { makeSchedule } from '../repayment-schedule.ts';
import { scheduleRows } from '../schedule-row.ts';
import { type LoanTerms, periodRate } from '../terms.ts';
import type { Explanation, ReconciledItem } from './explanation.ts';
import { otherReadings } from './other-readings.ts';

/** One instalment as a partner's file says it, in the loan's smallest unit. */
export interface PlanLine {
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
}

/**
 * A partner's schedule beside the one our engine makes from the same terms, line by line. A line that differs is
 * explained by the one other reading of the terms that fits most lines, or by itself: rounding of its interest, an
 * earlier difference carried on, a line too few or too many.
 *
 * @param digits decimal places of the loan's amounts
 * @throws RangeError when no schedule can be made from the terms
 */
export function reconcileSchedule(
  terms: LoanTerms,
  theirs: readonly PlanLine[],
  digits: number,
): ReconciledItem[] {
  const ours = planOf(terms);
  const given = new Map(theirs.map((line) => [line.number, line]));
  const mine = new Map(ours.map((line) => [line.number, line]));
  const numbers = [...new Set([...given.keys(), ...mine.keys()])].sort((a, b) => a - b);
  const matches = numbers.every((number) => isSame(given.get(number), mine.get(number)));
  const other = matches ? null : bestReading(terms, theirs, digits);
  const before = balancesBefore(terms.principal, theirs);
  const ownBefore = balancesBefore(terms.principal, ours);
  return numbers.map((number) => {
    const line = given.get(number);
    const own = mine.get(number);
    const explanation = isSame(line, own)
      ? null
      : explainLine({
          terms,
          line,
          own,
          other,
          outstanding: before.get(number) ?? 0n,
          ownOutstanding: ownBefore.get(number) ?? 0n,
          previous: given.get(number - 1)?.dueOn,
        });
    return itemOf(number, { line, own, explanation });
  });
}

interface Compared {
  readonly terms: LoanTerms;
  readonly line: PlanLine | undefined;
  readonly own: PlanLine | undefined;
  readonly other: { readonly explanation: Explanation; readonly plan: readonly PlanLine[] } | null;
  /** Principal still outstanding before the line, as their own lines pay it down, and as ours do. */
  readonly outstanding: bigint;
  readonly ownOutstanding: bigint;
  /** Their due date before this one. */
  readonly previous: BusinessDate | undefined;
}

function explainLine(compared: Compared): Explanation {
  const { line, own, other, outstanding } = compared;
  if (!line) return 'missing-line';
  if (!own) return 'extra-line';
  if (other && isSame(line, other.plan[line.number - 1])) return other.explanation;
  if (line.principal === own.principal && line.interest === own.interest) return 'date-shift';
  // The principal part must follow from the interest part: the same instalment, or all that is left.
  const follows =
    line.principal === own.principal ||
    line.principal + line.interest === own.principal + own.interest ||
    line.principal === outstanding;
  return follows ? explainInterest(compared, line) : 'unexplained';
}

/** Interest counted again on what was outstanding by the partner's own lines. */
function explainInterest(compared: Compared, line: PlanLine): Explanation {
  const { terms, outstanding, ownOutstanding, previous } = compared;
  const share = shareOfPeriod(terms, { from: previous ?? terms.disbursedOn, to: line.dueOn });
  const base = terms.product.interestMethod === 'flat' ? terms.principal : outstanding;
  const exact = base * share.numerator;
  if (line.interest === divideHalfEven(exact, share.denominator)) {
    return outstanding === ownOutstanding ? 'unexplained' : 'carried';
  }
  const floor = exact / share.denominator;
  if (line.interest === floor) return 'rounded-down';
  return line.interest === floor + 1n ? 'rounded-up' : 'unexplained';
}

/** The exact share of a year's interest that one period bears. */
function shareOfPeriod(terms: LoanTerms, period: { from: BusinessDate; to: BusinessDate }): Rate {
  const { product } = terms;
  const annual = parsePercent(product.annualRatePercent);
  if (product.rateBasis === 'whole-term') {
    const bearing = BigInt(product.installments - product.grace.interestFree);
    return multiplyRates(annual, makeRate(1n, bearing));
  }
  if (product.interestPeriod === 'same-as-repayment') return periodRate(product);
  const dueDates = [period.to];
  const [share] = sharesOfYear({ ...terms, disbursedOn: period.from, dueDates }, dueDates);
  return multiplyRates(annual, share ?? zeroRate);
}

/** The reading that makes most of their lines, if it makes more of them than the terms as agreed do. */
function bestReading(
  terms: LoanTerms,
  theirs: readonly PlanLine[],
  digits: number,
): Compared['other'] {
  const fits = (plan: readonly PlanLine[]) =>
    theirs.filter((line) => isSame(line, plan[line.number - 1])).length;
  let most = fits(planOf(terms));
  let best: Compared['other'] = null;
  const dates = [...theirs].sort((a, b) => a.number - b.number).map((line) => line.dueOn);
  for (const { explanation, read } of otherReadings(terms, { dates, digits })) {
    const plan = planIfPossible(read);
    const fitting = fits(plan);
    if (fitting > most) {
      most = fitting;
      best = { explanation, plan };
    }
  }
  return best;
}

function planOf(terms: LoanTerms): PlanLine[] {
  return scheduleRows(makeSchedule(terms)).map(({ number, dueOn, principal, interest }) => ({
    number,
    dueOn,
    principal,
    interest,
  }));
}

/** A reading of the terms may be one from which nothing can be computed. */
function planIfPossible(terms: LoanTerms): PlanLine[] {
  try {
    return planOf(terms);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function balancesBefore(principal: bigint, lines: readonly PlanLine[]): Map<number, bigint> {
  let balance = principal;
  const before = new Map<number, bigint>();
  for (const line of [...lines].sort((a, b) => a.number - b.number)) {
    before.set(line.number, balance);
    balance -= line.principal;
  }
  return before;
}

function isSame(a: PlanLine | undefined, b: PlanLine | undefined): boolean {
  return (
    a !== undefined &&
    a.dueOn === b?.dueOn &&
    a.principal === b.principal &&
    a.interest === b.interest
  );
}

function itemOf(
  number: number,
  found: { line: PlanLine | undefined; own: PlanLine | undefined; explanation: Explanation | null },
): ReconciledItem {
  const { line, own, explanation } = found;
  const total = (plan: PlanLine | undefined) => (plan ? plan.principal + plan.interest : 0n);
  return {
    part: 'schedule',
    item: String(number),
    onDay: (line ?? own)?.dueOn ?? null,
    state: explanation === null ? 'matched' : 'differs',
    explanation,
    theirs: textsOf(line),
    ours: textsOf(own),
    difference: total(line) - total(own),
  };
}

function textsOf(line: PlanLine | undefined): Record<string, string> {
  if (!line) return {};
  return {
    dueOn: line.dueOn,
    principal: line.principal.toString(),
    interest: line.interest.toString(),
  };
}
