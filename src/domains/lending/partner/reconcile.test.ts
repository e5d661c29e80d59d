import { expect, test } from 'vitest';
import { makeSchedule } from '../repayment-schedule.ts';
import { scheduleRows } from '../schedule-row.ts';
import type { LoanTerms, ProductTerms } from '../terms.ts';
import { reconcileRepayments, reconcileReport } from './reconcile-payments.ts';
import { reconcileSchedule } from './reconcile-schedule.ts';
import type { PlanLine } from './reconcile-schedule.ts';

/** A bank's KUR super mikro with cents: Rp 10.000.000,00 at 3 % effective over 12 months. */
const bankTerms: LoanTerms = {
  product: {
    annualRatePercent: '3',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    installments: 12,
    repayEvery: { count: 1, unit: 'month' },
    interestPeriod: 'same-as-repayment',
    dayCount: { year: '365', month: 'actual' },
    annuity: 'nominal',
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  },
  principal: 1_000_000_000n,
  disbursedOn: '2026-01-15',
};
const changed = (change: Partial<ProductTerms>): LoanTerms => ({
  ...bankTerms,
  product: { ...bankTerms.product, ...change },
});
const planOf = (terms: LoanTerms): PlanLine[] =>
  scheduleRows(makeSchedule(terms)).map(({ number, dueOn, principal, interest }) => ({
    number,
    dueOn,
    principal,
    interest,
  }));
const verdicts = (theirs: readonly PlanLine[]) =>
  reconcileSchedule(bankTerms, theirs, 2).map((item) => item.explanation ?? 'matched');

test('a schedule made by the same terms matches line by line', () => {
  expect(new Set(verdicts(planOf(bankTerms)))).toEqual(new Set(['matched']));
});

test.each([
  [
    'the instalment rounded to Rp 500',
    changed({ roundInstallmentTo: '50000' }),
    'instalment-rounding',
  ],
  [
    'days over 360',
    changed({ interestPeriod: 'daily', dayCount: { year: '360', month: 'actual' } }),
    'day-count',
  ],
  ['equal principal parts', changed({ amortization: 'equal-principal' }), 'method'],
  ['flat interest', changed({ interestMethod: 'flat' }), 'method'],
])('%s is seen as what it is', (_, terms, explanation) => {
  const found = verdicts(planOf(terms));
  expect(new Set(found.filter((verdict) => verdict !== 'matched'))).toEqual(new Set([explanation]));
  expect(found.filter((verdict) => verdict === explanation).length).toBeGreaterThanOrEqual(11);
});

test('one due date moved off a holiday is a shift of that date alone', () => {
  const theirs = planOf(bankTerms).map((line) =>
    line.number === 3 ? { ...line, dueOn: '2026-04-17' } : line,
  );
  expect(
    verdicts(theirs)
      .map((verdict, at) => [at + 1, verdict])
      .filter(([, v]) => v !== 'matched'),
  ).toEqual([[3, 'date-shift']]);
});

test('a line that is not in the file is missing, the others match', () => {
  const theirs = planOf(bankTerms).filter((line) => line.number !== 5);
  expect(verdicts(theirs)[4]).toBe('missing-line');
  expect(verdicts(theirs).filter((verdict) => verdict === 'matched')).toHaveLength(11);
});

test('a line the terms do not have is extra', () => {
  const theirs = [
    ...planOf(bankTerms),
    { number: 13, dueOn: '2027-02-15', principal: 0n, interest: 100n },
  ];
  expect(verdicts(theirs)[12]).toBe('extra-line');
});

test('a bank that cuts interest off instead of rounding it is seen, and what follows is carried', () => {
  let balance = 1_000_000_000n;
  const theirs = planOf(bankTerms).map((line) => {
    const interest = (balance * 25n) / 10_000n;
    const principal = line.number === 12 ? balance : 84_693_699n - interest;
    balance -= principal;
    return { ...line, interest, principal };
  });
  const found = new Set(verdicts(theirs));
  expect(found.has('unexplained')).toBe(false);
  expect(found.has('rounded-down')).toBe(true);
});

