import { Refusal } from '#platform/command/problem.ts';
import { readComputeLine } from './compute-input.ts';
import { computeProblems } from './compute-problems.ts';
import { writeAmount } from './currency-amount.ts';
import { explainLoan } from './explain-loan.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { replayLoan } from './replay.ts';
import type { LoanTerms } from './terms.ts';

/** The name a line is answered under. */
export type Ref = string | number;

export type ComputeAnswer =
  | ReturnType<typeof answerOf>
  | {
      readonly ref: Ref | null;
      readonly error: { readonly code: string; readonly message: string };
    };

/** Answers one line of the `naik loan compute` contract; whatever is wrong with it becomes its answer. */
export function computeLoan(text: string): ComputeAnswer {
  let ref: Ref | null = null;
  try {
    const line = readJson(text);
    ref = refOf(line);
    if (ref === null) throw computeProblems.lineWithoutRef();
    return answerOf(ref, line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedLine(ref, error);
  }
}

export function refusedLine(ref: Ref | null, refusal: Refusal) {
  return { ref, error: { code: refusal.code, message: refusal.words.en } };
}

function answerOf(ref: Ref, line: unknown) {
  const { digits, terms, allocation, events, asOf, explain } = readComputeLine(line);
  const { disbursedOn } = terms;
  const schedules = [scheduleOf(terms)];
  const replay = replayLoan({ disbursedOn, schedules, allocation, events, asOf });
  const { rows, allocations, totals } = replay;
  const write = (amount: bigint) => writeAmount(amount, digits);
  return {
    ref,
    schedule: rows.map((row) => ({
      n: row.n,
      dueOn: row.dueOn,
      principal: write(row.principal),
      interest: write(row.interest),
      fee: write(row.fee),
      penalty: write(row.penalty),
      paid: write(row.paid),
      outstanding: write(row.outstanding),
      outstandingPrincipalAfter: write(row.principalAfter),
    })),
    allocations: allocations.map((taken) => ({
      id: taken.id,
      principal: write(taken.principal),
      interest: write(taken.interest),
      fee: write(taken.fee),
      penalty: write(taken.penalty),
      overpaid: write(taken.overpaid),
      reversed: taken.reversed,
      ...(taken.waived && { waived: true }),
    })),
    totals: {
      principalOutstanding: write(totals.principalOutstanding),
      interestOutstanding: write(totals.interestOutstanding),
      overdue: write(totals.overdue),
      daysPastDue: totals.daysPastDue,
      payoff: write(totals.payoff),
    },
    ...(explain && { explanation: explainLoan({ terms, asOf, digits }, replay) }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw computeProblems.lineNotJson();
  }
}

function refOf(line: unknown): Ref | null {
  if (typeof line !== 'object' || line === null || !('ref' in line)) return null;
  const { ref } = line;
  return (typeof ref === 'string' && ref !== '') || typeof ref === 'number' ? ref : null;
}

function scheduleOf(terms: LoanTerms) {
  try {
    return makeSchedule(terms);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw computeProblems.scheduleImpossible({ why: error.message });
  }
}
