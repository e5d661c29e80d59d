import { credit, debit } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { savingsKinds } from './savings-account.ts';
import type { SavingsAccount } from './savings-account.ts';

export type MovementSource = 'meeting' | 'disbursement' | 'office';

/** Money into (positive) or out of (negative) a savings account, and the journal that carries it. */
export interface Movement {
  readonly id: string;
  readonly accountId: string;
  readonly on: BusinessDate;
  readonly amountRupiah: bigint;
  readonly source: MovementSource;
  readonly sourceId: string | null;
  readonly journalId: string;
}

/** Cash deposits of one moment: who saves how much, and where the cash lies. */
export interface DepositSheet {
  readonly on: BusinessDate;
  /** The day the books take it in; not before `on`. */
  readonly businessDate: BusinessDate;
  /** Ledger leaf the cash goes into: an officer's bag or the till. */
  readonly cashAccountId: string;
  readonly source: MovementSource;
  readonly sourceId: string | null;
  readonly deposits: readonly {
    readonly account: Pick<SavingsAccount, 'id' | 'number' | 'kind' | 'ledgerAccountId'>;
    readonly amountRupiah: bigint;
  }[];
}

export interface DepositPlan {
  readonly journals: readonly Journal[];
  readonly movements: readonly Movement[];
}

/** Journals and movements of a sheet of deposits; deposits of Rp 0 are left out. */
export function planDeposits(sheet: DepositSheet, newId: () => string): DepositPlan {
  const journals: Journal[] = [];
  const movements: Movement[] = [];
  for (const { account, amountRupiah } of sheet.deposits) {
    if (amountRupiah === 0n) continue;
    if (amountRupiah < 0n) throw new RangeError('a deposit is not negative');
    const journalId = newId();
    journals.push({
      id: journalId,
      kind: 'savings-deposit',
      says: `${savingsKinds[account.kind].name.id} ${account.number}`,
      businessDate: sheet.businessDate,
      valueDate: sheet.on,
      entries: [
        debit(sheet.cashAccountId, amountRupiah),
        credit(account.ledgerAccountId, amountRupiah),
      ],
    });
    movements.push({
      id: newId(),
      accountId: account.id,
      on: sheet.on,
      amountRupiah,
      source: sheet.source,
      sourceId: sheet.sourceId,
      journalId,
    });
  }
  return { journals, movements };
}
