import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#kernel/date.ts';
import { closureRules } from './closures.ts';
import { computeProblems } from './compute-problems.ts';
import { readAmount } from './currency-amount.ts';
import {
  type AllocationOrder,
  type LoanEvent,
  type Part,
  parts,
  usualOrder,
} from './loan-event.ts';
import type { LoanTerms } from './terms.ts';

// Above ten times the loan a year a rate is a slip of the pen; ten years of days is the longest schedule anybody keeps.
const highestPercent = 1_000;
const mostInstalments = 3_660;
const longestYears = 100;

const part = z.enum(parts);
const amount = z.union([z.string(), z.number()]);
const grace = z.int().min(0).max(mostInstalments).default(0);

const termsInput = z.strictObject({
  currencyDigits: z.int().min(0).max(4).default(0),
  principal: amount,
  disbursedOn: z.string(),
  annualRatePercent: amount.optional(),
  marginAmount: amount.nullish(),
  rateBasis: z.enum(['per-year', 'whole-term']).optional(),
  interestMethod: z.enum(['flat', 'declining']),
  amortization: z.enum(['equal-installments', 'equal-principal']).default('equal-installments'),
  installments: z.number(),
  repayEvery: z.strictObject({
    count: z.int().min(1).max(36_500),
    unit: z.enum(['day', 'week', 'month']),
  }),
  interestPeriod: z.enum(['same-as-repayment', 'daily']).default('same-as-repayment'),
  dayCount: z
    .strictObject({
      year: z.enum(['actual', '360', '364', '365']),
      month: z.enum(['actual', '30']).default('actual'),
    })
    .default({ year: '365', month: 'actual' }),
  annuity: z.enum(['nominal', 'by-period']).default('nominal'),
  grace: z
    .strictObject({ principal: grace, interestPayment: grace, interestFree: grace })
    .default({ principal: 0, interestPayment: 0, interestFree: 0 }),
  roundInstallmentTo: amount.nullish(),
  firstDueOn: z.string().nullish(),
  dueDates: z.array(z.string()).max(mostInstalments).nullish(),
  closures: z
    .strictObject({
      rule: z.enum(closureRules),
      closed: z.array(z.string()).max(mostInstalments).default([]),
      weekend: z.array(z.int().min(1).max(7)).max(6).default([]),
    })
    .nullish(),
  allocation: z
    .discriminatedUnion('order', [
      z.object({ order: z.literal('by-instalment'), parts: z.array(part) }),
      z.object({
        order: z.literal('due-then-advance'),
        due: z.array(part),
        inAdvance: z.array(part),
      }),
    ])
    .nullish(),
});

const id = z.string().min(1).max(200);
const eventInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('repayment'), id, on: z.string(), amount }),
  z.object({ kind: z.literal('fee'), id, on: z.string(), dueOn: z.string().nullish(), amount }),
  z.object({ kind: z.literal('penalty'), id, on: z.string(), dueOn: z.string().nullish(), amount }),
  z.object({
    kind: z.literal('waiver'),
    id,
    on: z.string(),
    amount,
    parts: z.array(part).min(1).default(['penalty', 'fee', 'interest']),
  }),
  z.object({ kind: z.literal('reversal'), id, on: z.string(), of: id }),
]);

const lineInput = z.object({
  terms: termsInput,
  events: z.array(eventInput).max(20_000).nullish(),
  asOf: z.string().nullish(),
  explain: z.boolean().nullish(),
});

type TermsInput = z.infer<typeof termsInput>;

/** One loan to compute, read and checked; amounts in the currency's smallest unit. */
export interface ComputeRequest {
  readonly digits: number;
  readonly terms: LoanTerms;
  readonly allocation: AllocationOrder;
  readonly events: readonly LoanEvent[];
  /** As given, else the last day that an event names. */
  readonly asOf: BusinessDate;
  readonly explain: boolean;
}

/**
 * Reads one line of the `naik loan compute` contract.
 *
 * @throws Refusal `lending.*` saying which field cannot be used and why
 */
export function readComputeLine(line: unknown): ComputeRequest {
  const read = lineInput.safeParse(line);
  if (!read.success) {
    const issue = read.error.issues[0];
    const field = issue?.path.join('.') || 'line';
    throw computeProblems.fieldWrong({
      field,
      why: issue?.message ?? 'it is not what is expected',
    });
  }
  const { terms, events, asOf, explain } = read.data;
  const digits = terms.currencyDigits;
  const loan = loanTermsOf(terms);
  const happened = (events ?? []).map((event, index) => eventOf(event, { digits, index }));
  const lastDay = happened.reduce((day, { on }) => (on > day ? on : day), loan.disbursedOn);
  return {
    digits,
    terms: loan,
    allocation: allocationOf(terms.allocation),
    events: happened,
    asOf: asOf ? dayOf(asOf, 'asOf') : lastDay,
    explain: explain ?? false,
  };
}

