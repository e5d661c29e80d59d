import { postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { claimProblems } from '../claim-problems.ts';
import { repayClaims, stateOf } from '../member-claims.ts';
import type { ClaimPart } from '../member-claims.ts';
import { claimJournals } from './claim-journals.ts';
import { recordClaimEvents } from './claim-store.ts';
import type { StoredClaim } from './claim-store.ts';

/** Somebody pays back: to everyone who covered her in the agreed order, or to one of them. */
export interface PaidBack {
  readonly debtorId: string;
  readonly creditorId?: string | undefined;
  readonly amountRupiah: Rupiah;
}

export type StoredPart = ClaimPart & { readonly claim: StoredClaim };

/**
 * Writes what members pay back to peers who covered them. The money goes from hand to hand; it is never the lender's.
 *
 * @param claims of the group, locked; nothing may be paid back twice in `paid` on one of them
 * @throws Refusal `lending.claim-more-than-owed`, `lending.claim-before-cover`
 */
export async function payBackClaims(
  tx: Tx,
  asked: {
    readonly claims: readonly StoredClaim[];
    readonly paid: readonly PaidBack[];
    readonly on: BusinessDate;
    readonly meetingId: string | null;
  },
  context: CommandContext,
): Promise<StoredPart[]> {
  const parts = asked.paid.flatMap(({ debtorId, creditorId, amountRupiah }) => {
    const hers = asked.claims.filter(
      (claim) => claim.debtorId === debtorId && (!creditorId || claim.creditorId === creditorId),
    );
    return repayClaims(hers, amountRupiah) as StoredPart[];
  });
  if (asked.on > context.today || parts.some((part) => asked.on < part.claim.openedOn))
    throw claimProblems.claimBeforeCover();
  const byLender = Map.groupBy(parts, (part) => part.claim.institutionId);
  for (const ofOne of byLender.values())
    await payBackInOneBook(tx, { ...asked, parts: ofOne }, context);
  return parts;
}

async function payBackInOneBook(
  tx: Tx,
  asked: { parts: readonly StoredPart[]; on: BusinessDate; meetingId: string | null },
  context: CommandContext,
): Promise<void> {
  const { parts, on } = asked;
  const { bookId, journals } = await claimJournals(tx, {
    on,
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
    on,
    meetingId: asked.meetingId,
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
}
