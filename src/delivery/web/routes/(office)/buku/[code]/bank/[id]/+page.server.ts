import { createHash } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import {
  brokenBalance,
  findBankColumns,
  isWhole,
  readBankLines,
  statedAccount,
} from '#domains/ledger/bank-file.ts';
import type { BankColumn, BankMapping } from '#domains/ledger/bank-file.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import {
  getBankAccount,
  matchedLines,
  openDeposits,
  openEntries,
  openLines,
  postableAccounts,
} from '#domains/ledger/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { readWholeSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import { readForm, refused, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { isRefusal } from '../../../../../../refusal.ts';
import { readBook } from '../../../book-of.ts';
import { cashWords, journalWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const bankAccountId = event.params.id;
  if (!isId(bankAccountId)) throw ledgerProblems.unknownBankAccount();
  const { actor, book, found } = await readBook(event, async (db, { id: bookId }) => {
    const bank = await getBankAccount(db, { bookId, bankAccountId });
    const accounts = await postableAccounts(db, bookId);
    return {
      bank,
      lines: await openLines(db, bank.id),
      deposits: await openDeposits(db, bank.id),
      entries: await openEntries(db, bank),
      matched: await matchedLines(db, { bankAccountId: bank.id, limit: 100 }),
      accounts: [...accounts.values()].filter(
        (one) => one.keptBy === 'office' && !one.closed && one.leafId !== bank.accountId,
      ),
    };
  });
  const at = { institution: book.institutionId };
  return {
    book,
    ...found,
    blocked: mayWords(mayDo(actor, 'ledger.import-statement', at)),
    commandId: newId(),
    lineIds: Object.fromEntries(found.lines.map((line) => [line.id, newId()])),
  };
};

const columns: readonly BankColumn[] = [
  'date',
  'says',
  'reference',
  'debit',
  'credit',
  'amount',
  'balance',
];

export const actions: Actions = {
  statement: async (event) => {
    const { data, values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0) return fileProblem(cashWords.noLines, values);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let rows: { number: number; cells: readonly string[] }[];
    try {
      const sheets = await readWholeSpreadsheet({ bytes });
      rows = sheets.flatMap((sheet) => [...sheet.rows]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error, values);
    }
    const named = mappingOf(values);
    const found = findBankColumns(rows.map((row) => row.cells));
    const mapping = isWhole(named) ? named : found?.mapping;
    if (!mapping) return fileProblem(cashWords.noColumns, values);
    const read = readBankLines(found ? rows.slice(found.headingRow + 1) : rows, mapping);
    if (read.issues.length > 0) {
      const which = read.issues.map((issue) => issue.field.replace('rows.', '')).slice(0, 12);
      const [id = '', en = id] = (read.issues[0]?.message ?? '').split(' | ');
      return fileProblem(cashWords.badRows(which.join(', '), { id, en }), values);
    }
    if (read.lines.length === 0) return fileProblem(cashWords.noLines, values);
    const whole = brokenBalance(read.lines) === null;
    const body = {
      institutionId: book.institutionId,
      statementId: values.commandId,
      bankAccountId: event.params.id,
      fileName: file.name.slice(-200),
      sha256,
      statedAccount: found
        ? statedAccount(rows.slice(0, found.headingRow).map(({ cells }) => cells))
        : null,
      openingRupiah: whole ? text(read.openingRupiah) : null,
      closingRupiah: whole ? text(read.closingRupiah) : null,
      lines: read.lines.map((line) => ({
        ...line,
        amountRupiah: line.amountRupiah.toString(),
        balanceRupiah: text(line.balanceRupiah),
      })),
    };
    return runCommand(event, 'ledger.import-statement', body, {
      values,
      redirectTo: `/buku/${book.code}/bank/${event.params.id}`,
      flash: (answer) => {
        return cashWords.imported(answer as { added: number; matched: number; waiting: number });
      },
    });
  },
  match: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const [kind, id] = String(values.pair ?? '').split(':');
    const body = {
      institutionId: book.institutionId,
      lineId: values.lineId,
      depositId: kind === 'slip' ? id : null,
      journalId: kind === 'journal' ? id : null,
    };
    return runCommand(event, 'ledger.match-line', body, {
      values,
      redirectTo: `/buku/${book.code}/bank/${event.params.id}`,
      flash: cashWords.matched,
    });
  },
  book: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { lineId, number, says, commandId: journalId } = values;
    const body = { institutionId: book.institutionId, lineId, journalId, number, says };
    return runCommand(event, 'ledger.book-line', body, {
      values,
      redirectTo: `/buku/${book.code}/bank/${event.params.id}`,
      flash: journalWords.proposed,
    });
  },
};

/** The columns somebody named, by the letter a spreadsheet gives them. */
function mappingOf(values: Record<string, string | string[]>): BankMapping {
  const mapping: BankMapping = {};
  for (const column of columns) {
    const letter = values[`column.${column}`];
    if (typeof letter === 'string' && /^[A-Z]$/.test(letter))
      mapping[column] = letter.charCodeAt(0) - 65;
  }
  return mapping;
}

function text(amount: bigint | null): string | null {
  return amount === null ? null : amount.toString();
}

function fileProblem(words: Words, values: Record<string, string | string[]>) {
  return fail(422, { problem: { code: 'web.file', words, fields: { file: words } }, values });
}
