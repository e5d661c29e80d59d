import { postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { claimProblems } from '../claim-problems.ts';
import { lifeProblems } from '../life/life-problems.ts';
import type { LifeEntry, LoanInHand } from '../life/loan-life.ts';
import { entryToReverse, planReversal } from '../life/plan-reversal.ts';
import { reverseEntryInput } from '../life-input.ts';
import { claimJournals } from './claim-journals.ts';
import { lockClaimOfCover, recordClaimEvents } from './claim-store.ts';
import { inBoth, lifeOutcome, planContext } from './life-command.ts';
import { journalOfEvent, recordLife } from './life-store.ts';
import { lockLoanInHand, placeOfLoan } from './loan-in-hand.ts';
import type { SavingsPort } from './savings-port.ts';

type Body = ReturnType<typeof reverseEntryInput.parse>;

/** From so much on a second person must approve a reversal; the counter's daily slips stay below it. */
export const reversalLimitRupiah = 500_000n;

/**
 * Undoes one entry of a loan as an entry of its own; the loan is computed again from that entry's day. Money that a
 * meeting took is given back from the till; the meeting's receipts stay as they are. What a peer paid ceases to be
 * her claim; a refund that was saved comes from her savings again.
 *
 * Refused for a reversal, a second time, under newer schedules, while a cover's claim was partly settled, and when her
 * savings no longer hold a refund.
 *
 * @param savings where a refund may have gone
 */
export function reverseEntry(savings: SavingsPort) {
  return defineCommand({
    kind: 'lending.reverse-entry',
    version: 1,
    input: reverseEntryInput,
    place: (tx, body) => placeOfLoan(tx, body.loanId),
    fourEyes: (body) =>
      body.amountRupiah <= reversalLimitRupiah
        ? null
        : {
            id: `Membatalkan catatan ${inBoth(body.amountRupiah).id}: ${body.reason}`,
            en: `Reverse an entry of ${inBoth(body.amountRupiah).en}: ${body.reason}`,
          },
    async check(tx, body, context) {
      const { entry } = planned(await lockLoanInHand(tx, body), body, context);
      if (entry.coverId !== null) await untouchedClaim(tx, entry.coverId);
    },
    async handle(tx, body, context) {
      const loan = await lockLoanInHand(tx, body);
      const { entry, entered } = planned(loan, body, context);
      if (entry.coverId !== null)
        await voidClaim(tx, entry.coverId, { context, reason: body.reason });
      const saved = await savedRefund(tx, savings, { loan, entry });
      const journals = await recordLife(tx, {
        entered,
        context,
        details: { reason: body.reason, cashAccountId: saved?.ledgerAccountId },
      });
      if (saved) {
        await savings.recordMovements(
          tx,
          [...journals.values()].map((journalId) => ({
            id: newId(),
            accountId: saved.id,
            on: context.today,
            amountRupiah: -entry.amountRupiah,
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
          id: `Membatalkan catatan ${inBoth(entry.amountRupiah).id} pada ${loan.number}: ${body.reason}`,
          en: `Reversed an entry of ${inBoth(entry.amountRupiah).en} on ${loan.number}: ${body.reason}`,
        },
      });
    },
  });
}

function planned(loan: LoanInHand, body: Body, context: CommandContext) {
  const entry = entryToReverse(loan, body.entryId);
  if (entry.amountRupiah !== body.amountRupiah)
    throw lifeProblems.amountDiffers({ amount: entry.amountRupiah });
  return { entry, entered: planReversal(loan, body, planContext(context)) };
}

/** Where a refund went that was saved: undone, it comes from there again and not from the till. */
async function savedRefund(
  tx: Tx,
  savings: SavingsPort,
  { loan, entry }: { loan: LoanInHand; entry: LifeEntry },
): Promise<{ id: string; ledgerAccountId: string } | null> {
  if (entry.kind !== 'refund') return null;
  const journalId = await journalOfEvent(tx, entry.id);
  return journalId === null ? null : savings.savedBy(tx, { id: journalId, sourceId: loan.id });
}

/** The claim that a cover made, held. @throws Refusal `lending.cover-partly-repaid` */
async function untouchedClaim(tx: Tx, coverId: string) {
  const claim = await lockClaimOfCover(tx, coverId);
  if (claim.repaidRupiah + claim.forgivenRupiah > 0n) throw claimProblems.coverPartlyRepaid();
  return claim;
}

async function voidClaim(
  tx: Tx,
  coverId: string,
  { context, reason }: { context: CommandContext; reason: string },
): Promise<void> {
  const claim = await untouchedClaim(tx, coverId);
  const { bookId, journals } = await claimJournals(tx, {
    on: context.today,
    businessDate: context.today,
    moves: [
      {
        claim,
        amountRupiah: claim.amountRupiah,
        kind: 'claim-void',
        says: `Tanggung renteng ${claim.loanNumber}: tanggungan dibatalkan`,
      },
    ],
  });
  await postJournals(tx, { bookId, commandId: context.id, journals });
  await recordClaimEvents(tx, {
    on: context.today,
    meetingId: null,
    reason,
    by: context.actor,
    at: context.now,
    events: journals.map((journal) => ({
      id: newId(),
      claimId: claim.id,
      kind: 'void' as const,
      amountRupiah: claim.amountRupiah,
      journalId: journal.id,
      reversesId: null,
      after: { repaidRupiah: 0n, forgivenRupiah: 0n, state: 'void' as const },
    })),
  });
}
