import type { ControlName } from '#domains/ledger/chart.ts';
import type { Words } from '#kernel/words.ts';

/** Savings whose money stands in books kept here. */
export type SavingsKind = 'compulsory' | 'voluntary';

/** A member's savings at an institution. Its balance is that of its ledger leaf. */
export interface SavingsAccount {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly kind: SavingsKind;
  readonly ledgerAccountId: string;
  /** What the member has, whole rupiah, never below zero. */
  readonly balanceRupiah: bigint;
}

interface SavingsRules {
  readonly control: ControlName;
  /** First letters of the account's number. */
  readonly prefix: string;
  readonly name: Words;
}

export const savingsKinds: Readonly<Record<SavingsKind, SavingsRules>> = {
  compulsory: {
    control: 'compulsorySavings',
    prefix: 'SW',
    name: { id: 'Simpanan wajib', en: 'Compulsory savings' },
  },
  voluntary: {
    control: 'voluntarySavings',
    prefix: 'SS',
    name: { id: 'Simpanan sukarela', en: 'Voluntary savings' },
  },
};
