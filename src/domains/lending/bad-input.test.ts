import { describe, expect, it } from 'vitest';
import { loanInHand } from '#test/worlds/loan-in-hand.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { offerProductInput, rupiahInput } from './input.ts';
import { recordRepaymentInput, restructureInput } from './life-input.ts';
import { planRepayment } from './life/plan-repayment.ts';
import { planCharge, planMoreMoney, planRestructure } from './life/plans.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { computedSchedule } from './stored-terms.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const offer = {
  productId: id,
  institutionId: id,
  code: 'harkat-2026',
  name: 'Pinjaman kelompok',
  terms: weeklyTerms,
  minimumRupiah: '500000',
  maximumRupiah: '5000000',
  stepRupiah: '100000',
  compulsorySavingsPercent: '5',
  jointLiability: true,
  sourceDocument: 'Keputusan pengurus 1/2026',
  validFrom: '2026-01-01',
  validTo: null,
};
const repayment = { repaymentId: id, loanId: id, amountRupiah: '50000', on: '2026-01-12' };
const newTerms = {
  loanId: id,
  annualRatePercent: '12',
  installments: 20,
  repayEvery: { count: 1, unit: 'week' },
  firstDueOn: '2026-01-26',
  reason: 'usaha terkena banjir',
};
const withTerms = (change: object) => ({ ...offer, terms: { ...weeklyTerms, ...change } });

describe('A rate', () => {
  it.each(['0', '3', '25', '12.5', '999.999999'])('of %s percent can be offered', (rate) => {
    expect(offerProductInput.safeParse(withTerms({ annualRatePercent: rate })).success).toBe(true);
  });

  it.each([
    ['negative', '-3'],
    ['of a milliard', '1000000000'],
    ['in powers of ten', '1e9'],
    ['that is no number', 'NaN'],
    ['with the comma of Indonesia', '2,5'],
    ['with separators of thousands', '1.000,5'],
    ['with its sign', '3%'],
    ['left empty', ''],
    ['as a number, whose digits are not exact', 3],
  ])('%s is no command', (_, annualRatePercent) => {
    expect(offerProductInput.safeParse(withTerms({ annualRatePercent })).success).toBe(false);
    expect(restructureInput.safeParse({ ...newTerms, annualRatePercent }).success).toBe(false);
  });
});

it.each([0, -1, 1.5, 10_000, Number.NaN, '50'])('%s instalments are no command', (installments) => {
  expect(offerProductInput.safeParse(withTerms({ installments })).success).toBe(false);
  expect(restructureInput.safeParse({ ...newTerms, installments }).success).toBe(false);
});

it.each([
  '1.000.000',
  '1,000,000',
  '1.000',
  '-5',
  '0',
  '1e9',
  'NaN',
  '50.5',
  ' 50000',
  '٥٠٠٠٠',
  '',
])('An amount of "%s" is no command', (amountRupiah) => {
  expect(rupiahInput.safeParse(amountRupiah).success).toBe(false);
  expect(recordRepaymentInput.safeParse({ ...repayment, amountRupiah }).success).toBe(false);
});

it.each(['2026-02-31', '2026-02-29', '12/01/2026', '2026-1-12', '20260112', '+10000-01-01', ''])(
  'The day "%s" is no command',
  (on) => {
    expect(recordRepaymentInput.safeParse({ ...repayment, on }).success).toBe(false);
    expect(restructureInput.safeParse({ ...newTerms, firstDueOn: on }).success).toBe(false);
  },
);

describe('On a loan of 5 January, looked at on the 19th', () => {
  const context = { today: '2026-01-19', newId: () => 'entry' };
  const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });
  const paid = (on: string) => () =>
    planRepayment(loanInHand(), { id, amountRupiah: 50_000n, on, excess: 'refuse' }, context);
  const charged = (on: string, dueOn: string) => () =>
    planCharge(loanInHand(), { id, kind: 'fee', on, dueOn, amountRupiah: 1_000n }, context);

  it.each([
    ['money before it was handed out', paid('2026-01-04'), 'before-disbursement'],
    ['money to come', paid('2026-01-20'), 'future-date'],
    ['a fee before it', charged('2026-01-04', '2026-01-12'), 'before-disbursement'],
    ['a fee to come', charged('2026-01-20', '2026-01-20'), 'future-date'],
    ['a fee due before it arises', charged('2026-01-12', '2026-01-11'), 'charge-due'],
  ])('%s is refused', (_, work, code) => {
    expect(work).toThrow(refusal(code));
  });

  it.each([
    ['2026-01-19', 'first-due-too-soon'],
    ['2031-01-20', 'first-due-too-far'],
    ['2062-01-26', 'first-due-too-far'],
    ['9999-12-31', 'first-due-too-far'],
  ])('new terms or more money first due on %s are refused', (firstDueOn, code) => {
    const { annualRatePercent, installments } = newTerms;
    const repayEvery = { count: 1, unit: 'week' } as const;
    const change = { annualRatePercent, installments, repayEvery, firstDueOn };
    expect(() => planRestructure(loanInHand(), change, context)).toThrow(refusal(code));
    const more = { kind: 'top-up', amountRupiah: 500_000n, installments, firstDueOn } as const;
    expect(() => planMoreMoney(loanInHand(), more, context)).toThrow(refusal(code));
  });
});

it('A first due date so far off that its interest exceeds the instalment is refused, not a fault', () => {
  const product = {
    ...weeklyTerms,
    rateBasis: 'per-year',
    interestMethod: 'declining',
    interestPeriod: 'daily',
  } as const;
  const terms = { product, principal: 2_000_000n, disbursedOn: '2026-01-05' };
  expect(makeSchedule(terms).dueOn).toHaveLength(50);
  expect(() => computedSchedule({ ...terms, firstDueOn: '2029-01-08' })).toThrow(
    expect.objectContaining({ code: 'lending.terms-impossible' }),
  );
});

describe('A loan of 29 February', () => {
  const monthly = {
    ...weeklyTerms,
    installments: 13,
    repayEvery: { count: 1, unit: 'month' },
  } as const;

  it('falls due on the 29th, and at the end of a February without one', () => {
    const { dueOn } = makeSchedule({ product: monthly, principal: 1n, disbursedOn: '2028-02-29' });
    expect([dueOn[0], dueOn[10], dueOn[11], dueOn[12]]).toEqual([
      '2028-03-29',
      '2029-01-29',
      '2029-02-28',
      '2029-03-29',
    ]);
  });

  it('of a year at a time falls on 28 February until the next 29th', () => {
    const yearly = {
      ...monthly,
      installments: 4,
      repayEvery: { count: 12, unit: 'month' },
    } as const;
    const { dueOn } = makeSchedule({ product: yearly, principal: 40n, disbursedOn: '2028-02-29' });
    expect(dueOn).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });
});
