import { larger, smaller, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SheetCover, SheetLine } from './input.ts';
import type { SheetDebt, SheetMember } from './sheet-member.ts';

/** Of a repayment, what one lender gets. */
export interface LenderPart {
  readonly institutionId: string;
  readonly amountRupiah: Rupiah;
}

type PaidLine = Pick<SheetLine, 'repaymentRupiah' | 'perLender'>;

/**
 * Money for which nobody said whose it is: today's instalment of every lender first, then what is older, then ahead, each
 * time in the order of her debts. Every lender has a part, of Rp 0 too; what is more than she owes stands with the first.
 */
export function divideOverLenders(debts: readonly SheetDebt[], amountRupiah: Rupiah): LenderPart[] {
  const parts = new Map(debts.map((debt) => [debt.institutionId, 0n]));
  let left = amountRupiah;
  const give = (debt: SheetDebt | undefined, part: Rupiah) => {
    if (!debt || part <= 0n) return;
    parts.set(debt.institutionId, (parts.get(debt.institutionId) ?? 0n) + part);
    left -= part;
  };
  for (const room of ['instalmentRupiah', 'dueRupiah', 'payoffRupiah'] as const)
    for (const debt of debts)
      give(debt, smaller(left, larger(0n, debt[room] - (parts.get(debt.institutionId) ?? 0n))));
  give(debts[0], left);
  return [...parts].map(([institutionId, part]) => ({ institutionId, amountRupiah: part }));
}

/** What a line pays each of her lenders: as it was said, else as {@link divideOverLenders} does. */
export function lenderParts(member: Pick<SheetMember, 'debts'>, line: PaidLine): LenderPart[] {
  const { perLender } = line;
  if (!perLender) return divideOverLenders(member.debts, line.repaymentRupiah);
  return member.debts.map(({ institutionId }) => ({
    institutionId,
    amountRupiah: sum(
      perLender
        .filter((part) => part.institutionId === institutionId)
        .map((part) => part.amountRupiah),
    ),
  }));
}

/** Whether what was said for each lender is for her lenders, once each, and comes to what she pays. */
export function partsFit(member: Pick<SheetMember, 'debts'>, line: PaidLine): boolean {
  const { perLender } = line;
  if (!perLender) return true;
  const named = new Set(perLender.map((part) => part.institutionId));
  const hers = new Set(member.debts.map((debt) => debt.institutionId));
  return (
    named.size === perLender.length &&
    perLender.every((part) => part.amountRupiah === 0n || hers.has(part.institutionId)) &&
    sum(perLender.map((part) => part.amountRupiah)) === line.repaymentRupiah
  );
}

/** A member and her line as one lender sees them. */
export interface LenderView<Line extends PaidLine = SheetLine> {
  readonly institutionId: string;
  readonly member: SheetMember;
  readonly line: Line;
}

/** A member and her line, lender by lender; none for a member without a loan. */
export function lenderViews<Line extends PaidLine>(
  member: SheetMember,
  line: Line,
): LenderView<Line>[] {
  const parts = new Map(
    lenderParts(member, line).map((part) => [part.institutionId, part.amountRupiah]),
  );
  return member.debts.map((debt) => {
    const { institutionId, ...owed } = debt;
    const repaymentRupiah = parts.get(institutionId) ?? 0n;
    return {
      institutionId,
      member: { ...member, ...owed, debts: [debt] },
      line: { ...line, repaymentRupiah, perLender: undefined },
    };
  });
}

/** The debt a cover pays on: at the lender that was named, else the first for which both answer; undefined for none. */
export function coveredDebt(
  cover: Pick<SheetCover, 'institutionId'>,
  obligor: Pick<SheetMember, 'debts'>,
  payer: Pick<SheetMember, 'debts'>,
): SheetDebt | undefined {
  return obligor.debts.find(
    ({ institutionId, lendingGroupId }) =>
      lendingGroupId !== null &&
      (!cover.institutionId || cover.institutionId === institutionId) &&
      payer.debts.some((debt) => debt.lendingGroupId === lendingGroupId),
  );
}
