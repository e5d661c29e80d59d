import { describe, expect, it } from 'vitest';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows } from './schedule-row.ts';
import type { LoanTerms, ProductTerms } from './terms.ts';

// One table a rule, as a bookkeeper writes it: number, day, principal, interest, sum, principal left.

const monthly: ProductTerms = {
  annualRatePercent: '24',
  interestMethod: 'declining',
  amortization: 'equal-installments',
  installments: 4,
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};
const daily = { ...monthly, interestPeriod: 'daily', amortization: 'equal-principal' } as const;

function table(product: ProductTerms, more: Partial<LoanTerms> = {}): string {
  const terms = { product, principal: 1_000_000n, disbursedOn: '2026-01-15', ...more };
  const cells = scheduleRows(makeSchedule(terms)).map((row) =>
    [row.number, row.dueOn, row.principal, row.interest, row.total, row.principalAfter].map(String),
  );
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const lines = cells.map((line) =>
    line.map((cell, at) => cell.padStart(widths?.[at] ?? 0)).join('  '),
  );
  return `\n${lines.join('\n')}\n`;
}

describe('How a loan is paid off', () => {
  it('flat, weekly, a rate for the whole term', () => {
    const product = {
      ...monthly,
      annualRatePercent: '10',
      rateBasis: 'whole-term',
      interestMethod: 'flat',
      installments: 6,
      repayEvery: { count: 1, unit: 'week' },
    } as const;
    expect(table(product)).toMatchInlineSnapshot(`
      "
      1  2026-01-22  166667  16667  183334  833333
      2  2026-01-29  166667  16667  183334  666666
      3  2026-02-05  166667  16667  183334  499999
      4  2026-02-12  166667  16667  183334  333332
      5  2026-02-19  166667  16667  183334  166665
      6  2026-02-26  166665  16665  183330       0
      "
    `);
  });

  it('flat, every two weeks, a rate per year: two 52nds of it each time', () => {
    const product = {
      ...monthly,
      annualRatePercent: '26',
      interestMethod: 'flat',
      repayEvery: { count: 2, unit: 'week' },
    } as const;
    expect(table(product)).toMatchInlineSnapshot(`
      "
      1  2026-01-29  250000  10000  260000  750000
      2  2026-02-12  250000  10000  260000  500000
      3  2026-02-26  250000  10000  260000  250000
      4  2026-03-12  250000  10000  260000       0
      "
    `);
  });

  it('declining, equal instalments', () => {
    expect(table(monthly)).toMatchInlineSnapshot(`
      "
      1  2026-02-15  242624  20000  262624  757376
      2  2026-03-15  247476  15148  262624  509900
      3  2026-04-15  252426  10198  262624  257474
      4  2026-05-15  257474   5149  262623       0
      "
    `);
  });

  it('declining, equal principal', () => {
    expect(table({ ...monthly, amortization: 'equal-principal' })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  250000  20000  270000  750000
      2  2026-03-15  250000  15000  265000  500000
      3  2026-04-15  250000  10000  260000  250000
      4  2026-05-15  250000   5000  255000       0
      "
    `);
  });

  it('murabahah: a margin agreed once, in equal parts', () => {
    const product = {
      ...monthly,
      annualRatePercent: '0',
      interestMethod: 'flat',
      installments: 3,
    } as const;
    expect(table(product, { margin: 100_000n })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  333333  33333  366666  666667
      2  2026-03-15  333333  33333  366666  333334
      3  2026-04-15  333334  33334  366668       0
      "
    `);
    expect(() => table(monthly, { margin: 100_000n })).toThrow(RangeError);
  });

  it('without interest', () => {
    expect(table({ ...monthly, annualRatePercent: '0', installments: 3 })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  333333  0  333333  666667
      2  2026-03-15  333333  0  333333  333334
      3  2026-04-15  333334  0  333334       0
      "
    `);
  });
});

describe('Rounding to a multiple', () => {
  it('of a flat instalment rounds both parts and leaves the difference to principal', () => {
    const product = { ...monthly, interestMethod: 'flat', roundInstallmentTo: '1000' } as const;
    expect(table({ ...product, installments: 3 })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  333000  20000  353000  667000
      2  2026-03-15  333000  20000  353000  334000
      3  2026-04-15  334000  20000  354000       0
      "
    `);
  });

  it('of a declining instalment leaves the difference to the last', () => {
    expect(table({ ...monthly, roundInstallmentTo: '1000' })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  243000  20000  263000  757000
      2  2026-03-15  247860  15140  263000  509140
      3  2026-04-15  252817  10183  263000  256323
      4  2026-05-15  256323   5126  261449       0
      "
    `);
  });

  it('upwards may pay the loan off early', () => {
    const product = { ...monthly, annualRatePercent: '0', installments: 10 };
    expect(table({ ...product, roundInstallmentTo: '150000' })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  150000  0  150000  850000
      2  2026-03-15  150000  0  150000  700000
      3  2026-04-15  150000  0  150000  550000
      4  2026-05-15  150000  0  150000  400000
      5  2026-06-15  150000  0  150000  250000
      6  2026-07-15  150000  0  150000  100000
      7  2026-08-15  100000  0  100000       0
      "
    `);
  });
});

