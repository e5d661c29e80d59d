import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { payOffInput } from '../life-input.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { planPayoff } from '../life/plan-repayment.ts';
import { inBoth, lifeOutcome, planContext } from './life-command.ts';
import { recordLife } from './life-store.ts';
import { lockLoanInHand, placeOfLoan } from './loan-in-hand.ts';

type Body = ReturnType<typeof payOffInput.parse>;

/**
 * Pays a loan off today for the amount that was quoted. Asking for less than the whole plan's interest gives some
 * up, so a second person approves that.
 *
 * Refused when the loan has moved since the quote.
 */
export const payOffLoan = defineCommand({
  kind: 'lending.pay-off-loan',
  version: 1,
  input: payOffInput,
  place: (tx, body) => placeOfLoan(tx, body.loanId),
  fourEyes: (body) =>
    body.interest === 'whole-plan'
      ? null
      : {
          id: `Pelunasan dipercepat ${inBoth(body.amountRupiah).id} tanpa jasa yang belum berjalan`,
          en: `Early payoff for ${inBoth(body.amountRupiah).en} without interest that has not begun`,
        },
  check: async (tx, body, context) => planned(await lockLoanInHand(tx, body), body, context),
  async handle(tx, body, context) {
    const loan = await lockLoanInHand(tx, body);
    const entered = planned(loan, body, context);
    await recordLife(tx, {
      entered,
      context,
      details: {
        reason: 'pelunasan dipercepat',
        payment: {
          payerId: loan.personId,
          payerName: null,
          source: 'office',
          sourceId: body.repaymentId,
        },
      },
    });
    return lifeOutcome(loan, {
      entered,
      context,
      says: {
        id: `Melunasi ${loan.number} dengan ${inBoth(body.amountRupiah).id}`,
        en: `Paid ${loan.number} off with ${inBoth(body.amountRupiah).en}`,
      },
    });
  },
});

function planned(loan: LoanInHand, body: Body, context: CommandContext) {
  const { repaymentId: id, interest, amountRupiah } = body;
  return planPayoff(loan, { id, interest, amountRupiah }, planContext(context));
}
