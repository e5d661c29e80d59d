import type { BusinessDate } from '#kernel/date.ts';
import { larger, smaller, splitEvenly } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { CumulativeSchedule, Paid } from '../loan-standing.ts';
import { makeSchedule } from '../repayment-schedule.ts';
import { scheduleRows } from '../schedule-row.ts';
import type { LoanTerms, ProductTerms } from '../terms.ts';
import { lifeProblems } from './life-problems.ts';

/** A row of a schedule while it is being changed. */
interface Row {
  readonly dueOn: BusinessDate;
  readonly principal: Rupiah;
  readonly interest: Rupiah;
}

/**
 * A restructure: what was paid stays as it is, everything still owed is spread anew from a day. Interest that was
 * due and not paid is not lost: it is spread over the new instalments. A fixed margin stays what was agreed: its rest
 * is spread, and nothing is added to it.
 *
 * @throws Refusal `lending.new-schedule-impossible`
 */
export function restructured(
  schedule: CumulativeSchedule,
  change: {
    readonly paid: Paid;
    readonly on: BusinessDate;
    /** From a first day on by the terms, or on these very days. */
    readonly days:
      | { readonly firstDueOn: BusinessDate }
      | { readonly dueDates: readonly BusinessDate[] };
    readonly terms: ProductTerms;
  },
): CumulativeSchedule {
  const { paid, on, days } = change;
  const principal = (schedule.principalDue.at(-1) ?? 0n) - paid.principal;
  const margin = marginLeft(schedule, { paid, terms: change.terms });
  const terms = { product: change.terms, principal, margin, disbursedOn: on, ...days };
  const fresh = rowsOf(make(terms));
  const unpaid =
    margin === undefined ? larger(0n, interestUntil(schedule, on) - paid.interest) : 0n;
  const late = splitEvenly(unpaid, fresh.length);
  return cumulative([
    ...settled(schedule, { paid, on }),
    ...fresh.map((row, i) => ({ ...row, interest: row.interest + (late[i] ?? 0n) })),
  ]);
}

/** What is still to be paid of a fixed margin; undefined where interest is counted by a rate. */
export function marginLeft(
  schedule: CumulativeSchedule,
  { paid, terms }: { readonly paid: Paid; readonly terms: ProductTerms },
): Rupiah | undefined {
  if (terms.marginPercent === undefined) return undefined;
  return larger(0n, (schedule.interestDue.at(-1) ?? 0n) - paid.interest);
}

/** More money lent on a loan that runs: its instalments are added to those there are, day by day. */
export function withMore(schedule: CumulativeSchedule, more: LoanTerms): CumulativeSchedule {
  const byDay = new Map<BusinessDate, Row>();
  for (const row of [...rowsOf(schedule), ...rowsOf(make(more))]) {
    const there = byDay.get(row.dueOn);
    byDay.set(row.dueOn, {
      dueOn: row.dueOn,
      principal: row.principal + (there?.principal ?? 0n),
      interest: row.interest + (there?.interest ?? 0n),
    });
  }
  return cumulative([...byDay.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)));
}

/** Interest given up: so much less of it, from the oldest that is not paid. */
export function withLessInterest(
  schedule: CumulativeSchedule,
  waiver: { readonly paid: Paid; readonly amountRupiah: Rupiah },
): CumulativeSchedule {
  let left = waiver.amountRupiah;
  let paid = waiver.paid.interest;
  return cumulative(
    rowsOf(schedule).map((row) => {
      const settledPart = smaller(paid, row.interest);
      paid -= settledPart;
      const given = smaller(left, row.interest - settledPart);
      left -= given;
      return { ...row, interest: row.interest - given };
    }),
  );
}

/** What of the interest that is not due yet a payoff asks for. */
export type PayoffInterest = 'whole-plan' | 'running-period' | 'due-only';

/** What a payoff leaves of the interest: the last rows bear none. */
export function withoutFutureInterest(
  schedule: CumulativeSchedule,
  payoff: {
    readonly paid: Paid;
    readonly on: BusinessDate;
    readonly disbursedOn: BusinessDate;
    readonly interest: PayoffInterest;
  },
): CumulativeSchedule {
  let before = payoff.disbursedOn;
  let paid = payoff.paid.interest;
  return cumulative(
    rowsOf(schedule).map((row) => {
      const running = payoff.interest === 'running-period' && before < payoff.on;
      const asked = payoff.interest === 'whole-plan' || row.dueOn <= payoff.on || running;
      before = row.dueOn;
      const settledPart = smaller(paid, row.interest);
      paid -= settledPart;
      return asked ? row : { ...row, interest: settledPart };
    }),
  );
}

export type PrepaymentMode = 'lower-instalment' | 'shorter-term';

/**
 * Principal paid ahead: a row of its own on the day, and the rest of the plan either in the same number of smaller
 * instalments or, at the same instalment, in fewer. Interest that is due by then stays; flat interest of the rest
 * falls with the principal, declining interest is counted anew. A fixed margin stays: the price was agreed with the
 * sale, and letting some of it go is a waiver.
 */
