import { describe, expect, it } from 'vitest';
import { computeLoan } from './compute-loan.ts';

const terms = {
  currencyDigits: 0,
  principal: '2000000',
  disbursedOn: '2026-01-05',
  annualRatePercent: '25',
  interestMethod: 'flat',
  amortization: 'equal-installments',
  installments: 50,
  repayEvery: { count: 1, unit: 'week' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  roundInstallmentTo: '500',
  firstDueOn: '2026-01-12',
};
const pays = { id: 't1', kind: 'repayment', on: '2026-01-12', amount: '50000' };
const request = {
  ref: 'a1',
  terms,
  events: [
    pays,
    { id: 'c1', kind: 'penalty', on: '2026-01-20', dueOn: '2026-01-26', amount: '1000' },
    { id: 'r1', kind: 'reversal', of: 't1', on: '2026-01-21' },
  ],
  asOf: '2026-02-01',
};

function compute(line: unknown) {
  const answer = computeLoan(JSON.stringify(line));
  if ('error' in answer) throw new Error(answer.error.code);
  return answer;
}

function codeOf(text: string): string | undefined {
  const answer = computeLoan(text);
  return 'error' in answer ? answer.error.code : undefined;
}

describe('The loan of the contract', () => {
  const answer = compute(request);

  it('asks for 40,000 + 10,000 a week', () => {
    expect(answer.schedule[0]).toEqual({
      n: 1,
      dueOn: '2026-01-12',
      principal: '40000',
      interest: '10000',
      fee: '0',
      penalty: '0',
      paid: '0',
      outstanding: '50000',
      outstandingPrincipalAfter: '1960000',
    });
    expect(answer.schedule).toHaveLength(50);
    expect(answer.schedule[2]).toMatchObject({ penalty: '1000', outstanding: '51000' });
  });

  it('keeps a reversed repayment with its allocation', () => {
    expect(answer.allocations).toEqual([
      {
        id: 't1',
        principal: '40000',
        interest: '10000',
        fee: '0',
        penalty: '0',
        overpaid: '0',
        reversed: true,
      },
    ]);
  });

  it('stands twenty days late with three instalments', () => {
    expect(answer.totals).toEqual({
      principalOutstanding: '2000000',
      interestOutstanding: '500000',
      overdue: '150000',
      daysPastDue: 20,
      payoff: '2041000',
    });
  });

  it('takes a share of 52 weeks when it is told that the rate is per year', () => {
    const perYear = compute({ ...request, terms: { ...terms, rateBasis: 'per-year' } });
    expect(perYear.schedule[0]).toMatchObject({ principal: '39885', interest: '9615' });
  });
});

describe('Cents', () => {
  const dollars = {
    ...terms,
    currencyDigits: 2,
    principal: '1250',
    annualRatePercent: '15',
    installments: 4,
    repayEvery: { count: 1, unit: 'month' },
    roundInstallmentTo: '1',
    disbursedOn: '2023-09-01',
    firstDueOn: undefined,
  };

  it('rounds the parts of a flat instalment to the multiple and leaves the cents to interest', () => {
    const rows = compute({ ref: 1, terms: dollars }).schedule;
    expect(rows.map((row) => `${row.principal} ${row.interest} ${row.outstanding}`)).toEqual([
      '312.38 15.62 328.00',
      '312.38 15.62 328.00',
      '312.38 15.62 328.00',
      '312.86 15.64 328.50',
    ]);
  });

  it('rounds a declining instalment to the multiple', () => {
    const rows = compute({ ref: 1, terms: { ...dollars, interestMethod: 'declining' } }).schedule;
    expect(rows.map((row) => `${row.principal} ${row.interest} ${row.outstanding}`)).toEqual([
      '306.38 15.62 322.00',
      '310.20 11.80 322.00',
      '314.08 7.92 322.00',
      '319.34 3.99 323.33',
    ]);
  });

  it('spreads cents', () => {
    const { allocations } = compute({
      ref: 1,
      terms: dollars,
      events: [{ ...pays, on: '2023-10-01', amount: '328.75' }],
    });
    expect(allocations[0]).toMatchObject({ principal: '312.38', interest: '16.37' });
  });
});

describe('A line that cannot be computed', () => {
  const change = (more: object) => JSON.stringify({ ref: 'x', terms: { ...terms, ...more } });
  const happens = (...events: object[]) => JSON.stringify({ ...request, events });

  it.each([
    ['no JSON', '{"ref":', 'line-not-json'],
    ['a list', '[]', 'line-without-ref'],
    ['no ref', JSON.stringify({ terms }), 'line-without-ref'],
    ['no terms', '{"ref":"x"}', 'field-wrong'],
    ['a field misspelt', change({ roundInstalmentTo: '500' }), 'field-wrong'],
    ['Indonesian separators', change({ principal: '1.000.000' }), 'amount-wrong'],
    ['a point that may be either', change({ principal: '2.000' }), 'amount-wrong'],
    ['English separators', change({ principal: '1,000' }), 'amount-wrong'],
    ['cents of a currency without', change({ principal: '1000.5' }), 'amount-wrong'],
    ['NaN', change({ principal: 'NaN' }), 'amount-wrong'],
    ['a fraction as a number', change({ principal: 1000.5 }), 'amount-wrong'],
    ['nothing lent', change({ principal: '0' }), 'amount-not-positive'],
    ['a negative loan', change({ principal: '-5' }), 'amount-not-positive'],
    ['no rate and no margin', change({ annualRatePercent: undefined }), 'rate-wrong'],
    ['a rate beside a margin', change({ marginAmount: '100000' }), 'schedule-impossible'],
    ['a negative rate', change({ annualRatePercent: '-3' }), 'rate-wrong'],
    ['a rate of 1e9', change({ annualRatePercent: '1e9' }), 'rate-wrong'],
    ['a milliard percent', change({ annualRatePercent: 1e9 }), 'rate-wrong'],
    ['a rate with a comma', change({ annualRatePercent: '2,5' }), 'rate-wrong'],
    ['31 February', change({ disbursedOn: '2026-02-31' }), 'day-wrong'],
    ['29 February 2026', change({ firstDueOn: '2026-02-29' }), 'day-wrong'],
    ['no instalments', change({ installments: 0 }), 'instalments-out-of-range'],
    ['10,000 instalments', change({ installments: 10_000 }), 'instalments-out-of-range'],
    ['half an instalment', change({ installments: 1.5 }), 'instalments-out-of-range'],
    [
      'a schedule of centuries',
      change({ repayEvery: { count: 36_500, unit: 'month' } }),
      'schedule-too-long',
    ],
    ['too few due dates', change({ dueDates: ['2026-01-12'] }), 'due-dates-mismatch'],
    [
      'an order without principal',
      change({ allocation: { order: 'by-instalment', parts: ['fee', 'interest', 'penalty'] } }),
      'parts-incomplete',
    ],
    ['a grace as long as the loan', change({ grace: { principal: 50 } }), 'schedule-impossible'],
    ['a repayment before it', happens({ ...pays, on: '2026-01-01' }), 'event-before-disbursement'],
    ['a repayment to come', happens({ ...pays, on: '2026-02-02' }), 'event-in-future'],
    ['an event of no kind we know', happens({ ...pays, kind: 'gift' }), 'field-wrong'],
    ['a negative repayment', happens({ ...pays, amount: '-1' }), 'amount-not-positive'],
  ])('answers %s with its reason', (_, text, code) => {
    expect(codeOf(text)).toBe(`lending.${code}`);
  });

  it('keeps the ref it was asked under', () => {
    expect(computeLoan(change({ installments: 0 }))).toMatchObject({ ref: 'x' });
  });

  it('takes a rate of 3 as three percent', () => {
    const { totals } = compute({
      ref: 'kur',
      terms: {
        ...terms,
        principal: '10000000',
        annualRatePercent: '3',
        interestMethod: 'declining',
        installments: 12,
        repayEvery: { count: 1, unit: 'month' },
        roundInstallmentTo: undefined,
        firstDueOn: undefined,
      },
    });
    expect(totals.interestOutstanding).toBe('163244');
  });
});
