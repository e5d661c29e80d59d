import { postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { forgiveClaimInput } from '../claim-input.ts';
import { claimProblems } from '../claim-problems.ts';
import { owedOf, stateOf } from '../member-claims.ts';
import { claimJournals } from './claim-journals.ts';
import { lockClaim, placeOfClaim, recordClaimEvents } from './claim-store.ts';

/**
 * The member who covered lets go of what she is owed, in whole or in part. Nobody else can: neither group nor
 * lender.
 *
 * Refused without her word, for more than is owed, and once the claim is settled.
 */
export const forgiveClaim = defineCommand({
  kind: 'lending.forgive-claim',
  version: 1,
  input: forgiveClaimInput,
  place: (tx, body) => placeOfClaim(tx, body.claimId),
  async handle(tx, body, context) {
    if (!body.creditorAgrees) throw claimProblems.creditorMustAgree();
    const claim = await lockClaim(tx, body.claimId);
    const { amountRupiah } = body;
    const owed = owedOf(claim);
    if (owed === 0n) throw claimProblems.claimNotOpen();
    if (amountRupiah > owed) throw claimProblems.claimMoreThanOwed({ owed });
    const { bookId, journals } = await claimJournals(tx, {
      on: context.today,
      businessDate: context.today,
      moves: [
        {
          claim,
          amountRupiah,
          kind: 'claim-forgiven',
          says: `Tanggung renteng ${claim.loanNumber}: ${claim.creditorName} merelakan`,
        },
      ],
    });
    await postJournals(tx, { bookId, commandId: context.id, journals });
    const after = { ...claim, forgivenRupiah: claim.forgivenRupiah + amountRupiah };
    await recordClaimEvents(tx, {
      on: context.today,
      meetingId: null,
      reason: body.reason,
      by: context.actor,
      at: context.now,
      events: journals.map((journal) => ({
        id: newId(),
        claimId: claim.id,
        kind: 'forgiven' as const,
        amountRupiah,
        journalId: journal.id,
        reversesId: null,
        after: { ...after, state: stateOf(after) },
      })),
    });
    return {
      answer: { claimId: claim.id, owedRupiah: (owed - amountRupiah).toString() },
      audit: {
        subject: { kind: 'lending-group', id: claim.lendingGroupId },
        says: {
          id: `${claim.creditorName} merelakan ${formatRupiah(amountRupiah, 'id')} yang terutang ${claim.debtorName}: ${body.reason}`,
          en: `${claim.creditorName} forgave ${formatRupiah(amountRupiah, 'en')} that ${claim.debtorName} owed her: ${body.reason}`,
        },
        data: { claimId: claim.id },
      },
    };
  },
});