test('an amount nobody can explain is left unexplained, with its difference', () => {
  const theirs = planOf(bankTerms).map((line) =>
    line.number === 2 ? { ...line, interest: line.interest + 12_345n } : line,
  );
  const item = reconcileSchedule(bankTerms, theirs, 2)[1];
  expect(item).toMatchObject({ state: 'differs', explanation: 'unexplained', difference: 12_345n });
});

const schedule = makeSchedule(bankTerms);
const loan = { disbursedOn: bankTerms.disbursedOn, schedule };
const first = { principal: schedule.principalDue[0]!, interest: schedule.interestDue[0]! };
const pays = (
  reference: string,
  onDay: string,
  parts: { principal: bigint; interest: bigint },
) => ({
  reference,
  onDay,
  penalty: 0n,
  ...parts,
});

test('a repayment split as the schedule asks matches, whichever file came first', () => {
  const second = {
    principal: schedule.principalDue[1]! - first.principal,
    interest: schedule.interestDue[1]! - first.interest,
  };
  const repayments = [pays('T2', '2026-03-16', second), pays('T1', '2026-02-15', first)];
  const items = reconcileRepayments(loan, repayments);
  expect(items.map(({ item, state }) => [item, state])).toEqual([
    ['T1', 'matched'],
    ['T2', 'matched'],
  ]);
  expect(reconcileRepayments(loan, repayments.toReversed())).toEqual(items);
});

test.each([
  [
    'taken for principal before its interest',
    '2026-02-15',
    { principal: 50_000_000n, interest: 0n },
    'allocation-order',
  ],
  [
    'before anything is due, straight off the principal',
    '2026-02-01',
    { principal: 50_000_000n, interest: 0n },
    'paid-ahead',
  ],
  [
    'of more than the debt',
    '2026-02-15',
    { principal: 1_100_000_000n, interest: 0n },
    'more-than-owed',
  ],
])('a repayment %s differs and says why', (_, onDay, parts, explanation) => {
  const [item] = reconcileRepayments(loan, [pays('T1', onDay, parts)]);
  expect(item).toMatchObject({ state: 'differs', explanation });
});

const bank = { lenderKind: 'bank', repayUnit: 'month' } as const;
const reported = (
  repayments: ReturnType<typeof pays>[],
  report: Parameters<typeof reconcileReport>[1],
) =>
  reconcileReport({ principal: 1_000_000_000n, schedule, repayments, lender: bank }, report).map(
    ({ state, explanation }) => explanation ?? state,
  );

test('balance and grade match when the partner counts what its own files say', () => {
  const report = {
    onDay: '2026-02-28',
    outstanding: 1_000_000_000n - first.principal,
    grade: 1,
    daysLate: 0,
  } as const;
  expect(reported([pays('T1', '2026-02-15', first)], report)).toEqual(['matched', 'matched']);
});

test('a repayment no file has brought yet explains a lower balance', () => {
  const report = {
    onDay: '2026-02-28',
    outstanding: 1_000_000_000n - first.principal,
    grade: 1,
    daysLate: 0,
  } as const;
  expect(reported([], report)).toEqual(['not-yet-sent', 'not-yet-sent']);
});

test('a balance that no repayment and no instalment makes is left unexplained', () => {
  const report = {
    onDay: '2026-03-20',
    outstanding: 1_000_000_000n - first.principal - 77n,
    grade: 1,
    daysLate: null,
  } as const;
  expect(reported([pays('T1', '2026-02-15', first)], report)[0]).toBe('unexplained');
  const more = { ...report, outstanding: report.outstanding + 100n };
  expect(reported([pays('T1', '2026-02-15', first)], more)[0]).toBe('unexplained');
});

test('a partner that has not counted the latest repayment is known by the balance before it', () => {
  const report = {
    onDay: '2026-02-28',
    outstanding: 1_000_000_000n,
    grade: 2,
    daysLate: 13,
  } as const;
  expect(reported([pays('T1', '2026-02-15', first)], report)).toEqual([
    'not-yet-counted',
    'not-yet-counted',
  ]);
});