function loanTermsOf(input: TermsInput): LoanTerms {
  const { currencyDigits: digits, installments, repayEvery, dueDates, closures } = input;
  if (!Number.isSafeInteger(installments) || installments < 1 || installments > mostInstalments)
    throw computeProblems.instalmentsOutOfRange({ most: mostInstalments });
  const days = { day: 1, week: 7, month: 30.4 }[repayEvery.unit] * repayEvery.count * installments;
  if (!dueDates && days > longestYears * 365.25)
    throw computeProblems.scheduleTooLong({ years: longestYears });
  if (dueDates && dueDates.length !== installments)
    throw computeProblems.dueDatesMismatch({ dates: dueDates.length, instalments: installments });
  const round = input.roundInstallmentTo ?? undefined;
  const margin = input.marginAmount ?? undefined;
  return {
    product: {
      annualRatePercent: percentOf(input.annualRatePercent ?? (margin === undefined ? '' : '0')),
      rateBasis: rateBasisOf(input),
      interestMethod: input.interestMethod,
      amortization: input.amortization,
      installments,
      repayEvery,
      interestPeriod: input.interestPeriod,
      dayCount: input.dayCount,
      annuity: input.annuity,
      grace: input.grace,
      roundInstallmentTo:
        round === undefined
          ? undefined
          : positive(round, { field: 'terms.roundInstallmentTo', digits }).toString(),
    },
    principal: positive(input.principal, { field: 'terms.principal', digits }),
    margin:
      margin === undefined ? undefined : positive(margin, { field: 'terms.marginAmount', digits }),
    disbursedOn: dayOf(input.disbursedOn, 'terms.disbursedOn'),
    firstDueOn: input.firstDueOn ? dayOf(input.firstDueOn, 'terms.firstDueOn') : undefined,
    dueDates: dueDates?.map((day, index) => dayOf(day, `terms.dueDates.${index}`)),
    closures: closures
      ? {
          ...closures,
          closed: closures.closed.map((day, index) => dayOf(day, `terms.closures.closed.${index}`)),
        }
      : undefined,
  };
}

/**
 * What a rate without a basis means. A flat weekly loan of fifty weeks is the field's loan for a year (Mekaar: 25 %
 * for 50 weeks are 25 % of the principal), so it bears the whole annual rate; any other loan its share of 52 weeks,
 * 12 months or 365 days. See docs/decisions/0011.
 */
function rateBasisOf(input: TermsInput): 'per-year' | 'whole-term' {
  const { rateBasis, interestMethod, interestPeriod, installments, repayEvery } = input;
  if (rateBasis) return rateBasis;
  const isYearOfWeeks =
    interestMethod === 'flat' &&
    interestPeriod === 'same-as-repayment' &&
    repayEvery.unit === 'week' &&
    repayEvery.count * installments === 50;
  return isYearOfWeeks ? 'whole-term' : 'per-year';
}

function eventOf(
  event: z.infer<typeof eventInput>,
  { digits, index }: { digits: number; index: number },
): LoanEvent {
  const at = (field: string) => `events.${index}.${field}`;
  const on = dayOf(event.on, at('on'));
  if (event.kind === 'reversal') return { ...event, on };
  const amount = positive(event.amount, { field: at('amount'), digits });
  if (event.kind === 'repayment' || event.kind === 'waiver') return { ...event, on, amount };
  const dueOn = event.dueOn ? dayOf(event.dueOn, at('dueOn')) : undefined;
  return { id: event.id, kind: event.kind, on, dueOn, amount };
}

function allocationOf(input: TermsInput['allocation']): AllocationOrder {
  if (!input) return usualOrder;
  if (input.order === 'by-instalment') assertWhole(input.parts, 'terms.allocation.parts');
  else {
    assertWhole(input.due, 'terms.allocation.due');
    assertWhole(input.inAdvance, 'terms.allocation.inAdvance');
  }
  return input;
}

/** An order that leaves a part out would leave it unpaid for ever. */
function assertWhole(order: readonly Part[], field: string): void {
  if (order.length !== parts.length || new Set(order).size !== parts.length)
    throw computeProblems.partsIncomplete({ field });
}

function positive(value: unknown, { field, digits }: { field: string; digits: number }): bigint {
  const amount = readAmount(value, digits);
  if (amount === undefined)
    throw computeProblems.amountWrong({ field, text: String(value).slice(0, 60), digits });
  if (amount <= 0n) throw computeProblems.amountNotPositive({ field });
  return amount;
}

function percentOf(value: string | number): string {
  const text = String(value);
  if (!/^\d{1,4}(\.\d{1,18})?$/.test(text) || Number(text) > highestPercent)
    throw computeProblems.rateWrong({ text: text.slice(0, 60), most: highestPercent });
  return text;
}

function dayOf(text: string, field: string): BusinessDate {
  const exists: boolean = isBusinessDate(text);
  if (!exists) throw computeProblems.dayWrong({ field, text: text.slice(0, 60) });
  return text;
}
