import { defineCommand } from '#platform/command/define-command.ts';
import { controlPath } from '../chart.ts';
import { addAccountInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { lineName, statementLines } from '../statement-line.ts';
import { listChart } from './chart-pages.ts';
import { layChart } from './chart-store.ts';
import { getBook } from './ledger-store.ts';

/**
 * An officer adds an account to the chart of a book; its class is that of the statement line it falls in.
 *
 * Refused when the number or the name is taken, and for memoranda, which only the programme keeps.
 */
export const addAccount = defineCommand({
  kind: 'ledger.add-account',
  version: 1,
  input: addAccountInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const { class: accountClass } = statementLines[body.line];
    if (accountClass === 'memorandum') throw ledgerProblems.memorandumIsKept();
    const control = controlPath({ class: accountClass, name: body.name });
    const chart = await listChart(tx, bookId);
    const taken = chart.find((one) => one.number === body.number || one.control === control);
    if (taken) throw ledgerProblems.accountExists({ number: taken.number, name: taken.name });
    await layChart(tx, {
      bookId,
      accounts: [{ ...body, class: accountClass, control, keptBy: 'office' }],
      by: { userId: context.actor.userId, at: context.now },
    });
    const line = lineName(body.line);
    return {
      answer: { number: body.number },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Menambah akun ${body.number} ${body.name} di baris ${line.id}`,
          en: `Added the account ${body.number} ${body.name} under ${line.en}`,
        },
      },
    };
  },
});
