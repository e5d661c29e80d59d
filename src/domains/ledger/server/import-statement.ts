import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { brokenBalance, sameAccount } from '../bank-file.ts';
import type { BankLine } from '../bank-file.ts';
import { matchLines } from '../bank-matching.ts';
import { importStatementInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import {
  arrivalJournal,
  getBankAccount,
  insertMatches,
  insertStatement,
  openDeposits,
  openEntries,
  openLines,
  plainLeaf,
} from './bank-store.ts';
import type { BankAccount, NewMatch } from './bank-store.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * Takes in a bank statement: its lines that are new, matched at once where amount, date and slip leave no doubt. A slip
 * of the person who imports waits for a colleague.
 *
 * Refused when the file names another account, when the totals do not add up, when a line lies before the books or in
 * the future, and for a file that was imported before, which changes nothing.
 */
export const importStatement = defineCommand({
  kind: 'ledger.import-statement',
  version: 1,
  input: importStatementInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const bank = await getBankAccount(tx, { bookId, bankAccountId: body.bankAccountId });
    check(body, bank, context);
    const by = { userId: context.actor.userId, at: context.now };
    const { statementId: id, institutionId: _i, statedAccount: _stated, ...statement } = body;
    const inserted = await insertStatement(tx, { ...statement, id, by });
    if (!inserted) throw ledgerProblems.statementRead({ fileName: body.fileName });
    const { matched, waiting } = await matchOpen(tx, bank, context);
    return {
      answer: {
        statementId: id,
        lines: body.lines.length,
        added: inserted.added,
        matched,
        waiting,
      },
      audit: {
        subject: { kind: 'bank-statement', id },
        says: {
          id: `Mengimpor rekening koran ${bank.bank} ${bank.number} (${body.fileName}): ${inserted.added} baris baru, ${matched} langsung cocok`,
          en: `Imported a statement of ${bank.bank} ${bank.number} (${body.fileName}): ${inserted.added} new lines, ${matched} matched at once`,
        },
      },
    };
  },
});

function check(
  body: {
    statedAccount: string | null;
    lines: readonly BankLine[];
    openingRupiah: bigint | null;
    closingRupiah: bigint | null;
  },
  bank: BankAccount,
  context: CommandContext,
): void {
  const { statedAccount: stated } = body;
  if (stated !== null && !sameAccount(stated, bank.number))
    throw ledgerProblems.statementOfOther({ stated, number: bank.number });
  const openedOn = bank.bookOpenedOn;
  const early = body.lines.find((line) => line.onDay < openedOn);
  if (early) throw ledgerProblems.lineBeforeBook({ on: early.onDay, openedOn });
  const late = body.lines.find((line) => line.onDay > context.today);
  if (late) throw ledgerProblems.lineInFuture({ on: late.onDay });
  const broken = brokenBalance(body.lines);
  const line = broken && body.lines[broken.at];
  if (broken && line) {
    throw ledgerProblems.totalsDiffer({
      opening: broken.expected - line.amountRupiah,
      moved: line.amountRupiah,
      closing: line.balanceRupiah ?? 0n,
    });
  }
  const { openingRupiah: opening, closingRupiah: closing } = body;
  const moved = body.lines.reduce((sum, one) => sum + one.amountRupiah, 0n);
  if (opening !== null && closing !== null && opening + moved !== closing)
    throw ledgerProblems.totalsDiffer({ opening, moved, closing });
}

/**
 * Matches whatever is open on a bank account and leaves no doubt; posts what arrived. Answers how many, and how many
 * fit a slip of whoever imports and wait for a colleague.
 */
async function matchOpen(
  tx: Tx,
  bank: BankAccount,
  context: CommandContext,
): Promise<{ matched: number; waiting: number }> {
  const lines = await openLines(tx, bank.id);
  const slips = await openDeposits(tx, bank.id);
  const own = (slip: { depositedBy: string }) => slip.depositedBy === context.actor.userId;
  const deposits = slips.filter((slip) => !own(slip));
  // All slips are weighed, so that another's slip is not taken for a line that fits one of her own as well.
  const fits = matchLines(lines, slips, await openEntries(tx, bank));
  const mine = new Set(slips.filter(own).map(({ id }) => id));
  const found = fits.filter((match) => !('depositId' in match && mine.has(match.depositId)));
  const waiting = fits.length - found.length;
  if (found.length === 0) return { matched: 0, waiting };
  const transit = await plainLeaf(tx, { bookId: bank.bookId, control: 'transit' });
  const journals: ReturnType<typeof arrivalJournal>[] = [];
  const matches = found.map((match): NewMatch => {
    const line = lines.find((one) => one.id === match.lineId);
    if ('journalId' in match || !line) {
      const journalId = 'journalId' in match ? match.journalId : '';
      return { lineId: match.lineId, kind: 'entry', how: 'automatic', depositId: null, journalId };
    }
    const deposit = deposits.find((one) => one.id === match.depositId);
    const journal = arrivalJournal({
      today: context.today,
      line,
      slipNumber: deposit?.slipNumber ?? '',
      bankLeaf: bank.accountId,
      transitLeaf: transit.id,
    });
    journals.push(journal);
    const { lineId, depositId } = match;
    return { lineId, kind: 'deposit', how: 'automatic', depositId, journalId: journal.id };
  });
  await postJournals(tx, { bookId: bank.bookId, commandId: context.id, journals });
  await insertMatches(tx, matches, { userId: context.actor.userId, at: context.now });
  return { matched: matches.length, waiting };
}
