import { dueOn } from '#domains/lending/due-on.ts';
import type { GroupDocument } from '#domains/mentoring/group-document.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';

/** What a member's book says on a day. */
export interface Passbook {
  readonly leftRupiah: Rupiah;
  /** Fallen due before the day and not paid. */
  readonly overdueRupiah: Rupiah;
  readonly nextOn: BusinessDate | null;
  /** She paid ahead and her new plan is still to come: what stands here is by the old one. */
  readonly planAwaited: boolean;
  readonly savings: readonly { readonly kind: string; readonly rupiah: Rupiah }[];
  /** What friends and she owe each other for covers. */
  readonly owes: readonly { readonly name: string; readonly rupiah: Rupiah }[];
  readonly owed: readonly { readonly name: string; readonly rupiah: Rupiah }[];
  readonly receipts: GroupDocument['receipts'];
}

/** Her book from the group's document, with what waits on the phone folded in. */
export function passbookOf(group: GroupDocument, personId: string, today: BusinessDate): Passbook {
  const loans = group.loans
    .filter((loan) => loan.personId === personId)
    .map((loan) => ({ ...dueOn(loan, today), days: loan.schedule.dueOn }));
  const nameOf = (id: string) => group.members.find((member) => member.personId === id)?.name ?? '';
  const claims = (side: 'debtorId' | 'creditorId', other: 'debtorId' | 'creditorId') =>
    group.claims
      .filter((claim) => claim[side] === personId)
      .map((claim) => ({ name: nameOf(claim[other]), rupiah: BigInt(claim.owedRupiah) }));
  const next = loans.flatMap(({ days, standing }) =>
    days.filter((day, i) => day >= today && i >= standing.paidInstalments).slice(0, 1),
  );
  return {
    leftRupiah: sum(loans.map((loan) => loan.standing.payoffRupiah)),
    overdueRupiah: sum(loans.map((loan) => loan.standing.dueRupiah)),
    nextOn: next.sort()[0] ?? null,
    planAwaited: group.plansAwaited?.includes(personId) ?? false,
    savings: (group.members.find((member) => member.personId === personId)?.savings ?? []).map(
      ({ kind, rupiah }) => ({ kind, rupiah: BigInt(rupiah) }),
    ),
    owes: claims('debtorId', 'creditorId'),
    owed: claims('creditorId', 'debtorId'),
    receipts: group.receipts.filter((receipt) => receipt.personId === personId).slice(0, 6),
  };
}
