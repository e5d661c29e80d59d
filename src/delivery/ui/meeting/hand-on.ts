import type { OpenClaim } from '#domains/mentoring/check-extras.ts';
import type { SheetClaim } from '#domains/mentoring/input.ts';
import { smaller } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';

/** Who gets what of the money that is paid back to peers, the open claims in the order of repayment. */
export function handedOn(
  open: readonly OpenClaim[],
  claims: readonly SheetClaim[],
  names: ReadonlyMap<string, { readonly name: string }>,
): { personId: string; name: string; rupiah: Rupiah }[] {
  const gets = new Map<string, Rupiah>();
  for (const { debtorId, creditorId, amountRupiah } of claims) {
    let left = amountRupiah;
    for (const claim of open) {
      if (claim.debtorId !== debtorId || (creditorId && creditorId !== claim.creditorId)) continue;
      const part = smaller(left, claim.owedRupiah);
      left -= part;
      if (part > 0n) gets.set(claim.creditorId, (gets.get(claim.creditorId) ?? 0n) + part);
    }
  }
  return [...gets].map(([personId, rupiah]) => ({
    personId,
    name: names.get(personId)?.name ?? '',
    rupiah,
  }));
}
