import { z } from 'zod';
import { rupiahInput } from './input.ts';

const id = z.uuid();
const reason = z
  .string()
  .trim()
  .min(5, 'Jelaskan dengan beberapa kata. | Say why in a few words.')
  .max(300);

export const repayClaimsInput = z.object({
  lendingGroupId: id,
  debtorId: id,
  amountRupiah: rupiahInput,
  /** The day the money went from hand to hand. */
  on: z.iso.date(),
  /** Where the members met; null at the office. */
  meetingId: id.nullish(),
});

export const forgiveClaimInput = z.object({
  claimId: id,
  amountRupiah: rupiahInput,
  reason,
  /** The member who covered has said so herself. */
  creditorAgrees: z.boolean(),
});

export const orderClaimsInput = z.object({
  lendingGroupId: id,
  /** Every open claim of the group, first repaid first. */
  claimIds: z.array(id).min(1).max(500),
  /** Where and by whom it was agreed. */
  reason,
});

export const reverseClaimEntryInput = z.object({ entryId: id, reason });
