import { defineCommand } from '#platform/command/define-command.ts';
import { controls } from '../chart.ts';
import { closeAccountInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { listChart } from './chart-pages.ts';
import { closeChartAccount } from './chart-store.ts';
import { getBook } from './ledger-store.ts';

/** Numbers that loans, savings and closing a year post to. */
const neededNumbers: ReadonlySet<string> = new Set(
  Object.values(controls).map((control) => control.number),
);

/**
 * An officer closes an account that is not used any more; what was posted to it stays.
 *
 * Refused while something stands on it, and for accounts that the programme keeps.
 */
export const closeAccount = defineCommand({
  kind: 'ledger.close-account',
  version: 1,
  input: closeAccountInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const account = (await listChart(tx, bookId)).find((one) => one.number === body.number);
    if (!account) throw ledgerProblems.unknownAccount({ number: body.number });
    if (account.keptBy === 'programme' || neededNumbers.has(account.number)) {
      throw ledgerProblems.accountIsKept({ number: body.number });
    }
    if (account.closed) throw ledgerProblems.accountClosed({ number: body.number });
    if (account.balanceRupiah !== 0n) {
      throw ledgerProblems.accountNotEmpty({
        number: body.number,
        balance: account.balanceRupiah,
      });
    }
    const by = { userId: context.actor.userId, at: context.now };
    await closeChartAccount(tx, { bookId, number: body.number, by });
    return {
      answer: { number: body.number },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Menutup akun ${account.number} ${account.name}`,
          en: `Closed the account ${account.number} ${account.name}`,
        },
      },
    };
  },
});
