import { formatRupiah } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { OpenLine } from '../bank-matching.ts';
import { matchLineInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import {
  arrivalJournal,
  getBankAccount,
  getOpenLine,
  insertMatches,
  openDeposits,
  openEntries,
  plainLeaf,
} from './bank-store.ts';
import type { BankAccount } from './bank-store.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * Somebody says what a statement line was: a slip that arrived, or a journal the books had already.
 *
 * Refused when the amounts differ, when either is matched, and for a slip of her own.
 */
export const matchLine = defineCommand({
  kind: 'ledger.match-line',
  version: 1,
  input: matchLineInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const line = await getOpenLine(tx, { bookId, lineId: body.lineId });
    const bank = await getBankAccount(tx, { bookId, bankAccountId: line.bankAccountId });
    const journalId = body.depositId
      ? await arrive(tx, { bank, line, depositId: body.depositId, context })
      : await find(tx, { bank, line, journalId: body.journalId ?? '' });
    const match = {
      lineId: line.id,
      kind: body.depositId ? ('deposit' as const) : ('entry' as const),
      how: 'by-hand' as const,
      depositId: body.depositId,
      journalId,
    };
    await insertMatches(tx, [match], { userId: context.actor.userId, at: context.now });
    return {
      answer: { lineId: line.id, journalId },
      audit: {
        subject: { kind: 'bank-statement-line', id: line.id },
        says: {
          id: `Mencocokkan baris bank ${formatRupiah(line.amountRupiah, 'id')} (${line.says})`,
          en: `Matched the bank line ${formatRupiah(line.amountRupiah, 'en')} (${line.says})`,
        },
      },
    };
  },
});

async function arrive(
  tx: Tx,
  given: { bank: BankAccount; line: OpenLine; depositId: string; context: CommandContext },
): Promise<string> {
  const { bank, line, context } = given;
  const deposit = (await openDeposits(tx, bank.id)).find((one) => one.id === given.depositId);
  if (!deposit) throw ledgerProblems.matchTaken();
  if (deposit.depositedBy === context.actor.userId) throw ledgerProblems.ownSlip();
  assertEqual(line.amountRupiah, deposit.amountRupiah);
  const transit = await plainLeaf(tx, { bookId: bank.bookId, control: 'transit' });
  const journal = arrivalJournal({
    today: context.today,
    line,
    slipNumber: deposit.slipNumber,
    bankLeaf: bank.accountId,
    transitLeaf: transit.id,
  });
  await postJournals(tx, { bookId: bank.bookId, commandId: context.id, journals: [journal] });
  return journal.id;
}

async function find(
  tx: Tx,
  given: { bank: BankAccount; line: OpenLine; journalId: string },
): Promise<string> {
  const entry = (await openEntries(tx, given.bank)).find(
    (one) => one.journalId === given.journalId,
  );
  if (!entry) throw ledgerProblems.matchTaken();
  assertEqual(given.line.amountRupiah, entry.amountRupiah);
  return entry.journalId;
}

function assertEqual(line: bigint, other: bigint): void {
  if (line !== other) throw ledgerProblems.matchDiffers({ line, other });
}
