import { formatPercent } from '#kernel/rate.ts';
import { describe, expect, it } from 'vitest';
import { standingOf } from './loan-standing.ts';
import {
  findGradeTable,
  gradeIfKnown,
  gradeOf,
  gradeTables,
  type Grade,
  type LenderType,
} from './arrears.ts';
import { bucketEdges } from './loan-position.ts';
import { emptyPortfolio, nplOf, parOf, portfolioOf } from './portfolio-day.ts';

function tableOf(lenderType: LenderType, repayUnit: 'day' | 'week' | 'month' = 'month') {
  const table = findGradeTable(gradeTables, {
    lenderKind: lenderType,
    repayUnit,
    on: '2026-11-22',
  });
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
  const percent = (rate: ReturnType<typeof parOf>) => rate && formatPercent(rate, 1, 'en');
  const portfolio = (some: readonly ((typeof loans)[number] & { grade: Grade | null })[]) =>
    portfolioOf(
      some.map(({ principalOutstanding, overdueDays, grade }) => ({
        outstandingRupiah: principalOutstanding,
        overdueRupiah: 0n,
        unpaidInterest: 0n,
        bucket: bucketEdges.filter((edge) => overdueDays >= edge).length,
        grade,
        running: true,
      })),
      emptyPortfolio,
    );
  const ungraded = portfolio(loans.map((loan) => ({ ...loan, grade: null })));

  it('has a PAR30 of 35.7 % and a PAR7 of 64.3 %', () => {
    expect(percent(parOf(ungraded, 30))).toBe('35.7 %');
    expect(percent(parOf(ungraded, 7))).toBe('64.3 %');
  });

  it('has 14.3 % non-performing by the BPR table: A and B current, C special mention, D doubtful', () => {
    expect(graded('bpr').map((loan) => loan.grade)).toEqual([1, 1, 2, 4]);
    expect(percent(nplOf(portfolio(graded('bpr'))))).toBe('14.3 %');
  });

  it('has 14.3 % non-performing by the bank table: B and C special mention, D loss', () => {
    expect(graded('bank').map((loan) => loan.grade)).toEqual([1, 2, 2, 5]);
    expect(percent(nplOf(portfolio(graded('bank'))))).toBe('14.3 %');
  });
});

describe('Grades', () => {
  // lender: days late / days after maturity → grade
  it.each([
    ['bank', '0/0 1, 1/0 2, 90/0 2, 91/0 3, 120/0 3, 121/0 4, 180/0 4, 181/0 5'],
    ['bpr', '30/0 1, 31/0 2, 91/0 3, 181/0 4, 361/0 5, 5/5 2, 16/16 3, 31/31 4, 61/61 5'],
  ] as const)('of a %s loan follow days late and days after maturity', (lender, expected) => {
    const graded = expected.split(', ').map((line) => {
      const [overdueDays = 0, daysAfterMaturity = 0] = line.match(/\d+/g)?.map(Number) ?? [];
      const grade = gradeOf(tableOf(lender), { overdueDays, daysAfterMaturity });
      return `${overdueDays}/${daysAfterMaturity} ${grade}`;
    });
    expect(graded.join(', ')).toBe(expected);
  });

  it('of weekly LKM loans are counted in weeks', () => {
    const grades = [28, 29, 56, 57].map((overdueDays) =>
      gradeOf(tableOf('lkm', 'week'), { overdueDays, daysAfterMaturity: 0 }),
    );
    expect(grades).toEqual([1, 4, 4, 5]);
  });

  it('come from the newest table that is in force', () => {
    const newer = { ...tableOf('bank'), validFrom: '2027-01-01', source: 'a later rule' };
    const wanted = { lenderKind: 'bank', repayUnit: 'month' } as const;
    expect(
      findGradeTable([...gradeTables, newer], { ...wanted, on: '2026-12-31' })?.source,
    ).toContain('40');
    expect(findGradeTable([...gradeTables, newer], { ...wanted, on: '2027-01-01' })?.source).toBe(
      'a later rule',
    );
    expect(findGradeTable(gradeTables, { ...wanted, on: '2010-01-01' })).toBeUndefined();
  });

  it('say nothing about an empty portfolio', () => {
    expect(parOf(emptyPortfolio, 30)).toBeNull();
    expect(nplOf(emptyPortfolio)).toBeNull();
  });
});

describe('A loan of three weeks, nothing paid', () => {
  const schedule = {
    dueOn: ['2026-01-12', '2026-01-19', '2026-01-26'],
    principalDue: [40_000n, 80_000n, 120_000n],
    interestDue: [10_000n, 20_000n, 30_000n],
  };
  const gradeFor = (lenderKind: string, on: string) =>
    gradeIfKnown(
      { lenderKind, repayUnit: 'week' },
      { schedule, standing: standingOf(schedule, { principal: 0n, interest: 0n }, on), on },
    )?.grade ?? 'not graded';

  it.each([
    ['bank', '2026-01-12', 1],
    ['bank', '2026-01-13', 2],
    ['bpr', '2026-01-26', 1],
    ['bpr', '2026-01-27', 2],
    ['bpr', '2026-02-11', 3],
    ['lkm', '2026-02-10', 4],
    ['cooperative', '2026-02-10', 'not graded'],
    ['pnm', '2026-02-10', 'not graded'],
  ])('of a %s on %s is graded %s', (lenderKind, on, grade) => {
    expect(gradeFor(lenderKind, on)).toBe(grade);
  });
});
