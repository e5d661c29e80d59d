import type { BusinessDate } from '#kernel/date.ts';
import { type Rupiah, smaller } from '#kernel/money.ts';
import { claimProblems } from './claim-problems.ts';

export type ClaimState = 'open' | 'repaid' | 'forgiven' | 'void';

/** What a member owes the peer who covered her (tanggung renteng); whole rupiah. */
export interface MemberClaim {
  readonly id: string;
  readonly creditorId: string;
  readonly debtorId: string;
  readonly amountRupiah: Rupiah;
  readonly repaidRupiah: Rupiah;
  readonly forgivenRupiah: Rupiah;
  readonly state: ClaimState;
  readonly openedOn: BusinessDate;
  /** Among covers of one day, as the group agreed at the meeting. */
  readonly repaymentOrder: number;
  /** Place in the order the group agreed afterwards; null while the oldest comes first. */
  readonly agreedRank: number | null;
}

/** How much of a repayment goes to one claim. */
export interface ClaimPart {
  readonly claim: MemberClaim;
  readonly amountRupiah: Rupiah;
}

/** What is still owed on a claim. A void one never was. */
export function owedOf(claim: MemberClaim): Rupiah {
  if (claim.state === 'void') return 0n;
  return claim.amountRupiah - claim.repaidRupiah - claim.forgivenRupiah;
}

/** How a claim stands once so much of it is repaid and forgiven. */
export function stateOf(claim: {
  amountRupiah: Rupiah;
  repaidRupiah: Rupiah;
  forgivenRupiah: Rupiah;
}): ClaimState {
  if (claim.repaidRupiah + claim.forgivenRupiah < claim.amountRupiah) return 'open';
  return claim.forgivenRupiah > 0n ? 'forgiven' : 'repaid';
}

/** In the order of repayment: as the group agreed; without an agreement the oldest cover first. */
export function inAgreedOrder<C extends MemberClaim>(claims: readonly C[]): C[] {
  const last = Number.MAX_SAFE_INTEGER;
  return claims.toSorted(
    (a, b) =>
      (a.agreedRank ?? last) - (b.agreedRank ?? last) ||
      compare(a.openedOn, b.openedOn) ||
      a.repaymentOrder - b.repaymentOrder ||
      compare(a.id, b.id),
  );
}

/**
 * Spreads what a member pays back over her claims, in the agreed order.
 *
 * @param claims of one debtor
 * @throws Refusal `lending.claim-more-than-owed` naming what she owes
 */
export function repayClaims(claims: readonly MemberClaim[], amountRupiah: Rupiah): ClaimPart[] {
  let left = amountRupiah;
  const parts: ClaimPart[] = [];
  for (const claim of inAgreedOrder(claims)) {
    const part = smaller(left, owedOf(claim));
    if (part <= 0n) continue;
    parts.push({ claim, amountRupiah: part });
    left -= part;
  }
  if (left > 0n) throw claimProblems.claimMoreThanOwed({ owed: amountRupiah - left });
  return parts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
