import { sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import { coveredDebt, lenderParts } from './lender-parts.ts';
import type { SheetCover, SheetLine } from './input.ts';
import type { SheetMember } from './sheet-member.ts';

/** What one institution takes of one member: her own repayment, what she covers for others, what she saves. */
export interface Taking {
  readonly personId: string;
  /** Null where nobody keeps books for it: such a sheet cannot be closed. */
  readonly institutionId: string | null;
  readonly repaymentRupiah: Rupiah;
  readonly coverRupiah: Rupiah;
  readonly savingsRupiah: Rupiah;
  /** As her receipt says; what she pays back to peers is theirs. */
  readonly totalRupiah: Rupiah;
}

type Parts = Omit<Taking, 'personId' | 'institutionId' | 'totalRupiah'>;

/** Everything a sheet takes, in the order of its lines and within a line of her lenders; nothing of Rp 0. */
export function takingsOf(
  members: readonly SheetMember[],
  sheet: { readonly lines: readonly SheetLine[]; readonly covers: readonly SheetCover[] },
): Taking[] {
  const byId = new Map(members.map((member) => [member.personId, member]));
  const coversBy = Map.groupBy(sheet.covers, (cover) => cover.payerId);
  return sheet.lines.flatMap((line) => {
    const { personId, savingsRupiah, repaymentRupiah } = line;
    const member = byId.get(personId);
    const taken = new Map<string | null, Parts>();
    const add = (institutionId: string | null, part: Partial<Parts>) => {
      const before = taken.get(institutionId);
      taken.set(institutionId, {
        repaymentRupiah: (before?.repaymentRupiah ?? 0n) + (part.repaymentRupiah ?? 0n),
        coverRupiah: (before?.coverRupiah ?? 0n) + (part.coverRupiah ?? 0n),
        savingsRupiah: (before?.savingsRupiah ?? 0n) + (part.savingsRupiah ?? 0n),
      });
    };
    const parts = member ? lenderParts(member, line) : [];
    for (const part of parts) add(part.institutionId, { repaymentRupiah: part.amountRupiah });
    const nobodys = repaymentRupiah - sum(parts.map((part) => part.amountRupiah));
    if (nobodys > 0n) add(null, { repaymentRupiah: nobodys });
    for (const cover of coversBy.get(personId) ?? []) {
      const obligor = byId.get(cover.obligorId);
      const debt = obligor && member ? coveredDebt(cover, obligor, member) : undefined;
      add(debt?.institutionId ?? null, { coverRupiah: cover.amountRupiah });
    }
    if (savingsRupiah > 0n) add(member?.savesAt ?? null, { savingsRupiah });
    return [...taken].flatMap(([institutionId, part]) => {
      const totalRupiah = part.repaymentRupiah + part.coverRupiah + part.savingsRupiah;
      return totalRupiah > 0n ? [{ personId, institutionId, ...part, totalRupiah }] : [];
    });
  });
}

/** What goes into each institution's bag, in the order in which they appear on the sheet. */
export function bagsOf(takings: readonly Taking[]): Map<string | null, Rupiah> {
  const bags = new Map<string | null, Rupiah>();
  for (const { institutionId, totalRupiah } of takings)
    bags.set(institutionId, (bags.get(institutionId) ?? 0n) + totalRupiah);
  return bags;
}
