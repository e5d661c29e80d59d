import type { Rupiah } from '#kernel/money.ts';

/** What a member owes one lender. Amounts are whole rupiah. */
export interface SheetDebt {
  readonly institutionId: string;
  /** What today's meeting asks of her: the instalments that fell due since the last one. */
  readonly instalmentRupiah: Rupiah;
  /** Everything due until today and not paid, older arrears included. */
  readonly dueRupiah: Rupiah;
  /** What pays her loans off. */
  readonly payoffRupiah: Rupiah;
  /** Names the people who answer for each other's loans; null outside joint liability. */
  readonly lendingGroupId: string | null;
}

/** A member as the sheet opens: over all her lenders, and lender by lender. All amounts are 0 without a loan. */
export interface SheetMember extends Omit<SheetDebt, 'institutionId'> {
  readonly personId: string;
  readonly name: string;
  /** What she makes or sells, to tell two Siti apart; null when not known. */
  readonly business: string | null;
  /** Instalments still to come after today; 0 without a loan. */
  readonly instalmentsLeft: number;
  /** What she owes each of her lenders, in the order in which money without a name goes to them. */
  readonly debts: readonly SheetDebt[];
  /** The institution that takes what she saves; null where none does. */
  readonly savesAt: string | null;
}
