import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { refundInput } from '../life-input.ts';
import { planRefund } from '../life/plans.ts';
import { inBoth, lifeOutcome, planContext } from './life-command.ts';
import { recordLife } from './life-store.ts';
import { lockLoanInHand, placeOfLoan } from './loan-in-hand.ts';
import { voluntarySavings } from './save-excess.ts';
import type { SavingsPort } from './savings-port.ts';

/**
 * Gives back what was paid beyond the debt: in cash from the till, or into the borrower's voluntary savings.
 *
 * Refused beyond what is overpaid, and when the till is short.
 *
 * @param savings where it is saved when she wants that
 */
export function refundOverpayment(savings: SavingsPort) {
  return defineCommand({
    kind: 'lending.refund-overpayment',
    version: 1,
    input: refundInput,
    place: (tx, body) => placeOfLoan(tx, body.loanId),
    async handle(tx, body, context) {
      const loan = await lockLoanInHand(tx, body);
      const entered = planRefund(loan, body, planContext(context));
      const account =
        body.to === 'savings' ? await voluntarySavings(tx, savings, { loan, context }) : null;
      const journals = await recordLife(tx, {
        entered,
        context,
        details: { reason: '', cashAccountId: account?.ledgerAccountId },
      });
      if (account) {
        await savings.recordMovements(
          tx,
          [...journals.values()].map((journalId) => ({
            id: newId(),
            accountId: account.id,
            on: context.today,
            amountRupiah: body.amountRupiah,
            source: 'office' as const,
            sourceId: loan.id,
            journalId,
          })),
        );
      }
      return lifeOutcome(loan, {
        entered,
        context,
        says: {
          id: `Mengembalikan kelebihan bayar ${inBoth(body.amountRupiah).id} dari ${loan.number}`,
          en: `Refunded ${inBoth(body.amountRupiah).en} overpaid on ${loan.number}`,
        },
      });
    },
  });
}
