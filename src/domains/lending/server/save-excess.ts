import { credit, debit } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { accountsOfLoan } from './loan-accounts.ts';
import type { SavingsPort } from './savings-port.ts';

/** The borrower's voluntary savings leaf at the lender, opened if she has none. */
export async function voluntarySavings(
  tx: Tx,
  savings: SavingsPort,
  { loan, context }: { loan: LoanInHand; context: CommandContext },
): Promise<{ id: string; ledgerAccountId: string }> {
  const accounts = await savings.openSavingsAccounts(tx, {
    bookId: loan.bookId,
    institutionId: loan.institutionId,
    openedOn: context.today,
    personIds: [loan.personId],
    kinds: ['voluntary'],
  });
  const account = accounts.find((one) => one.kind === 'voluntary');
  if (!account) throw new Error(`no voluntary savings account was opened for ${loan.number}`);
  return account;
}

/** Money beyond a loan's debt goes to the borrower's voluntary savings: a journal to post and a movement to write. */
export async function saveExcess(
  tx: Tx,
  savings: SavingsPort,
  given: { loan: LoanInHand; savedRupiah: bigint; context: CommandContext },
) {
  const { loan, savedRupiah, context } = given;
  const account = await voluntarySavings(tx, savings, given);
  const { till } = await accountsOfLoan(tx, loan, { holdsPremium: false });
  const journal: Journal = {
    id: newId(),
    kind: 'savings-deposit',
    says: `Kelebihan angsuran ${loan.number} disimpan`,
    businessDate: context.today,
    valueDate: context.today,
    entries: [debit(till, savedRupiah), credit(account.ledgerAccountId, savedRupiah)],
  };
  const movement = {
    id: newId(),
    accountId: account.id,
    on: context.today,
    amountRupiah: savedRupiah,
    source: 'office' as const,
    sourceId: loan.id,
    journalId: journal.id,
  };
  return { journal, movement };
}
