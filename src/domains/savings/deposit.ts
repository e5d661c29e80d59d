import { credit, debit } from '#domains/ledger/journal.ts';
import type { Entry } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { SavingsAccount } from './savings-account.ts';

export type MovementSource = 'meeting' | 'disbursement' | 'office' | 'shu';

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
  /** The journal that carries all of it. */
  readonly journalId: string;
  /** Ledger leaf the cash goes into: an officer's bag or the till. */
  readonly cashAccountId: string;
  readonly source: MovementSource;
  readonly sourceId: string | null;
  readonly deposits: readonly {
    readonly account: Pick<SavingsAccount, 'id' | 'ledgerAccountId'>;
    readonly amountRupiah: bigint;
  }[];
}

export interface DepositPlan {
  readonly entries: readonly Entry[];
  readonly movements: readonly Movement[];
}

/** Entries and movements of a sheet of deposits; deposits of Rp 0 are left out. */
export function planDeposits(sheet: DepositSheet, newId: () => string): DepositPlan {
  const entries: Entry[] = [];
  const movements: Movement[] = [];
  for (const { account, amountRupiah } of sheet.deposits) {
    if (amountRupiah === 0n) continue;
    if (amountRupiah < 0n) throw new RangeError('a deposit is not negative');
    entries.push(
      debit(sheet.cashAccountId, amountRupiah),
      credit(account.ledgerAccountId, amountRupiah),
    );
    movements.push({
      id: newId(),
      accountId: account.id,
      on: sheet.on,
      amountRupiah,
      source: sheet.source,
      sourceId: sheet.sourceId,
      journalId: sheet.journalId,
    });
  }
  return { entries, movements };
}
