import { expect, it } from 'vitest';
import { loanInHand } from '#test/worlds/loan-in-hand.ts';
import type { LoanInHand } from './loan-life.ts';
import { planRepayment } from './plan-repayment.ts';
import { nextDue, planCharge } from './plans.ts';

const today = '2026-01-19';
let ids = 0;
const context = { today, newId: () => `entry ${(ids += 1)}` };

/** Rp 50,000 a week, paid until today; the next is due on 26 January. */
function upToDate(): LoanInHand {
  const money = {
    id: context.newId(),
    amountRupiah: 100_000n,
    on: today,
    excess: 'refuse',
  } as const;
  return planRepayment(loanInHand(), money, context).entered.at(-1)?.after ?? loanInHand();
}

function withFee(dueOn: string): LoanInHand {
  const fee = { id: context.newId(), kind: 'fee', on: today, amountRupiah: 1_250n, dueOn } as const;
  return planCharge(upToDate(), fee, context).at(-1)?.after ?? upToDate();
}

it('asks with the next instalment the charges due until its day, and no later ones', () => {
  expect(nextDue(upToDate(), today)).toBe(50_000n);
  expect(nextDue(withFee('2026-01-26'), today)).toBe(51_250n);
  expect(nextDue(withFee('2026-02-02'), today)).toBe(50_000n);
});
