import { describe, expect, it } from 'vitest';
import { loanInHand } from '#test/worlds/loan-in-hand.ts';
import { scheduleInForce } from './loan-life.ts';
import type { LoanInHand } from './loan-life.ts';
import { planRepayment } from './plan-repayment.ts';
import { planCharge, planRestructure, wholeDebt } from './plans.ts';

const today = '2026-01-19';
let ids = 0;
const context = { today, newId: () => `entry ${(ids += 1)}` };

function pay(loan: LoanInHand, amountRupiah: bigint): LoanInHand {
  const money = { id: context.newId(), amountRupiah, on: today, excess: 'refuse' } as const;
  return planRepayment(loan, money, context).entered.at(-1)?.after ?? loan;
}

const fee = { id: 'fee', kind: 'fee', on: today, amountRupiah: 25_000n } as const;
const newTerms = {
  annualRatePercent: '10',
  installments: 6,
  repayEvery: { count: 2, unit: 'week' },
  firstDueOn: '2026-01-26',
} as const;
const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

describe('New terms for a loan whose principal is all paid', () => {
  it('are refused: paid off in the same hour as a fee was put on it, only the fee is left', () => {
    const charged = planCharge(loanInHand(), { ...fee, dueOn: '2027-02-01' }, context).at(
      -1,
    )?.after;
    const paidOff = pay(charged ?? loanInHand(), 2_500_000n);
    expect([paidOff.state, wholeDebt(paidOff, today)]).toEqual(['active', 25_000n]);
    expect(() => planRestructure(paidOff, newTerms, context)).toThrow(refusal('principal-paid'));
  });

  it('are refused where principal is paid before interest, and only interest is left', () => {
    const parts = ['principal', 'fee', 'interest', 'penalty'] as const;
    const order = { order: 'by-instalment', parts } as const;
    const owing = pay(loanInHand({ change: { allocation: order } }), 2_499_999n);
    expect(owing.paid).toMatchObject({ principal: 2_000_000n, interest: 499_999n });
    expect(() => planRestructure(owing, newTerms, context)).toThrow(refusal('principal-paid'));
  });
});

it('New terms for the last few rupiah of a loan bear no negative interest', () => {
  for (const left of [1n, 3n, 4n, 9n, 38n, 41n, 44n, 46n, 199n]) {
    const parts = ['interest', 'fee', 'penalty', 'principal'] as const;
    const order = { order: 'by-instalment', parts } as const;
    const owing = pay(loanInHand({ change: { allocation: order } }), 2_500_000n - left);
    const after = planRestructure(owing, newTerms, context).at(-1)?.after ?? owing;
    const { principalDue, interestDue } = scheduleInForce(after);
    expect(principalDue.at(-1)).toBe(2_000_000n);
    const rises = (sums: readonly bigint[]) => sums.every((sum, i) => sum >= (sums[i - 1] ?? 0n));
    expect([rises(principalDue), rises(interestDue)]).toEqual([true, true]);
  }
});
