import type { Rupiah } from '#kernel/money.ts';
import { sum } from '#kernel/money.ts';
import type { Refusal } from '#platform/command/problem.ts';
import type { SheetApplication, SheetClaim, SheetReceipt } from './input.ts';
import type { SheetMember } from './sheet-member.ts';
import type { Sheet } from './sheet.ts';
import { sheetProblems } from './sheet-problems.ts';
import { takingsOf } from './takings.ts';
import type { Taking } from './takings.ts';

type People = ReadonlyMap<string, SheetMember>;

/** What is wrong with claims paid back, wishes for the next cycle and receipts made on the phone; null for nothing. */
export function checkExtras(
  members: readonly SheetMember[],
  body: Pick<Sheet, 'lines' | 'covers' | 'claims'> & {
    readonly applications?: readonly SheetApplication[];
    readonly receipts?: readonly SheetReceipt[] | undefined;
  },
): Refusal | null {
  const byId = new Map(members.map((member) => [member.personId, member]));
  return (
    checkClaims(byId, body.claims ?? []) ??
    checkApplications(byId, body.applications ?? []) ??
    (body.receipts ? checkReceipts(members, body, body.receipts) : null)
  );
}

function checkClaims(byId: People, claims: readonly SheetClaim[]): Refusal | null {
  for (const [index, claim] of claims.entries()) {
    const debtor = byId.get(claim.debtorId);
    if (!debtor) return sheetProblems.notInGroup();
    const again = claims.some(
      (other, at) =>
        at < index &&
        other.debtorId === claim.debtorId &&
        (!other.creditorId || !claim.creditorId || other.creditorId === claim.creditorId),
    );
    if (again) return sheetProblems.claimTwice({ name: debtor.name });
  }
  return null;
}

function checkApplications(
  byId: People,
  applications: readonly SheetApplication[],
): Refusal | null {
  const seen = new Set<string>();
  for (const { personId } of applications) {
    const member = byId.get(personId);
    if (!member) return sheetProblems.notInGroup();
    if (seen.has(personId)) return sheetProblems.applicationTwice({ name: member.name });
    seen.add(personId);
  }
  return null;
}

/** One receipt for everything one institution takes of one member. */
function checkReceipts(
  members: readonly SheetMember[],
  body: Pick<Sheet, 'lines' | 'covers'>,
  receipts: readonly SheetReceipt[],
): Refusal | null {
  const distinct = (of: (receipt: SheetReceipt) => string) => new Set(receipts.map(of)).size;
  const { length } = receipts;
  if (distinct((one) => one.id) < length || distinct((one) => one.token) < length)
    return sheetProblems.receiptTwice();
  const takings = takingsOf(members, body);
  const fits = takings.every((taking) => receiptFor(receipts, taking, takings) !== undefined);
  return fits && takings.length === length ? null : sheetProblems.receiptsDoNotFit();
}

/** The receipt made for a taking; one that names no institution is for whoever hands money to one. */
export function receiptFor(
  receipts: readonly SheetReceipt[],
  taking: Pick<Taking, 'personId' | 'institutionId'>,
  takings: readonly Pick<Taking, 'personId'>[],
): SheetReceipt | undefined {
  const { personId, institutionId } = taking;
  const alone = takings.filter((one) => one.personId === personId).length === 1;
  return receipts.find(
    (receipt) =>
      receipt.personId === personId &&
      (receipt.institutionId === institutionId || (alone && receipt.institutionId === undefined)),
  );
}

/** What one member still owes one peer who covered her. */
export interface OpenClaim {
  readonly debtorId: string;
  readonly creditorId: string;
  readonly owedRupiah: Rupiah;
}

/** The first claim of which more is paid back than is owed; null when all fit. The same on the phone and on the server. */
export function checkRepaid(
  byId: ReadonlyMap<string, Pick<SheetMember, 'name'>>,
  open: readonly OpenClaim[],
  claims: readonly SheetClaim[],
): Refusal | null {
  for (const { debtorId, creditorId, amountRupiah } of claims) {
    const owed = sum(
      open
        .filter(
          (one) => one.debtorId === debtorId && (!creditorId || one.creditorId === creditorId),
        )
        .map((one) => one.owedRupiah),
    );
    if (amountRupiah > owed)
      return sheetProblems.claimTooLarge({ name: byId.get(debtorId)?.name ?? '', owed });
  }
  return null;
}
