import type { BusinessDate } from '#kernel/date.ts';
import { type Rupiah, smaller } from '#kernel/money.ts';

/** What a member owes the peer who covered her (joint liability); whole rupiah. */
export interface MemberClaim {
  readonly id: string;
  readonly creditorId: string;
  readonly debtorId: string;
  readonly amountRupiah: Rupiah;
  readonly repaidRupiah: Rupiah;
  readonly openedOn: BusinessDate;
  /** Among claims of one day, as the group agreed. */
  readonly repaymentOrder: number;
}

/** How much of a repayment goes to one claim. */
export interface ClaimRepayment {
  readonly claimId: string;
  readonly creditorId: string;
  readonly amountRupiah: Rupiah;
}

/**
 * Where every member stands towards the others: what she is owed minus what she owes. Over the group it
 * always adds up to zero.
 */
export function claimBalances(claims: readonly MemberClaim[]): Map<string, Rupiah> {
  const balances = new Map<string, Rupiah>();
  for (const claim of claims) {
    const open = claim.amountRupiah - claim.repaidRupiah;
    balances.set(claim.creditorId, (balances.get(claim.creditorId) ?? 0n) + open);
    balances.set(claim.debtorId, (balances.get(claim.debtorId) ?? 0n) - open);
  }
  return balances;
}

/**
 * Spreads what a member pays back over her claims: the oldest day first, within a day in the agreed order.
 *
 * @param claims of one debtor
 * @returns the parts, and what is left when everything is repaid
 */
export function repayClaims(
  claims: readonly MemberClaim[],
  amountRupiah: Rupiah,
): { parts: ClaimRepayment[]; left: Rupiah } {
  let left = amountRupiah;
  const parts: ClaimRepayment[] = [];
  for (const claim of claims.toSorted(byAge)) {
    const part = smaller(left, claim.amountRupiah - claim.repaidRupiah);
    if (part <= 0n) continue;
    parts.push({ claimId: claim.id, creditorId: claim.creditorId, amountRupiah: part });
    left -= part;
  }
  return { parts, left };
}

function byAge(a: MemberClaim, b: MemberClaim): number {
  if (a.openedOn !== b.openedOn) return a.openedOn < b.openedOn ? -1 : 1;
  return a.repaymentOrder - b.repaymentOrder;
}