describe('Grace', () => {
  const grace = (principal: number, interestPayment: number, interestFree: number) => ({
    principal,
    interestPayment,
    interestFree,
  });

  it('on principal', () => {
    expect(table({ ...monthly, grace: grace(2, 0, 0) })).toMatchInlineSnapshot(`
      "
      1  2026-02-15       0  20000   20000  1000000
      2  2026-03-15       0  20000   20000  1000000
      3  2026-04-15  495050  20000  515050   504950
      4  2026-05-15  504950  10099  515049        0
      "
    `);
  });

  it('on interest payment: what waited comes first, principal with the rest', () => {
    expect(table({ ...monthly, grace: grace(1, 1, 0) })).toMatchInlineSnapshot(`
      "
      1  2026-02-15       0      0       0  1000000
      2  2026-03-15  306755  40000  346755   693245
      3  2026-04-15  332890  13865  346755   360355
      4  2026-05-15  360355   7207  367562        0
      "
    `);
  });

  it('on interest payment of a flat loan: spread over the others', () => {
    const product = { ...monthly, interestMethod: 'flat', grace: grace(0, 1, 0) } as const;
    expect(table(product)).toMatchInlineSnapshot(`
      "
      1  2026-02-15  250000      0  250000  750000
      2  2026-03-15  250000  26667  276667  500000
      3  2026-04-15  250000  26667  276667  250000
      4  2026-05-15  250000  26666  276666       0
      "
    `);
  });

  it('on interest payment of a flat loan with equal principal: with the first after it', () => {
    const product = {
      ...monthly,
      interestMethod: 'flat',
      amortization: 'equal-principal',
      grace: grace(0, 1, 0),
    } as const;
    expect(table(product)).toMatchInlineSnapshot(`
      "
      1  2026-02-15  250000      0  250000  750000
      2  2026-03-15  250000  40000  290000  500000
      3  2026-04-15  250000  20000  270000  250000
      4  2026-05-15  250000  20000  270000       0
      "
    `);
  });

  it('free of interest', () => {
    const product = { ...monthly, amortization: 'equal-principal', grace: grace(0, 0, 2) } as const;
    expect(table(product)).toMatchInlineSnapshot(`
      "
      1  2026-02-15  250000      0  250000  750000
      2  2026-03-15  250000      0  250000  500000
      3  2026-04-15  250000  10000  260000  250000
      4  2026-05-15  250000   5000  255000       0
      "
    `);
  });
});