test('days counted another way explain a grade only where they make it', () => {
  const paid = [pays('T1', '2026-02-15', first)];
  const report = { onDay: '2026-03-15', outstanding: 1_000_000_000n - first.principal } as const;
  expect(reported(paid, { ...report, grade: 2, daysLate: 1 })[1]).toBe('days-counted');
  expect(reported(paid, { ...report, grade: 4, daysLate: 1 })[1]).toBe('unexplained');
});

test('who paid everything off early is late with nothing, though interest of later instalments was never paid', () => {
  const paid = [pays('T1', '2026-02-15', { principal: 1_000_000_000n, interest: first.interest })];
  const report = { onDay: '2026-09-30', outstanding: 0n, grade: 1, daysLate: 0 } as const;
  expect(reported(paid, report)).toEqual(['matched', 'matched']);
});

test('a lender whose table we do not know is not graded by another’s', () => {
  const [, item] = reconcileReport(
    { principal: 1_000_000_000n, schedule, repayments: [], lender: { ...bank, lenderKind: 'pnm' } },
    { onDay: '2026-02-01', outstanding: 1_000_000_000n, grade: 1, daysLate: null },
  );
  expect(item).toMatchObject({ state: 'unknown', explanation: 'no-table' });
});

test('a line is judged by itself: what an earlier one left behind does not make the next one differ', () => {
  const items = reconcileRepayments(loan, [
    pays('T1', '2026-02-15', { principal: first.principal + first.interest, interest: 0n }),
    pays('T2', '2026-03-16', { principal: 0n, interest: schedule.interestDue[1]! }),
  ]);
  expect(items.map(({ explanation }) => explanation)).toEqual(['allocation-order', null]);
});

test('a lender whose terms send money ahead to the principal is followed, and one line otherwise explained', () => {
  const byTerms = {
    ...loan,
    allocation: {
      order: 'due-then-advance',
      due: ['interest', 'principal'],
      inAdvance: ['principal', 'interest'],
    },
  } as const;
  const ahead = { principal: 50_000_000n, interest: 0n };
  const usual = { principal: 50_000_000n - first.interest, interest: first.interest };
  expect(reconcileRepayments(byTerms, [pays('T1', '2026-02-01', ahead)])[0]?.state).toBe('matched');
  expect(reconcileRepayments(byTerms, [pays('T1', '2026-02-01', usual)])[0]?.explanation).toBe(
    'instalment-order',
  );
});

test('a split that no order makes is left unexplained, beside what the engine makes of it', () => {
  const odd = { principal: first.principal - 1_000n, interest: first.interest + 1_000n };
  expect(reconcileRepayments(loan, [pays('T1', '2026-02-15', odd)])[0]).toMatchObject({
    explanation: 'unexplained',
    ours: { principal: String(first.principal), interest: String(first.interest) },
    difference: -1_000n,
  });
});

test('a lender that takes all interest due before any principal is seen', () => {
  const due = schedule.interestDue[1]!;
  const item = reconcileRepayments(loan, [
    pays('T1', '2026-03-15', { principal: 1_000_000n, interest: due }),
  ])[0];
  expect(item?.explanation).toBe('interest-first');
});

test('a partner that lets skipped interest lie and takes each instalment by plan carries the difference on', () => {
  const by = (at: number) => ({
    principal: schedule.principalDue[at]! - schedule.principalDue[at - 1]!,
    interest: schedule.interestDue[at]! - schedule.interestDue[at - 1]!,
  });
  const items = reconcileRepayments(loan, [
    pays('T1', '2026-02-15', { principal: first.principal + first.interest, interest: 0n }),
    pays('T2', '2026-03-15', by(1)),
    pays('T3', '2026-04-15', by(2)),
  ]);
  expect(items.map(({ explanation }) => explanation)).toEqual([
    'allocation-order',
    'carried',
    'carried',
  ]);
});
