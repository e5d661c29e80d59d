import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { productTermsInput } from './input.ts';
import { keptBack, penaltyOn, spreadFees } from './product-conditions.ts';
import type { LatePenalty, UnpaidLoan } from './product-conditions.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { inHand } from './stored-terms.ts';
import type { ProductTerms } from './terms.ts';

const monday = '2026-01-05';
const week = { count: 1, unit: 'week' } as const;

/** Rp 50.000 due each Monday from 5 January; nothing of the first `missed` is paid. */
function late(missed: number, charged = 0n): UnpaidLoan {
  return {
    principal: 2_000_000n,
    repayEvery: week,
    unpaid: Array.from({ length: 50 }, (_, i) => ({
      dueOn: addDays(monday, 7 * i),
      rupiah: i < missed ? 50_000n : 0n,
    })),
    charged,
  };
}

const once: LatePenalty = { kind: 'per-instalment', rupiah: '5000', graceDays: 3 };
const daily: LatePenalty = { kind: 'of-overdue', percent: '0.1', per: 'day', graceDays: 0 };
const weekly: LatePenalty = { kind: 'of-overdue', percent: '1', per: 'period', graceDays: 0 };

/** Penalties of the days after Monday, each as if no other had been charged. */
const days = (rule: LatePenalty, loan: UnpaidLoan, count: number) =>
  Array.from({ length: count }, (_, i) => penaltyOn(rule, loan, addDays(monday, i)));

describe('A late penalty', () => {
  it('of fixed rupiah is asked once an instalment, the day after its grace', () => {
    expect(days(once, late(2), 14)).toEqual([
      ...[0n, 0n, 0n, 0n, 5_000n, 0n, 0n],
      ...[0n, 0n, 0n, 0n, 5_000n, 0n, 0n],
    ]);
  });

  it('of a rate a day grows with what is late', () => {
    expect(days(daily, late(2), 10)).toEqual([
      ...[0n, 50n, 50n, 50n, 50n, 50n, 50n, 50n],
      ...[100n, 100n],
    ]);
  });

  it('of a rate a period is asked each week since the oldest unpaid instalment', () => {
    const asked = days(weekly, late(1), 30).map((amount, i) => (amount > 0n ? i : -1));
    expect(asked.filter((day) => day >= 0)).toEqual([1, 8, 15, 22, 29]);
  });

  it('of a rate a month falls on the same day of each month, also after a short one', () => {
    const loan: UnpaidLoan = {
      ...late(0),
      repayEvery: { count: 1, unit: 'month' },
      unpaid: [{ dueOn: '2026-01-31', rupiah: 100_000n }],
    };
    const asked = Array.from({ length: 70 }, (_, i) => addDays('2026-01-31', i)).filter(
      (day) => penaltyOn(weekly, loan, day) > 0n,
    );
    expect(asked).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
  });

  it('stops at its share of the principal', () => {
    const capped: LatePenalty = { ...once, mostPercent: '0.4' };
    expect(penaltyOn(capped, late(1), addDays(monday, 4))).toBe(5_000n);
    expect(penaltyOn(capped, late(1, 5_000n), addDays(monday, 4))).toBe(3_000n);
    expect(penaltyOn(capped, late(1, 8_000n), addDays(monday, 4))).toBe(0n);
  });

  it('is nothing for who is not late', () => {
    for (const rule of [once, daily, weekly]) expect(sum(days(rule, late(0), 60))).toBe(0n);
  });
});

describe('Fees of a product', () => {
  const terms: ProductTerms = {
    ...weeklyTerms,
    fees: [
      { name: 'Administrasi', kind: 'fee', taken: 'upfront', basis: 'percent', percent: '1' },
      {
        name: 'Asuransi jiwa',
        kind: 'insurance',
        taken: 'upfront',
        basis: 'fixed',
        rupiah: '15000',
      },
      { name: 'Buku angsuran', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '10007' },
    ],
  };

  it('kept back leave so much less in the hand, beside the compulsory savings', () => {
    expect(keptBack(terms, 2_000_000n).map((one) => one.rupiah)).toEqual([20_000n, 15_000n]);
    expect(inHand(terms, { principal: 2_000_000n, savingsPercent: '5' })).toBe(1_865_000n);
  });

  it('spread over the instalments add up to the fee, for any loan', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 100_000n, max: 50_000_000n }),
        fc.integer({ min: 1, max: 120 }),
        (principal, count) => {
          const dueOn = Array.from({ length: count }, (_, i) => addDays(monday, 7 * i));
          const parts = spreadFees(terms, { principal, dueOn });
          expect(sum(parts.map((part) => part.rupiah))).toBe(10_007n);
          expect(parts.every((part) => part.rupiah > 0n && dueOn.includes(part.dueOn))).toBe(true);
        },
      ),
    );
  });

  it('pass an insurance premium on only when it is kept back at the start', () => {
    const fees = [
      { name: 'Asuransi', kind: 'insurance', taken: 'spread', basis: 'fixed', rupiah: '15000' },
    ];
    expect(productTermsInput.safeParse({ ...weeklyTerms, fees }).success).toBe(false);
    expect(productTermsInput.safeParse(terms).success).toBe(true);
  });
});

describe('A murabahah margin', () => {
  const murabahah: ProductTerms = {
    ...weeklyTerms,
    annualRatePercent: '0',
    marginPercent: '20',
    installments: 10,
  };

  it('makes the schedule: the mark-up is earned in equal parts', () => {
    const terms = { product: murabahah, principal: 1_000_000n, disbursedOn: monday };
    const schedule = makeSchedule(terms);
    expect(schedule.interestDue.at(0)).toBe(20_000n);
    expect(schedule.interestDue.at(-1)).toBe(200_000n);
  });

  it('does not stand beside a rate, nor on a shrinking debt', () => {
    const loan = { principal: 1_000_000n, disbursedOn: monday };
    for (const change of [{ annualRatePercent: '5' }, { interestMethod: 'declining' as const }])
      expect(() => makeSchedule({ ...loan, product: { ...murabahah, ...change } })).toThrow(
        RangeError,
      );
  });
});
