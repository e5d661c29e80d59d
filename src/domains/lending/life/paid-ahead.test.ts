import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { loanInHand } from '#test/worlds/loan-in-hand.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { owedByLife, standingPaidAhead } from '../sheet-allocation.ts';
import { withPrepaid } from './new-schedules.ts';
import { planRepayment } from './plan-repayment.ts';
import { entryToReverse } from './plan-reversal.ts';
import { wholeDebt } from './plans.ts';

/** Four weeks of Rp 100,000 and Rp 10,000. */
const weeks = {
  dueOn: ['2026-01-14', '2026-01-21', '2026-01-28', '2026-02-04'],
  principalDue: [100_000n, 200_000n, 300_000n, 400_000n],
  interestDue: [10_000n, 20_000n, 30_000n, 40_000n],
};

it.each(['lower-instalment', 'shorter-term'] as const)(
  'Money ahead (%s) never asks again for interest that was paid early',
  (mode) => {
    const after = withPrepaid(weeks, {
      on: '2026-01-14',
      // The first week and, entered for a day before, the second as well.
      paid: { principal: 200_000n, interest: 20_000n },
      principal: 50_000n,
      mode,
      terms: { ...weeklyTerms, interestMethod: 'flat' },
    });
    expect(after.principalDue.at(-1)).toBe(400_000n);
    // Of Rp 20,000 for the last two weeks the share of the Rp 150,000 that is left: at most three quarters.
    const [due = 0n, paid] = [after.interestDue.at(-1), 20_000n];
    expect(due > paid && due <= 35_000n).toBe(true);
  },
);

it.each(['lower-instalment', 'shorter-term'] as const)(
  'All principal paid ahead (%s) leaves no interest to ask for, and the whole of an agreed margin',
  (mode) => {
    const paid = { principal: 100_000n, interest: 10_000n };
    const change = { on: '2026-01-14', paid, principal: 300_000n, mode } as const;
    const terms = { ...weeklyTerms, interestMethod: 'flat' } as const;
    const after = withPrepaid(weeks, { ...change, terms });
    expect([after.principalDue.at(-1), after.interestDue.at(-1)]).toEqual([400_000n, 10_000n]);
    const sold = withPrepaid(weeks, { ...change, terms: { ...terms, marginPercent: '10' } });
    expect([sold.principalDue.at(-1), sold.interestDue.at(-1)]).toEqual([400_000n, 40_000n]);
  },
);

it.each(['lower-instalment', 'shorter-term'] as const)(
  'Where only interest to come is left (%s), money of today pays it, whatever is to become of more',
  (prepayment) => {
    const parts = ['principal', 'interest', 'fee', 'penalty'] as const;
    const loan = loanInHand({
      terms: { prepayment },
      change: { allocation: { order: 'due-then-advance', due: parts, inAdvance: parts } },
    });
    let ids = 0;
    const context = { today: '2026-01-19', newId: () => `entry ${(ids += 1)}` };
    const pay = (from: typeof loan, amountRupiah: bigint, prepay?: 'next-instalments') => {
      const on = prepay ? '2026-01-12' : context.today;
      const money = { id: context.newId(), amountRupiah, on, prepay, excess: 'save' } as const;
      const { entered, savedRupiah } = planRepayment(from, money, context);
      return { after: entered.at(-1)?.after ?? from, savedRupiah };
    };
    // As she wished it went to the next instalments, their interest with them, but for the last week's.
    const owing = pay(loan, 2_490_000n, 'next-instalments').after;
    expect([owing.paid.principal, wholeDebt(owing, context.today)]).toEqual([2_000_000n, 10_000n]);
    const { payoffRupiah } = standingPaidAhead(owedByLife(owing, context.today), context.today);
    expect(payoffRupiah).toBe(10_000n);
    const { after, savedRupiah } = pay(owing, 14_331n);
    expect([after.state, savedRupiah]).toEqual(['closed', 4_331n]);
  },
);

const day = fc.integer({ min: 0, max: 6 }).map((days) => addDays('2026-01-12', days));

it('Money ahead that is entered days late leaves the loan as if it had been entered on its day', () => {
  const late = fc.property(
    fc.constantFrom('lower-instalment' as const, 'shorter-term' as const),
    fc.bigInt({ min: 1n, max: 2_010_000n }),
    day,
    fc.integer({ min: 1, max: 60 }),
    (prepayment, amountRupiah, on, lateBy) => {
      const loan = loanInHand({ terms: { prepayment } });
      const entered = (today: string) => {
        let ids = 0;
        const money = { id: 'money', amountRupiah, on, excess: 'refuse' } as const;
        const plan = planRepayment(loan, money, { today, newId: () => `entry ${(ids += 1)}` });
        return plan.entered.at(-1)?.after;
      };
      expect(entered(addDays(on, lateBy))).toEqual(entered(on));
    },
  );
  fc.assert(late);
});

it('Money ahead under a newer plan is not undone, and that is what is said whatever the amount asked for', () => {
  const context = { today: '2026-01-12', newId: () => `entry ${(ids += 1)}` };
  let ids = 0;
  const pay = (from: ReturnType<typeof loanInHand>, id: string) => {
    const money = { id, amountRupiah: 250_000n, on: context.today, excess: 'refuse' } as const;
    return planRepayment(from, money, context).entered.at(-1)?.after ?? from;
  };
  const twice = pay(
    pay(loanInHand({ terms: { prepayment: 'lower-instalment' } }), 'first'),
    'then',
  );
  expect(() => entryToReverse(twice, 'first')).toThrow('lending.reverse-newer-first');
  expect(entryToReverse(twice, 'then').amountRupiah).toBe(250_000n);
});