describe('Days', () => {
  /** Interest of every period, for every basis. */
  function bases(month: 'actual' | '30', disbursedOn: string): string {
    const years = ['360', '364', '365', 'actual'] as const;
    const lines = years.map((year) => {
      const product = { ...daily, dayCount: { year, month } };
      const rows = scheduleRows(makeSchedule({ product, principal: 36_000_000n, disbursedOn }));
      return [year.padEnd(6), ...rows.map((row) => String(row.interest).padStart(6))].join('  ');
    });
    return `\n${lines.join('\n')}\n`;
  }

  it('as they are, over the turn into a leap year', () => {
    expect(bases('actual', '2027-11-30')).toMatchInlineSnapshot(`
      "
      360     720000  558000  360000  180000
      364     712088  551868  356044  178022
      365     710137  550356  355068  177534
      actual  710137  548901  354098  177049
      "
    `);
  });

  it('thirty to the month, however long it is', () => {
    expect(bases('30', '2027-11-30')).toMatchInlineSnapshot(`
      "
      360     720000  540000  360000  180000
      364     712088  534066  356044  178022
      365     710137  532603  355068  177534
      actual  710137  531148  354098  177049
      "
    `);
  });

  it('of a first period that is not a month', () => {
    const odd = { disbursedOn: '2026-01-05', firstDueOn: '2026-02-20' };
    expect(table(daily, odd)).toMatchInlineSnapshot(`
      "
      1  2026-02-20  250000  30247  280247  750000
      2  2026-03-20  250000  13808  263808  500000
      3  2026-04-20  250000  10192  260192  250000
      4  2026-05-20  250000   4932  254932       0
      "
    `);
    const thirty = { ...daily, dayCount: { year: '360', month: '30' } } as const;
    expect(table(thirty, odd)).toMatchInlineSnapshot(`
      "
      1  2026-02-20  250000  30000  280000  750000
      2  2026-03-20  250000  15000  265000  500000
      3  2026-04-20  250000  10000  260000  250000
      4  2026-05-20  250000   5000  255000       0
      "
    `);
  });

  it('thirty to the month leaves weeks their seven', () => {
    const weekly = { ...daily, repayEvery: { count: 1, unit: 'week' } } as const;
    const thirty = { ...weekly, dayCount: { year: '365', month: '30' } } as const;
    expect(table(thirty)).toBe(table(weekly));
  });

  it('by a nominal instalment, the last absorbs; by true periods, it is level', () => {
    const actual = { ...daily, amortization: 'equal-installments' } as const;
    expect(table(actual)).toMatchInlineSnapshot(`
      "
      1  2026-02-15  242240  20384  262624  757760
      2  2026-03-15  248673  13951  262624  509087
      3  2026-04-15  252247  10377  262624  256840
      4  2026-05-15  256840   5066  261906       0
      "
    `);
    expect(table({ ...actual, annuity: 'by-period' })).toMatchInlineSnapshot(`
      "
      1  2026-02-15  242066  20384  262450  757934
      2  2026-03-15  248496  13954  262450  509438
      3  2026-04-15  252066  10384  262450  257372
      4  2026-05-15  257372   5077  262449       0
      "
    `);
  });
});

describe('Due dates', () => {
  const days = (more: Partial<LoanTerms>, product = monthly) =>
    makeSchedule({ product, principal: 1_000_000n, disbursedOn: '2028-01-31', ...more }).dueOn.join(
      ' ',
    );

  it('keep the 31st where the month has it, through 29 February', () => {
    expect(days({ firstDueOn: '2028-01-31', disbursedOn: '2028-01-01' })).toBe(
      '2028-01-31 2028-02-29 2028-03-31 2028-04-30',
    );
  });

  it('keep the day of the disbursement when no first day is given', () => {
    expect(days({})).toBe('2028-02-29 2028-03-31 2028-04-30 2028-05-31');
  });

  it('keep to the 29th after a loan of 29 January in a common year', () => {
    expect(days({ disbursedOn: '2027-01-01', firstDueOn: '2027-01-29' })).toBe(
      '2027-01-29 2027-02-28 2027-03-29 2027-04-29',
    );
  });

  it('every three months, and every ten days', () => {
    expect(days({}, { ...monthly, repayEvery: { count: 3, unit: 'month' } })).toBe(
      '2028-04-30 2028-07-31 2028-10-31 2029-01-31',
    );
    expect(days({}, { ...monthly, repayEvery: { count: 10, unit: 'day' } })).toBe(
      '2028-02-10 2028-02-20 2028-03-01 2028-03-11',
    );
  });

  it('as given, with interest by the days between them', () => {
    const dueDates = ['2026-02-10', '2026-03-20', '2026-04-10', '2026-05-29'];
    expect(table(daily, { dueDates })).toMatchInlineSnapshot(`
      "
      1  2026-02-10  250000  17096  267096  750000
      2  2026-03-20  250000  18740  268740  500000
      3  2026-04-10  250000   6904  256904  250000
      4  2026-05-29  250000   8055  258055       0
      "
    `);
  });
});
