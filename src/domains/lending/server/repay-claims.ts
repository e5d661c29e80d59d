import { postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { repayClaimsInput } from '../claim-input.ts';
import { claimProblems } from '../claim-problems.ts';
import { repayClaims, stateOf } from '../member-claims.ts';
import type { ClaimPart } from '../member-claims.ts';
import { claimJournals } from './claim-journals.ts';
import { lockClaims, placeOfLendingGroup, recordClaimEvents } from './claim-store.ts';
import type { StoredClaim } from './claim-store.ts';

/**
 * A member pays peers back who covered her, at a meeting or at the office: her claims in the agreed order. The
 * money goes from hand to hand; it is never the lender's.
 *
 * Refused for more than she owes, for a day to come, and before the first of these covers.
 */
export const repayClaimsCommand = defineCommand({
  kind: 'lending.repay-claims',
  version: 1,
  input: repayClaimsInput,
  place: (tx, body) => placeOfLendingGroup(tx, body.lendingGroupId),
  async handle(tx, body, context) {
    const claims = (await lockClaims(tx, body)).filter((c) => c.debtorId === body.debtorId);
    const parts = repayClaims(claims, body.amountRupiah) as (ClaimPart & { claim: StoredClaim })[];
    if (body.on > context.today || parts.some((part) => body.on < part.claim.openedOn))
      throw claimProblems.claimBeforeCover();
    const { bookId, journals } = await claimJournals(tx, {
      on: body.on,
      businessDate: context.today,
      moves: parts.map(({ claim, amountRupiah }) => ({
        claim,
        amountRupiah,
        kind: 'claim-repaid' as const,
        says: `Tanggung renteng ${claim.loanNumber}: ${claim.debtorName} membayar kepada ${claim.creditorName}`,
      })),
    });
    await postJournals(tx, { bookId, commandId: context.id, journals });
    await recordClaimEvents(tx, {
      on: body.on,
      meetingId: body.meetingId ?? null,
      reason: '',
      by: context.actor,
      at: context.now,
      events: parts.map(({ claim, amountRupiah }, index) => {
        const after = { ...claim, repaidRupiah: claim.repaidRupiah + amountRupiah };
        return {
          id: newId(),
          claimId: claim.id,
          kind: 'repaid' as const,
          amountRupiah,
          journalId: journals[index]?.id ?? '',
          reversesId: null,
          after: { ...after, state: stateOf(after) },
        };
      }),
    });
    const debtor = parts[0]?.claim.debtorName ?? '';
    const to = [...new Set(parts.map((part) => part.claim.creditorName))].join(', ');
    return {
      answer: {
        parts: parts.map((part) => ({
          claimId: part.claim.id,
          creditor: part.claim.creditorName,
          amountRupiah: part.amountRupiah.toString(),
        })),
      },
      audit: {
        subject: { kind: 'lending-group', id: body.lendingGroupId },
        says: {
          id: `${debtor} membayar ${formatRupiah(body.amountRupiah, 'id')} kepada anggota yang menanggungnya: ${to}`,
          en: `${debtor} paid ${formatRupiah(body.amountRupiah, 'en')} back to members who covered her: ${to}`,
        },
        data: { debtorId: body.debtorId, on: body.on },
      },
    };
  },
});
