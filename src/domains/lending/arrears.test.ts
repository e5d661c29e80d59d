import { formatPercent } from '#kernel/rate.ts';
import { describe, expect, it } from 'vitest';
import {
  findGradeTable,
  gradeOf,
  gradeTables,
  type LenderType,
  nonPerformingShare,
  portfolioAtRisk,
} from './arrears.ts';

function tableOf(lenderType: LenderType, repayUnit: 'day' | 'week' | 'month' = 'month') {
  const table = findGradeTable(gradeTables, { lenderType, repayUnit, on: '2026-11-22' });
  if (!table) throw new Error(`no table for ${lenderType}`);
  return table;
}

describe('The worked portfolio: A 1.0 m current, B 0.8 m 10 days, C 0.6 m 35 days, D 0.4 m 200 days late', () => {
  const loans = [
    { principalOutstanding: 1_000_000n, overdueDays: 0 },
    { principalOutstanding: 800_000n, overdueDays: 10 },
    { principalOutstanding: 600_000n, overdueDays: 35 },
    { principalOutstanding: 400_000n, overdueDays: 200 },
  ];
  const graded = (lender: LenderType) =>
    loans.map((loan) => ({
      ...loan,
      grade: gradeOf(tableOf(lender), { ...loan, daysAfterMaturity: 0 }),
    }));
  const percent = (rate: ReturnType<typeof portfolioAtRisk>) =>
    rate && formatPercent(rate, 1, 'en');

  it('has a PAR30 of 35.7 % and a PAR7 of 64.3 %', () => {
    expect(percent(portfolioAtRisk(loans, 30))).toBe('35.7 %');
    expect(percent(portfolioAtRisk(loans, 7))).toBe('64.3 %');
  });

  it('has 14.3 % non-performing by the BPR table: A and B current, C special mention, D doubtful', () => {
    expect(graded('bpr').map((loan) => loan.grade)).toEqual([1, 1, 2, 4]);
    expect(percent(nonPerformingShare(graded('bpr')))).toBe('14.3 %');
  });

  it('has 14.3 % non-performing by the bank table: B and C special mention, D loss', () => {
    expect(graded('bank').map((loan) => loan.grade)).toEqual([1, 2, 2, 5]);
    expect(percent(nonPerformingShare(graded('bank')))).toBe('14.3 %');
  });
});

describe('Grades', () => {
  it.each<[LenderType, number, number, number]>([
    ['bank', 0, 0, 1],
    ['bank', 1, 0, 2],
    ['bank', 90, 0, 2],
    ['bank', 91, 0, 3],
    ['bank', 121, 0, 4],
    ['bank', 181, 0, 5],
    ['bpr', 30, 0, 1],
    ['bpr', 31, 0, 2],
    ['bpr', 5, 5, 2],
    ['bpr', 16, 16, 3],
    ['bpr', 31, 31, 4],
    ['bpr', 61, 61, 5],
    ['bpr', 361, 0, 5],
  ])(
    'of a %s loan %i days late, %i days after maturity is %i',
    (lender, overdueDays, daysAfterMaturity, grade) => {
      expect(gradeOf(tableOf(lender), { overdueDays, daysAfterMaturity })).toBe(grade);
    },
  );

  it('of weekly LKM loans are counted in weeks', () => {
    const grades = [28, 29, 56, 57].map((overdueDays) =>
      gradeOf(tableOf('lkm', 'week'), { overdueDays, daysAfterMaturity: 0 }),
    );
    expect(grades).toEqual([1, 4, 4, 5]);
  });

  it('come from the newest table that is in force', () => {
    const newer = { ...tableOf('bank'), validFrom: '2027-01-01', source: 'a later rule' };
    const wanted = { lenderType: 'bank', repayUnit: 'month' } as const;
    expect(
      findGradeTable([...gradeTables, newer], { ...wanted, on: '2026-12-31' })?.source,
    ).toContain('40');
    expect(findGradeTable([...gradeTables, newer], { ...wanted, on: '2027-01-01' })?.source).toBe(
      'a later rule',
    );
    expect(findGradeTable(gradeTables, { ...wanted, on: '2010-01-01' })).toBeUndefined();
  });

  it('say nothing about an empty portfolio', () => {
    expect(portfolioAtRisk([], 30)).toBeNull();
  });
});
