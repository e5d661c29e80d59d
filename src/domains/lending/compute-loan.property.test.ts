import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeLoan } from './compute-loan.ts';

// Values that meet in files: right ones, odd ones, and ones of another kind.
const odd = fc.oneof(
  fc.constantFrom(null, '', 'NaN', '-1', '1e9', '1.000', '2026-02-31', '9999-12-31', '0000-01-01'),
  fc.integer({ min: -3, max: 4_000 }),
  fc.double(),
  fc.string({ maxLength: 5 }),
  fc.constant({}),
  fc.constant([]),
);
const mostly = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: odd });
const days = fc
  .record({
    year: fc.integer({ min: 2024, max: 2028 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  );
const amounts = fc.integer({ min: 1, max: 90_000_000 }).map(String);
const parts = fc.constantFrom('principal', 'interest', 'fee', 'penalty');

const lines = fc.record({
  ref: fc.oneof({ weight: 20, arbitrary: fc.constant('x') }, { weight: 1, arbitrary: odd }),
  explain: fc.boolean(),
  terms: fc.record(
    {
      currencyDigits: mostly(fc.constantFrom(0, 2, 3)),
      principal: mostly(amounts),
      disbursedOn: mostly(days),
      annualRatePercent: mostly(fc.constantFrom('0', '3', '24.5', '300')),
      interestMethod: mostly(fc.constantFrom('flat', 'declining')),
      amortization: mostly(fc.constantFrom('equal-installments', 'equal-principal')),
      installments: mostly(fc.integer({ min: 1, max: 60 })),
      repayEvery: fc.record({
        count: mostly(fc.integer({ min: 1, max: 6 })),
        unit: mostly(fc.constantFrom('day', 'week', 'month')),
      }),
      interestPeriod: mostly(fc.constantFrom('same-as-repayment', 'daily')),
      annuity: mostly(fc.constantFrom('nominal', 'by-period')),
      dayCount: fc.record({
        year: mostly(fc.constantFrom('actual', '360', '364', '365')),
        month: mostly(fc.constantFrom('actual', '30')),
      }),
      grace: fc.record({
        principal: mostly(fc.integer({ min: 0, max: 4 })),
        interestPayment: mostly(fc.integer({ min: 0, max: 4 })),
        interestFree: mostly(fc.integer({ min: 0, max: 4 })),
      }),
      roundInstallmentTo: mostly(fc.constantFrom('1', '500', '100000')),
      closures: fc.record({
        rule: fc.constantFrom(
          'next-working-day',
          'previous-working-day',
          'skip-and-extend',
          'next-meeting',
        ),
        closed: fc.array(days, { maxLength: 5 }),
        weekend: fc.constantFrom([7], [6, 7], []),
      }),
    },
    {
      requiredKeys: [
        'principal',
        'disbursedOn',
        'annualRatePercent',
        'interestMethod',
        'installments',
        'repayEvery',
      ],
    },
  ),
  events: fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      kind: fc.constantFrom('repayment', 'fee', 'penalty', 'waiver', 'reversal'),
      on: mostly(days),
      amount: mostly(amounts),
      of: fc.integer({ min: 0, max: 30 }).map(String),
      parts: fc.array(parts, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 6 },
  ),
  asOf: mostly(fc.constant('2029-01-01')),
});

it('answers whatever a line says, with a schedule that adds up or with a reason', () => {
  let computed = 0;
  fc.assert(
    fc.property(lines, (line) => {
      const answer = computeLoan(JSON.stringify(line));
      if ('error' in answer) {
        expect(answer.error.code).toMatch(/^lending\./);
        return;
      }
      computed += 1;
      const units = (text: string) => BigInt(text.replace('.', ''));
      // What was computed had an amount written as digits, or as a number that JSON writes as digits.
      const asked = JSON.stringify(line.terms.principal).replaceAll('"', '');
      const principal = answer.schedule.reduce((sum, row) => sum + units(row.principal), 0n);
      const [whole = '', part = ''] = asked.split('.');
      const digits = Number(line.terms.currencyDigits ?? 0);
      expect(principal).toBe(BigInt(whole + part.padEnd(digits, '0')));
      expect(answer.schedule.every((row) => units(row.outstanding) >= 0n)).toBe(true);
    }),
    { numRuns: 1_500 },
  );
  expect(computed).toBeGreaterThan(100);
});

it('answers any text at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(computeLoan(text)).toMatchObject({ error: { code: expect.any(String) as string } });
    }),
  );
});
