import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { repayClaimsInput } from '../claim-input.ts';
import { lockClaims, placeOfLendingGroup } from './claim-store.ts';
import { payBackClaims } from './pay-back-claims.ts';

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
    const parts = await payBackClaims(
      tx,
      {
        claims: await lockClaims(tx, body),
        paid: [body],
        on: body.on,
        meetingId: body.meetingId ?? null,
      },
      context,
    );
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
