import { ledgerProblems } from '#domains/ledger/problems.ts';
import {
  accountEntries,
  listChart,
  listJournals,
  movements,
} from '#domains/ledger/server/index.ts';
import type { BookRow } from '#domains/ledger/server/index.ts';
import { balanceSheet, incomeStatement, trialBalanceOf } from '#domains/ledger/statement.ts';
import type { StatementPart } from '#domains/ledger/statement.ts';
import { classNames, lineName } from '#domains/ledger/statement-line.ts';
import type { Lang } from '#kernel/words.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { OutputSheet } from '#platform/files/spreadsheet/table-output.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { readBook, spanOf } from '../../book-of.ts';
import { bookWords as w, kindName } from '../../words.ts';
import type { RequestHandler } from './$types';

/** More than anybody reads in a spreadsheet; a longer list is narrowed first. */
const most = 100_000;

interface Asked {
  readonly book: BookRow;
  readonly from: string;
  readonly to: string;
  readonly lang: Lang;
  readonly url: URL;
}

type Report = (db: Reader, asked: Asked) => Promise<Pick<OutputSheet, 'columns' | 'rows'>>;

const reports: Readonly<Record<string, Report>> = {
  'neraca-saldo': trialSheet,
  neraca: balanceSheetRows,
  'laba-rugi': incomeRows,
  jurnal: journalRows,
  akun: accountRows,
};

/** A report of a book as XLSX or CSV, by the same days as its page. */
export const GET: RequestHandler = async (event) => {
  const name = event.url.searchParams.get('laporan') ?? '';
  const report = Object.hasOwn(reports, name) ? reports[name] : undefined;
  const { lang } = event.locals;
  const span = spanOf(event);
  const { book, found } = await readBook(event, async (db, row) => {
    if (!report) throw ledgerProblems.unknownReport({ name });
    return report(db, { book: row, ...span, lang, url: event.url });
  });
  return downloadSheet(downloadFormat(event.url), {
    name: `${name}-${book.code}-${span.to}`,
    preface: [book.name, `${span.from} – ${span.to}`],
    ...found,
  });
};

async function trialSheet(db: Reader, { book, from, to, lang }: Asked) {
  const trial = trialBalanceOf(await movements(db, { bookId: book.id, from, to, closings: true }));
  return {
    columns: [
      { title: w.number[lang] },
      { title: w.account[lang], width: 34 },
      ...[w.opening, w.debit, w.credit, w.closingBalance].map((title) => ({
        title: title[lang],
        kind: 'rupiah' as const,
      })),
    ],
    rows: trial.rows.map((row) => [
      row.number,
      row.name,
      row.openingRupiah,
      row.debitRupiah,
      row.creditRupiah,
      row.closingRupiah,
    ]),
  };
}

async function balanceSheetRows(db: Reader, { book, to, lang }: Asked) {
  const sheet = balanceSheet(
    await movements(db, { bookId: book.id, from: null, to, closings: true }),
  );
  const parts = [sheet.assets, sheet.liabilities, sheet.equity];
  return statementSheet(parts, [[w.running[lang], sheet.runningSurplusRupiah]], lang);
}

async function incomeRows(db: Reader, { book, from, to, lang }: Asked) {
  const statement = incomeStatement(
    await movements(db, { bookId: book.id, from, to, closings: false }),
  );
  const parts = [statement.income, statement.expenses];
  return statementSheet(parts, [[w.surplus[lang], statement.surplusRupiah]], lang);
}

function statementSheet(
  parts: readonly StatementPart[],
  sums: readonly (readonly [string, bigint])[],
  lang: Lang,
) {
  return {
    columns: [
      { title: w.kind[lang] },
      { title: w.says[lang], width: 28 },
      { title: w.number[lang] },
      { title: w.account[lang], width: 34 },
      { title: w.amount[lang], kind: 'rupiah' as const },
    ],
    rows: [
      ...parts.flatMap((part) =>
        part.rows.flatMap((row) =>
          row.accounts.map((account) => [
            classNames[part.class][lang],
            lineName(row.line)[lang],
            account.number,
            account.name,
            account.amountRupiah,
          ]),
        ),
      ),
      ...sums.map(([label, amount]) => [label, '', '', '', amount]),
    ],
  };
}

async function journalRows(db: Reader, { book, from, to, lang, url }: Asked) {
  const kind = url.searchParams.get('jenis');
  const q = (url.searchParams.get('q') ?? '').slice(0, 200);
  const ask = { bookId: book.id, from, to, kind, q, size: most, offset: 0 };
  const { rows } = await listJournals(db, ask);
  return {
    columns: [
      { title: w.date[lang], kind: 'date' as const },
      { title: w.valueDate[lang], kind: 'date' as const },
      { title: w.kind[lang], width: 22 },
      { title: w.says[lang], width: 50 },
      { title: w.amount[lang], kind: 'rupiah' as const },
      { title: 'ID', width: 36 },
    ],
    rows: rows.map((row) => [
      row.businessDate,
      row.valueDate,
      kindName(row.kind)[lang],
      row.says,
      row.amountRupiah,
      row.id,
    ]),
  };
}

async function accountRows(db: Reader, { book, from, to, lang, url }: Asked) {
  const number = url.searchParams.get('nomor') ?? '';
  const account = (await listChart(db, book.id)).find((one) => one.number === number);
  if (!account) throw ledgerProblems.unknownAccount({ number });
  const { control } = account;
  const ask = { bookId: book.id, control, from, to, size: most, offset: 0 };
  const ledger = await accountEntries(db, ask);
  return {
    columns: [
      { title: w.date[lang], kind: 'date' as const },
      { title: w.kind[lang], width: 22 },
      { title: w.says[lang], width: 50 },
      { title: w.debit[lang], kind: 'rupiah' as const },
      { title: w.credit[lang], kind: 'rupiah' as const },
      { title: w.balance[lang], kind: 'rupiah' as const },
    ],
    rows: [
      [from, '', w.opening[lang], null, null, ledger.openingRupiah],
      ...ledger.rows.map((row) => [
        row.businessDate,
        kindName(row.kind)[lang],
        row.leaf === null ? row.says : `${row.says} · ${row.leaf}`,
        row.amount > 0n ? row.amount : null,
        row.amount < 0n ? -row.amount : null,
        row.balanceRupiah,
      ]),
    ],
  };
}
