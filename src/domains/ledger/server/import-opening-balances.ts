import { sql } from 'kysely';
import { formatDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { controls } from '../chart.ts';
import type { ControlName } from '../chart.ts';
import { openingBalancesInput } from '../input.ts';
import { checkLines, entriesOf, totalsOf } from '../manual-journal.ts';
import type { JournalLine, PostableAccount } from '../manual-journal.ts';
import { ledgerProblems } from '../problems.ts';
import { postableAccounts } from './chart-pages.ts';
import { getBook, openAccounts, postJournals } from './ledger-store.ts';

/** The leaf that holds what a book brings along under an account whose other leaves are loans or savings. */
const openingLeaf = 'Saldo Awal';

/**
 * Brings the balances of an institution's old books over, once per book and with a second person's approval. What
 * stood on loans and savings comes as one leaf "Saldo Awal" until each loan is entered.
 *
 * Refused when it does not balance, when an account is unknown, closed, twice in the list or a memorandum, and a
 * second time.
 */
export const importOpeningBalances = defineCommand({
  kind: 'ledger.import-opening-balances',
  version: 1,
  input: openingBalancesInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: prepare,
  async handle(tx, body, context) {
    const { bookId, accounts } = await prepare(tx, body, context);
    const leaves = await openLeaves(tx, { bookId, accounts, lines: body.lines });
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [
        {
          id: body.journalId,
          kind: 'opening-balance',
          says: `Saldo awal per ${formatDate(body.asOf, 'id')} (${body.document})`,
          businessDate: context.today,
          valueDate: body.asOf,
          entries: entriesOf(body.lines, (number) => leaves.get(number) ?? ''),
        },
      ],
    });
    return {
      answer: { journalId: body.journalId },
      audit: {
        subject: { kind: 'journal', id: body.journalId },
        says: wordsOf(body),
        data: { document: body.document, accounts: body.lines.length },
      },
    };
  },
});

/** Whether the balances of old books were brought over. */
export async function hasOpeningBalances(db: Reader, bookId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ledger.journal
    where city_id = ${db.city} and book_id = ${bookId} and kind = 'opening-balance'`.execute(db);
  return rows.length > 0;
}

async function prepare(
  tx: Tx,
  body: { institutionId: string; asOf: string; lines: readonly JournalLine[] },
  context: CommandContext,
) {
  if (body.asOf > context.today) throw ledgerProblems.valueInFuture({ on: body.asOf });
  const { id: bookId } = await getBook(tx, body.institutionId);
  if (await hasOpeningBalances(tx, bookId)) throw ledgerProblems.openingOnce();
  const accounts = await postableAccounts(tx, bookId);
  const asOpen = new Map<string, PostableAccount>(
    [...accounts].map(([number, account]) => [
      number,
      { ...account, keptBy: 'office', leafId: number },
    ]),
  );
  const twice = body.lines.findIndex((line, at) =>
    body.lines.slice(0, at).some((other) => other.number === line.number),
  );
  const memo = body.lines.findIndex((line) => accounts.get(line.number)?.class === 'memorandum');
  const issues = [
    ...checkLines(body.lines, asOpen),
    ...(twice >= 0
      ? [
          {
            field: `lines.${twice}.number`,
            message: 'Akun ini sudah ada di atas. | This account is in the list already.',
          },
        ]
      : []),
    ...(memo >= 0
      ? [
          {
            field: `lines.${memo}.number`,
            message:
              'Akun memorandum tidak punya saldo awal. | A memorandum account has no opening balance.',
          },
        ]
      : []),
  ];
  if (issues.length > 0) throw ledgerProblems.wrongLines({ issues });
  return { bookId, accounts };
}

/** The leaf of each line's account by number; under loans and savings a leaf of their own is opened. */
async function openLeaves(
  tx: Tx,
  given: {
    bookId: string;
    accounts: Awaited<ReturnType<typeof postableAccounts>>;
    lines: readonly JournalLine[];
  },
): Promise<Map<string, string>> {
  const leaves = new Map<string, string>();
  for (const { number } of given.lines) {
    const account = given.accounts.get(number);
    const control = controlNames.find((name) => controls[name].control === account?.control);
    if (account?.leafId) leaves.set(number, account.leafId);
    else if (control) {
      const id = newId();
      await openAccounts(tx, [{ id, bookId: given.bookId, control, leaf: openingLeaf }]);
      leaves.set(number, id);
    } else throw ledgerProblems.unknownAccount({ number });
  }
  return leaves;
}

const controlNames = Object.keys(controls) as ControlName[];

function wordsOf(body: { asOf: string; document: string; lines: readonly JournalLine[] }): Words {
  const { debitRupiah } = totalsOf(body.lines);
  return {
    id: `Saldo awal per ${formatDate(body.asOf, 'id')}: ${body.lines.length} akun, jumlah ${formatRupiah(debitRupiah, 'id')} (${body.document})`,
    en: `Opening balances as of ${formatDate(body.asOf, 'en')}: ${body.lines.length} accounts, total ${formatRupiah(debitRupiah, 'en')} (${body.document})`,
  };
}
