import { dueDatesOf } from '#domains/lending/due-dates.ts';
import { exactSchedule, makeSchedule } from '#domains/lending/repayment-schedule.ts';
import type { LoanTerms, ProductTerms } from '#domains/lending/terms.ts';
import { addDays } from '#kernel/date.ts';
import { Loan } from 'loanjs';
import { inTurn, type Benchmark } from './measure.ts';

const schedules = 100_000;
const aRound = 10_000;

/** Schedules of 6 to 50 monthly instalments, declining: exact ones with dates beside loanjs's, in floats without. */
export const schedule: Benchmark = {
  name: 'schedule',
  async run(full) {
    const loans = Array.from({ length: aRound }, (_, index) => loanOf(index));
    // Once before the clock runs, for both: the engine compiles what is hot.
    ours(loans);
    reference(loans);
    const measured = await inTurn(
      (full ? 4 : 1) * (schedules / aRound),
      () => Promise.resolve(timedOnce(() => ours(loans))),
      () => Promise.resolve(timedOnce(() => reference(loans))),
    );
    const perSecond = (times: number[]) =>
      (aRound * times.length * 1000) / times.reduce((sum, ms) => sum + ms, 0);
    const ratio = 1 / measured.ratio;
    const inexact = loans.filter((terms) => !isExact(terms)).length;
    const penceOff = loans.filter((terms) => differs(terms)).length;
    return {
      figure: perSecond(measured.ours),
      unit: 'schedules/s',
      reference: perSecond(measured.reference),
      ratio,
      goal: '≥ 1× the speed of loanjs (floats, no dates), exact',
      holds: ratio >= 1 && inexact === 0,
      notes: [
        `${aRound - inexact} of ${aRound} agree to the rupiah with the computation in whole numbers of any size`,
        `loanjs's parts, rounded to rupiah, do not add up to the loan in ${penceOff}`,
      ],
    };
  },
};

function loanOf(index: number): LoanTerms {
  const product: ProductTerms = {
    annualRatePercent: String(3 + (index % 22)),
    interestMethod: 'declining',
    amortization: index % 3 === 2 ? 'equal-principal' : 'equal-installments',
    installments: 6 + ((index * 7) % 45),
    repayEvery: { count: 1, unit: 'month' },
    interestPeriod: 'same-as-repayment',
    dayCount: { year: '365', month: 'actual' },
    annuity: 'nominal',
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  };
  return {
    product,
    principal: 1_000_000n + BigInt(index % 97) * 250_000n,
    disbursedOn: addDays('2026-01-05', index % 250),
  };
}

function ours(loans: readonly LoanTerms[]): bigint {
  let interest = 0n;
  for (const terms of loans) interest += makeSchedule(terms).interestDue.at(-1) ?? 0n;
  return interest;
}

function reference(loans: readonly LoanTerms[]): number {
  let interest = 0;
  for (const terms of loans) interest += theirs(terms).interestSum;
  return interest;
}

function theirs({ product, principal }: LoanTerms) {
  return Loan(
    Number(principal),
    product.installments,
    Number(product.annualRatePercent),
    product.amortization === 'equal-principal' ? 'diminishing' : 'annuity',
  );
}

function isExact(terms: LoanTerms): boolean {
  const quick = makeSchedule(terms);
  const exact = exactSchedule(terms, dueDatesOf(terms));
  return (
    quick.principalDue.every((due, index) => due === exact.principalDue[index]) &&
    quick.interestDue.every((due, index) => due === exact.interestDue[index])
  );
}

function differs(terms: LoanTerms): boolean {
  const parts = theirs(terms).installments.map((one) => BigInt(Math.round(one.capital)));
  return parts.reduce((sum, part) => sum + part, 0n) !== terms.principal;
}

function timedOnce(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