export function withPrepaid(
  schedule: CumulativeSchedule,
  change: {
    readonly on: BusinessDate;
    /** What was paid before this money. */
    readonly paid: Paid;
    /** Of this money, what goes to principal that is not due. */
    readonly principal: Rupiah;
    readonly mode: PrepaymentMode;
    readonly terms: ProductTerms;
  },
): CumulativeSchedule {
  const rows = rowsOf(schedule);
  const until = rows.filter((row) => row.dueOn <= change.on);
  const coming = rows.filter((row) => row.dueOn > change.on);
  const before = total(coming, 'principal');
  const prepaid = {
    dueOn: change.on,
    principal: change.principal + ahead(until, change.paid, 'principal'),
    interest: ahead(until, change.paid, 'interest'),
  };
  const aheadOfPlan = { ...prepaid, principal: prepaid.principal - change.principal };
  prepaid.principal = smaller(before, prepaid.principal);
  const left = before - prepaid.principal;
  if (left === 0n && change.terms.marginPercent === undefined)
    return cumulative([...until, prepaid]);
  const rest =
    change.mode === 'lower-instalment'
      ? remade(coming, { ...change, left, before, aheadOfPlan })
      : shortened(coming, { ...change, left, before, aheadOfPlan });
  return cumulative([...until, prepaid, ...rest]);
}

/** What was paid beyond what had fallen due. */
function ahead(until: readonly Row[], paid: Paid, part: 'principal' | 'interest'): Rupiah {
  return larger(0n, paid[part] - total(until, part));
}

function total(rows: readonly Row[], part: 'principal' | 'interest'): Rupiah {
  return rows.reduce((sum, row) => sum + row[part], 0n);
}

interface Rest {
  readonly on: BusinessDate;
  readonly terms: ProductTerms;
  readonly left: Rupiah;
  readonly before: Rupiah;
  /** What of the coming rows was paid already: it is not asked for once more. */
  readonly aheadOfPlan: { readonly principal: Rupiah; readonly interest: Rupiah };
}

function remade(coming: readonly Row[], rest: Rest, count = coming.length): Row[] {
  const days = coming.slice(0, count).map((row) => row.dueOn);
  if (rest.terms.interestMethod === 'flat') return flatShare(coming, { ...rest, days });
  const product = { ...rest.terms, installments: count, grace: noGrace };
  return rowsOf(make({ product, principal: rest.left, disbursedOn: rest.on, dueDates: days }));
}

/** As many of the coming days as the old instalment needs for what is left. */
function shortened(coming: readonly Row[], rest: Rest): Row[] {
  const instalment = (coming[0]?.principal ?? 0n) + (coming[0]?.interest ?? 0n);
  for (let count = 1; count < coming.length; count += 1) {
    const rows = remade(coming, rest, count);
    if (rows.every((row) => row.principal + row.interest <= instalment)) return rows;
  }
  return remade(coming, rest);
}

function flatShare(coming: readonly Row[], rest: Rest & { days: BusinessDate[] }): Row[] {
  const planned = larger(0n, total(coming, 'interest') - rest.aheadOfPlan.interest);
  const before = rest.before - rest.aheadOfPlan.principal;
  const interest =
    rest.terms.marginPercent === undefined
      ? (planned * rest.left * BigInt(rest.days.length)) / (before * BigInt(coming.length))
      : planned;
  const principals = splitEvenly(rest.left, rest.days.length);
  const interests = splitEvenly(interest, rest.days.length);
  return rest.days.map((dueOn, i) => ({
    dueOn,
    principal: principals[i] ?? 0n,
    interest: interests[i] ?? 0n,
  }));
}

const noGrace = { principal: 0, interestPayment: 0, interestFree: 0 };

/** Rows paid in full by a day, and on that day, in its own row or with the last, whatever else was paid. */
function settled(
  schedule: CumulativeSchedule,
  { paid, on }: { paid: Paid; on: BusinessDate },
): Row[] {
  let { principal, interest } = paid;
  const kept: Row[] = [];
  for (const row of rowsOf(schedule)) {
    if (row.dueOn > on || row.principal > principal || row.interest > interest) break;
    kept.push(row);
    principal -= row.principal;
    interest -= row.interest;
  }
  if (principal + interest === 0n) return kept;
  const last = kept.at(-1);
  const sameDay = last?.dueOn === on ? kept.pop() : undefined;
  return [
    ...kept,
    {
      dueOn: on,
      principal: principal + (sameDay?.principal ?? 0n),
      interest: interest + (sameDay?.interest ?? 0n),
    },
  ];
}

function interestUntil(schedule: CumulativeSchedule, on: BusinessDate): Rupiah {
  let due = 0n;
  schedule.dueOn.forEach((day, i) => {
    if (day <= on) due = schedule.interestDue[i] ?? due;
  });
  return due;
}

/** A schedule from terms, its impossibility told to people. */
function make(terms: LoanTerms): CumulativeSchedule {
  try {
    return makeSchedule(terms);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lifeProblems.newScheduleImpossible({ why: error.message });
  }
}

function rowsOf(schedule: CumulativeSchedule): Row[] {
  return scheduleRows(schedule).map(({ dueOn, principal, interest }) => ({
    dueOn,
    principal,
    interest,
  }));
}

function cumulative(rows: readonly Row[]): CumulativeSchedule {
  let principal = 0n;
  let interest = 0n;
  return {
    dueOn: rows.map((row) => row.dueOn),
    principalDue: rows.map((row) => (principal += row.principal)),
    interestDue: rows.map((row) => (interest += row.interest)),
  };
}
