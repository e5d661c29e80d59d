import { inAgreedOrder, owedOf } from '#domains/lending/member-claims.ts';
import { claimsOf } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Reader } from '#platform/db/reader.ts';

/** What one member still owes peers of one lending group, in the order in which it is paid back. */
export interface DebtBetweenMembers {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly lendingGroupId: string;
  readonly owedRupiah: bigint;
  readonly to: readonly { readonly name: string; readonly owedRupiah: bigint }[];
  readonly commandId: string;
}

/** Open claims of the lending groups that come from a programme group, member by member. */
export async function debtsBetweenMembers(
  db: Reader,
  businessGroupId: string,
): Promise<DebtBetweenMembers[]> {
  const open = inAgreedOrder(await claimsOf(db, { businessGroupId })).filter(
    (claim) => owedOf(claim) > 0n,
  );
  const byDebtor = Map.groupBy(open, (claim) => `${claim.debtorId} ${claim.lendingGroupId}`);
  return [...byDebtor.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first) return [];
    const { debtorId, debtorName, lendingGroupId } = first;
    return [
      {
        debtorId,
        debtorName,
        lendingGroupId,
        owedRupiah: claims.reduce((total, claim) => total + owedOf(claim), 0n),
        to: claims.map((claim) => ({ name: claim.creditorName, owedRupiah: owedOf(claim) })),
        commandId: newId(),
      },
    ];
  });
}
