import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { readAmount } from '#domains/ledger/bank-file.ts';
import { hasOpeningBalances, listChart } from '#domains/ledger/server/index.ts';
import type { FormProblem } from '#delivery/ui/form-result.ts';
import { newId } from '#kernel/id.ts';
import { readWholeSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import { readForm, refused, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { isRefusal } from '../../../../../refusal.ts';
import { readBook } from '../../book-of.ts';
import { readLines, withoutLines } from '../../journal-lines.ts';
import { chartWords, journalWords } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor, book, found } = await readBook(event, async (db, { id }) => ({
    chart: await listChart(db, id),
    opened: await hasOpeningBalances(db, id),
  }));
  const may = mayDo(actor, 'ledger.import-opening-balances', { institution: book.institutionId });
  return {
    book,
    accounts: found.chart.filter((one) => !one.closed && one.class !== 'memorandum'),
    rows: Math.min(60, Math.max(8, Math.trunc(Number(event.url.searchParams.get('baris'))) || 8)),
    given: Object.fromEntries(event.url.searchParams),
    today: event.locals.today,
    blocked: found.opened ? chartWords.openingDone : mayWords(may),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const file = data.get('file');
    let typed = readLines(values);
    try {
      if (file instanceof File && file.size > 0) typed = await readFile(file);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error, withoutLines(values));
    }
    if (file instanceof File && file.size > 0 && typed.lines.length === 0) {
      const problem: FormProblem = {
        code: 'web.file',
        words: chartWords.fileEmpty,
        fields: { file: chartWords.fileEmpty },
      };
      return fail(422, { problem, values: withoutLines(values) });
    }
    const { asOf, document, commandId: journalId } = values;
    const { institutionId } = book;
    return runCommand(
      event,
      'ledger.import-opening-balances',
      { institutionId, journalId, asOf, document, lines: typed.lines },
      {
        values: { ...withoutLines(values), ...typed.values },
        redirectTo: `/buku/${book.code}/akun`,
        flash: journalWords.proposed,
      },
    );
  },
};

/** Rows that begin with an account's number; headings and sums are passed over. */
async function readFile(file: File) {
  const sheets = await readWholeSpreadsheet({ bytes: new Uint8Array(await file.arrayBuffer()) });
  const rows = sheets
    .flatMap((sheet) => sheet.rows)
    .map((row) => row.cells.map((cell) => cell.trim()))
    .filter((cells) => /^[1-9]\d{3,7}$/.test(cells[0] ?? ''));
  // The two last columns are the sides, so that a file may also carry the account's name.
  const wide = Math.max(3, ...rows.map((cells) => cells.length));
  return readLines(
    Object.fromEntries(
      rows.flatMap((cells, at) => [
        [`lines.${at}.number`, cells[0] ?? ''],
        [`lines.${at}.debitRupiah`, amountText(cells[wide - 2])],
        [`lines.${at}.creditRupiah`, amountText(cells[wide - 1])],
      ]),
    ),
  );
}

/** An amount of a file in plain digits; what is none stays as it is and is refused beside its line. */
function amountText(cell = ''): string {
  const read = readAmount(cell);
  return typeof read === 'bigint' ? read.toString() : cell;
}
