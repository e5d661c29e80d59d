import { sql } from 'kysely';
import { postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { reverseClaimEntryInput } from '../claim-input.ts';
import { claimProblems } from '../claim-problems.ts';
import { stateOf } from '../member-claims.ts';
import { claimJournals } from './claim-journals.ts';
import { lockClaim, placeOfClaim, recordClaimEvents } from './claim-store.ts';

/**
 * Undoes one repayment or forgiveness of a claim between members, as an entry of its own.
 *
 * Refused a second time, and for an entry that is itself a reversal.
 */
export const reverseClaimEntry = defineCommand({
  kind: 'lending.reverse-claim-entry',
  version: 1,
  input: reverseClaimEntryInput,
  place: async (tx, body) => placeOfClaim(tx, (await getEntry(tx, body.entryId)).claimId),
  async handle(tx, body, context) {
    const claim = await lockClaim(tx, (await getEntry(tx, body.entryId)).claimId);
    // Read again: somebody this waited for may have reversed it.
    const entry = await getEntry(tx, body.entryId);
    const { bookId, journals } = await claimJournals(tx, {
      on: context.today,
      businessDate: context.today,
      moves: [
        {
          claim,
          amountRupiah: -entry.amountRupiah,
          kind: 'claim-reversal',
          says: `Pembatalan pada tanggung renteng ${claim.loanNumber}`,
        },
      ],
    });
    await postJournals(tx, { bookId, commandId: context.id, journals });
    const after = {
      ...claim,
      repaidRupiah: claim.repaidRupiah - (entry.kind === 'repaid' ? entry.amountRupiah : 0n),
      forgivenRupiah: claim.forgivenRupiah - (entry.kind === 'forgiven' ? entry.amountRupiah : 0n),
    };
    await recordClaimEvents(tx, {
      on: context.today,
      meetingId: null,
      reason: body.reason,
      by: context.actor,
      at: context.now,
      events: journals.map((journal) => ({
        id: newId(),
        claimId: claim.id,
        kind: 'reversal' as const,
        amountRupiah: entry.amountRupiah,
        journalId: journal.id,
        reversesId: body.entryId,
        after: { ...after, state: stateOf(after) },
      })),
    });
    return {
      answer: { claimId: claim.id },
      audit: {
        subject: { kind: 'lending-group', id: claim.lendingGroupId },
        says: {
          id: `Membatalkan catatan ${formatRupiah(entry.amountRupiah, 'id')} pada utang ${claim.debtorName} kepada ${claim.creditorName}: ${body.reason}`,
          en: `Reversed an entry of ${formatRupiah(entry.amountRupiah, 'en')} on what ${claim.debtorName} owes ${claim.creditorName}: ${body.reason}`,
        },
        data: { entryId: body.entryId },
      },
    };
  },
});

interface ClaimEntry {
  readonly claimId: string;
  readonly kind: 'repaid' | 'forgiven';
  readonly amountRupiah: bigint;
}

/** A repayment or forgiveness that nobody reversed yet. @throws Refusal `lending.claim-entry-unknown` */
async function getEntry(db: Reader, entryId: string): Promise<ClaimEntry> {
  const { rows } = await sql<ClaimEntry>`
    select e.claim_id as "claimId", e.kind, e.amount_rupiah as "amountRupiah" from lending.claim_event e
    where e.city_id = ${db.city} and e.id = ${entryId} and e.kind in ('repaid', 'forgiven')
      and not exists (select from lending.claim_event r where r.city_id = e.city_id and r.reverses_id = e.id)`.execute(
    db,
  );
  const entry = rows[0];
  if (!entry) throw claimProblems.claimEntryUnknown();
  return entry;
}
