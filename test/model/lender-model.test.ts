import { expect, it } from 'vitest';
import { LenderModel } from './lender-model.ts';
import { newLoan } from './loan-model.ts';
import type { LoanStep } from './loan-steps.ts';

const day = '2026-01-14';

it('A refund that was saved leaves her savings again when it is undone, and the till stays as it is', () => {
  const model = new LenderModel();
  const firstPlan = [{ dueOn: day, principal: 100_000, interest: 10_000 }];
  const loan = { loanId: 'loan', personId: 'siti', lent: 100_000, disbursedOn: '2026-01-07' };
  model.loans.set('loan', newLoan({ ...loan, firstPlan }));
  model.save('siti', 5_000);
  const does = (step: LoanStep, entryId: string) =>
    model.take('loan', step, { today: day, entryIds: [entryId] });

  does({ kind: 'repay', id: 'money', amount: 200_000, on: day, excess: 'keep' }, 'money');
  does({ kind: 'refund', amount: 90_000, to: 'savings' }, 'refund');
  expect(model.savings.get('siti')).toBe(95_000);
  does({ kind: 'reverse', entryId: 'refund', amount: 90_000 }, 'undone');
  expect(model.savings.get('siti')).toBe(5_000);
  expect({ till: model.till, overpaid: model.loan('loan').overpaid }).toEqual({
    till: 200_000,
    overpaid: 90_000,
  });
});
