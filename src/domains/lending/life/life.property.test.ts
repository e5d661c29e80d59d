import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { Refusal } from '#platform/command/problem.ts';
import { loanInHand } from '#test/worlds/loan-in-hand.ts';
import { scheduleRows } from '../schedule-row.ts';
import type { Entered } from './enter.ts';
import { partNames, reversedIds, scheduleInForce } from './loan-life.ts';
import type { LoanInHand } from './loan-life.ts';
import { planRepayment } from './plan-repayment.ts';
import { planReversal } from './plan-reversal.ts';
import {
  openOf,
  planCharge,
  planMoreMoney,
  planOnClaim,
  planRefund,
  planRestructure,
  planWaiver,
  planWriteOff,
} from './plans.ts';

const today = '2026-04-06';
let ids = 0;
const context = { today, newId: () => `entry ${(ids += 1)}` };

/** Something that may happen to the loan of 5 January, in numbers read off the loan as it stands. */
const deed = fc.record({
  what: fc.constantFrom(
    ...(['pay', 'pay', 'pay', 'pay', 'prepay', 'fee', 'penalty', 'waive', 'restructure'] as const),
    ...(['top-up', 'write-off', 'recover', 'forgive', 'refund', 'reverse'] as const),
  ),
  day: fc.integer({ min: 0, max: 91 }),
  share: fc.integer({ min: 1, max: 1200 }),
  way: fc.nat({ max: 9 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function part(amount: bigint, share: number): bigint {
  const some = (amount * BigInt(share)) / 1000n;
  return some > 0n ? some : 1n;
}

function planned(loan: LoanInHand, { what, day, share, way }: Deed): readonly Entered[] {
  const on = addDays(loan.disbursedOn, day);
  const id = context.newId();
  const installments = 5 + way;
  const firstDueOn = addDays(today, 1 + way);
  const repayEvery = { count: 1, unit: 'week' } as const;
  const charge = (kind: 'fee' | 'penalty') => {
    const dueOn = addDays(on, way * 7);
    return planCharge(loan, { id, kind, on, dueOn, amountRupiah: BigInt(share) * 20n }, context);
  };
  const claim = (kind: 'recovery' | 'forgiveness') => {
    const left = loan.writtenOffRupiah - loan.recoveredRupiah - loan.forgivenRupiah;
    return planOnClaim(loan, { id, kind, on: today, amountRupiah: part(left, share) }, context);
  };
  switch (what) {
    case 'pay': {
      const amountRupiah = part(way === 0 ? 2_600_000n : 120_000n, share);
      return planRepayment(loan, { id, amountRupiah, on, excess: 'keep' }, context).entered;
    }
    case 'prepay': {
      const prepay = way % 2 === 0 ? 'lower-instalment' : 'shorter-term';
      const money = { id, amountRupiah: part(2_000_000n, share), on: today, prepay } as const;
      return planRepayment(loan, { ...money, excess: 'keep' }, context).entered;
    }
    case 'fee':
    case 'penalty':
      return charge(what);
    case 'waive': {
      const given = (['interest', 'fee', 'penalty'] as const)[way % 3] ?? 'fee';
      const amountRupiah = part(openOf(loan, given), share);
      return planWaiver(loan, { part: given, amountRupiah }, context);
    }
    case 'restructure': {
      const terms = { annualRatePercent: '12', installments, repayEvery, firstDueOn };
      return planRestructure(loan, terms, context);
    }
    case 'top-up': {
      const more = { kind: what, amountRupiah: 500_000n, installments, firstDueOn } as const;
      return planMoreMoney(loan, more, context);
    }
    case 'write-off':
      return planWriteOff(loan, context);
    case 'recover':
      return claim('recovery');
    case 'forgive':
      return claim('forgiveness');
    case 'refund':
      return planRefund(
        loan,
        { amountRupiah: part(loan.paid.overpaid, share), to: 'cash' },
        context,
      );
    case 'reverse': {
      const entryId = loan.entries.at(-1 - way)?.id ?? '';
      return planReversal(loan, { entryId }, context);
    }
  }
}

/** The loan after it; what cannot be is refused and leaves it as it is. */
function after(loan: LoanInHand, one: Deed): LoanInHand {
  try {
    return planned(loan, one).at(-1)?.after ?? loan;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return loan;
  }
}

/** How a loan stands, whatever it went through to stand so. */
function standing(loan: LoanInHand) {
  const { paid, charged, waived, principalRupiah, state, closedOn } = loan;
  const { writtenOffRupiah, recoveredRupiah, forgivenRupiah } = loan;
  const claims = { writtenOffRupiah, recoveredRupiah, forgivenRupiah };
  const plan = scheduleInForce(loan);
  return { paid, charged, waived, principalRupiah, state, closedOn, ...claims, plan };
}

it('Whatever happens to a loan: its entries sum to it, its plan repays what was lent, and nothing is below zero', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 7 }), (deeds) => {
      const loan = deeds.reduce(after, loanInHand());
      for (const name of partNames) {
        expect(loan.entries.reduce((sum, entry) => sum + entry.moved[name], 0n)).toBe(
          loan.paid[name],
        );
        expect(loan.paid[name] >= 0n).toBe(true);
      }
      const rows = scheduleRows(scheduleInForce(loan));
      expect(rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(loan.principalRupiah);
      expect(rows.every((row) => row.principal >= 0n && row.interest >= 0n)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('Reversing what was entered last restores the loan as it stood, whatever it was', () => {
  let reversed = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 5 }), deed, (deeds, last) => {
      const before = deeds.reduce(after, loanInHand());
      if (last.what === 'reverse') return;
      const then = after(before, last);
      if (then === before) return;
      reversed += 1;
      // A new plan stands before the money that brought it; undone is the money, and the plan with it.
      const entered = then.entries.slice(before.entries.length);
      const entryId = entered.find((entry) => entry.causedBy === null)?.id ?? '';
      const undone = planReversal(then, { entryId }, context).at(-1)?.after ?? then;
      expect(standing(undone)).toEqual(standing(before));
      expect(entered.every((entry) => reversedIds(undone).has(entry.id))).toBe(true);
    }),
    { numRuns: 80 },
  );
  expect(reversed).toBeGreaterThan(20);
});

it('Money and charges count alike in whatever order they are entered, on one day or backdated', () => {
  const entries = fc.array(
    fc.record({
      what: fc.constantFrom('pay', 'pay', 'fee', 'penalty'),
      day: fc.constantFrom(3, 7, 7, 30, 63),
      share: fc.integer({ min: 1, max: 1000 }),
      way: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(entries, fc.func(fc.integer()), (deeds, weight) => {
      const inTime = deeds.toSorted((a, b) => a.day - b.day).reduce(after, loanInHand());
      const shuffled = deeds.toSorted((a, b) => weight(a) - weight(b)).reduce(after, loanInHand());
      expect(standing(shuffled)).toEqual(standing(inTime));
    }),
    { numRuns: 60 },
  );
});
