import { describe, expect, it } from 'vitest';
import { aroundClosures, type Closures } from './closures.ts';
import { makeSchedule } from './repayment-schedule.ts';

const weekly = { count: 1, unit: 'week' } as const;
/** Five Mondays of March and April 2026; the two Lebaran weeks are closed. */
const mondays = ['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06'];
const lebaran = [
  '2026-03-16',
  '2026-03-17',
  '2026-03-18',
  '2026-03-19',
  '2026-03-20',
  '2026-03-23',
];

function moved(rule: Closures['rule'], closed = lebaran, weekend = [6, 7]): string {
  const days = aroundClosures(mondays, { rule, closed, weekend }, weekly);
  return days.map((day) => day.slice(5)).join(' ');
}

describe('An instalment in the Lebaran weeks', () => {
  it.each([
    ['stays due', 'same-day', '03-09 03-16 03-23 03-30 04-06'],
    ['is due on the next working day', 'next-working-day', '03-09 03-24 03-24 03-30 04-06'],
    [
      'is due on the last working day before',
      'previous-working-day',
      '03-09 03-13 03-13 03-30 04-06',
    ],
    ['is due at the next meeting', 'next-meeting', '03-09 03-30 03-30 03-30 04-06'],
    ['is skipped, and the loan runs longer', 'skip-and-extend', '03-09 03-30 04-06 04-13 04-20'],
  ] as const)('%s', (_, rule, days) => {
    expect(moved(rule)).toBe(days);
  });
});

it('a loan that runs longer keeps the last day of the month', () => {
  const ends = ['2026-02-28', '2026-03-31', '2026-04-30'];
  const closures: Closures = { rule: 'skip-and-extend', closed: ['2026-03-31'], weekend: [] };
  const days = aroundClosures(ends, closures, { count: 1, unit: 'month' });
  expect(days).toEqual(['2026-02-28', '2026-04-30', '2026-05-31']);
});

it('a loan with closures counts its daily interest to the days it moved to', () => {
  const { dueOn, interestDue } = makeSchedule({
    principal: 36_500_000n,
    disbursedOn: '2026-03-02',
    closures: { rule: 'next-working-day', closed: ['2026-03-09'], weekend: [] },
    product: {
      annualRatePercent: '10',
      interestMethod: 'declining',
      amortization: 'equal-principal',
      installments: 2,
      repayEvery: weekly,
      interestPeriod: 'daily',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    },
  });
  expect(dueOn).toEqual(['2026-03-10', '2026-03-16']);
  expect(interestDue).toEqual([80_000n, 110_000n]);
});

it('two instalments of a daily loan meet on Monday, or the loan runs longer', () => {
  const terms = {
    principal: 1_000n,
    disbursedOn: '2026-03-02',
    product: {
      annualRatePercent: '0',
      interestMethod: 'flat',
      amortization: 'equal-installments',
      installments: 8,
      repayEvery: { count: 1, unit: 'day' },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    },
  } as const;
  const around = (rule: Closures['rule']) =>
    makeSchedule({ ...terms, closures: { rule, closed: [], weekend: [7] } }).dueOn.slice(4);
  expect(around('next-working-day')).toEqual([
    '2026-03-07',
    '2026-03-09',
    '2026-03-09',
    '2026-03-10',
  ]);
  expect(around('skip-and-extend')).toEqual([
    '2026-03-07',
    '2026-03-09',
    '2026-03-10',
    '2026-03-11',
  ]);
});

it('refuses a calendar without an open day', () => {
  expect(() => moved('next-working-day', [], [1, 2, 3, 4, 5, 6, 7])).toThrow(RangeError);
  expect(() => moved('skip-and-extend', [], [1])).toThrow(RangeError);
});
