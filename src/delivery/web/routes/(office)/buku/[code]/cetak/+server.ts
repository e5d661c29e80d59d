import { Readable } from 'node:stream';
import { controls } from '#domains/ledger/chart.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import {
  findDistribution,
  findShuRule,
  movements,
  printStatement,
  surplusOfYear,
} from '#domains/ledger/server/index.ts';
import type { BookRow, PrintedStatement } from '#domains/ledger/server/index.ts';
import { divideShu } from '#domains/ledger/shu.ts';
import { balanceSheet, incomeStatement } from '#domains/ledger/statement.ts';
import type { StatementPart } from '#domains/ledger/statement.ts';
import { classNames, lineName } from '#domains/ledger/statement-line.ts';
import { savingsProblems } from '#domains/savings/problems.ts';
import { findDivision } from '#domains/savings/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import type { Lang } from '#kernel/words.ts';
import type { Reader } from '#platform/db/reader.ts';
import { downloadStream } from '../../../../../download.ts';
import { readBook, spanOf } from '../../book-of.ts';
import { bookWords as w } from '../../words.ts';
import { shuWords } from '../shu/words.ts';
import { membersOf } from '../shu/members.ts';
import type { RequestHandler } from './$types';

type Row = PrintedStatement['rows'][number];
type Content = Pick<PrintedStatement, 'title' | 'period' | 'rows' | 'note'>;

interface Asked {
  readonly book: BookRow;
  readonly from: string;
  readonly to: string;
  readonly lang: Lang;
  readonly year: number;
}

const papers: Readonly<Record<string, (db: Reader, asked: Asked) => Promise<Content>>> = {
  neraca: sheetPaper,
  'laba-rugi': incomePaper,
  shu: shuPaper,
  'shu-anggota': membersPaper,
};

/** The statements that are signed, as PDF. */
export const GET: RequestHandler = async (event) => {
  const name = event.url.searchParams.get('laporan') ?? '';
  const paper = Object.hasOwn(papers, name) ? papers[name] : undefined;
  const { lang, today } = event.locals;
  const span = spanOf(event);
  const year = Number(event.url.searchParams.get('tahun')) || Number(today.slice(0, 4));
  const { book, found } = await readBook(event, async (db, row) => {
    if (!paper) throw ledgerProblems.unknownReport({ name });
    return paper(db, { book: row, ...span, lang, year });
  });
  const bytes = await printStatement({
    ...found,
    institution: book.name,
    placeAndDate: formatDate(today, lang, 'long'),
    signers: lang === 'id' ? ['Ketua', 'Bendahara'] : ['Chair', 'Treasurer'],
    columns: [w.says[lang], w.amount[lang]],
    lang,
    createdAt: event.locals.app.now(),
  });
  return downloadStream(Readable.from([bytes]), {
    name: `${found.title} ${book.name}.pdf`,
    type: 'application/pdf',
  });
};

async function sheetPaper(db: Reader, { book, to, lang }: Asked): Promise<Content> {
  const sheet = balanceSheet(
    await movements(db, { bookId: book.id, from: null, to, closings: true }),
  );
  return {
    title: w.sheet[lang],
    period: `${w.asOf[lang]} ${formatDate(to, lang, 'long')}`,
    rows: [
      ...[sheet.assets, sheet.liabilities, sheet.equity].flatMap((part) => partRows(part, lang)),
      sum(w.running[lang], sheet.runningSurplusRupiah),
      sum(w.claims[lang], sheet.claimsRupiah),
    ],
    note: null,
  };
}

async function incomePaper(db: Reader, { book, from, to, lang }: Asked): Promise<Content> {
  const statement = incomeStatement(
    await movements(db, { bookId: book.id, from, to, closings: false }),
  );
  return {
    title: w.income[lang],
    period: `${formatDate(from, lang, 'long')} – ${formatDate(to, lang, 'long')}`,
    rows: [
      ...[statement.income, statement.expenses].flatMap((part) => partRows(part, lang)),
      sum(w.surplus[lang], statement.surplusRupiah),
    ],
    note: null,
  };
}

async function shuPaper(db: Reader, { book, lang, year }: Asked): Promise<Content> {
  const bookId = book.id;
  const rule = await findShuRule(db, { bookId, on: `${year}-12-31` });
  if (!rule) throw ledgerProblems.noShuRule({ year });
  const total = await surplusOfYear(db, { bookId, year, control: controls.surplus.control });
  if (total === null) throw ledgerProblems.yearOpen({ year });
  if (total <= 0n) throw ledgerProblems.noSurplus({ year });
  const distribution = await findDistribution(db, { bookId, year });
  const percent = (text: string) => (lang === 'id' ? text.replace('.', ',') : text);
  return {
    title: shuWords.rule[lang],
    period: `${shuWords.year[lang]} ${year}`,
    rows: [
      ...divideShu(total, rule.parts).map((share) => ({
        label: `${share.name} (${percent(share.percent)} %)`,
        amountRupiah: share.amountRupiah,
        bold: false,
        indent: 0,
      })),
      sum(w.shu[lang], total),
    ],
    note: [
      shuWords.source(rule.sourceDocument, formatDate(rule.validFrom, lang))[lang],
      distribution?.meetingDocument ?? '',
    ].join(' '),
  };
}

async function membersPaper(db: Reader, { book, lang, year }: Asked): Promise<Content> {
  const asked = { institutionId: book.institutionId, year };
  const division = await findDivision(db, asked);
  const distribution = await findDistribution(db, { bookId: book.id, year });
  const members = await membersOf(db, { asked, division, distribution });
  if (!members) throw savingsProblems.shuNotDecided({ year });
  const total = members.reduce((sumSoFar, one) => sumSoFar + one.totalRupiah, 0n);
  return {
    title: shuWords.members[lang],
    period: `${shuWords.year[lang]} ${year}`,
    rows: [
      ...members.map((one) => ({
        label: one.name,
        amountRupiah: one.totalRupiah,
        bold: false,
        indent: 0,
      })),
      sum(w.shu[lang], total),
    ],
    note: (division ?? distribution)?.meetingDocument ?? null,
  };
}

function partRows(part: StatementPart, lang: Lang): Row[] {
  return [
    { label: classNames[part.class][lang], amountRupiah: null, bold: true, indent: 0 },
    ...part.rows.flatMap((row): Row[] => [
      { label: lineName(row.line)[lang], amountRupiah: row.amountRupiah, bold: false, indent: 1 },
      ...row.accounts.map((account) => ({
        label: `${account.number} ${account.name}`,
        amountRupiah: account.amountRupiah,
        bold: false,
        indent: 2,
      })),
    ]),
    sum(w.totalOf(classNames[part.class])[lang], part.totalRupiah),
  ];
}

function sum(label: string, amountRupiah: bigint): Row {
  return { label, amountRupiah, bold: true, indent: 0 };
}
