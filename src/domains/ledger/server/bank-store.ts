import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { BankLine } from '../bank-file.ts';
import type { OpenDeposit, OpenEntry, OpenLine } from '../bank-matching.ts';
import { controls } from '../chart.ts';
import type { ControlName } from '../chart.ts';
import { ledgerProblems } from '../problems.ts';
import { openAccounts } from './ledger-store.ts';

/** An account of an institution at a bank. */
export interface BankAccount {
  readonly id: string;
  readonly bookId: string;
  readonly accountId: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  /** The day the books it belongs to begin. */
  readonly bookOpenedOn: BusinessDate;
}

/** @throws Refusal unknownBankAccount when the book has none by this id */
export async function getBankAccount(
  db: Reader,
  wanted: { bookId: string; bankAccountId: string },
): Promise<BankAccount> {
  const { rows } = await sql<BankAccount>`
    select a.id, a.book_id as "bookId", a.account_id as "accountId", a.bank, a.number, a.holder,
      b.opened_on as "bookOpenedOn"
    from ledger.bank_account a join ledger.book b on b.city_id = a.city_id and b.id = a.book_id
    where a.city_id = ${db.city} and a.book_id = ${wanted.bookId} and a.id = ${wanted.bankAccountId}`.execute(
    db,
  );
  if (!rows[0]) throw ledgerProblems.unknownBankAccount();
  return rows[0];
}

/** The one leaf of a control account that belongs to nobody; opened with its first posting. */
export async function plainLeaf(
  tx: Tx,
  wanted: { bookId: string; control: ControlName },
): Promise<{ id: string; balance: bigint }> {
  const find = () =>
    sql<{ id: string; balance: bigint }>`
      select id, balance from ledger.account
      where city_id = ${tx.city} and book_id = ${wanted.bookId} and control = ${controls[wanted.control].control}
        and leaf is null`.execute(tx);
  const there = (await find()).rows[0];
  if (there) return there;
  await openAccounts(tx, [{ ...wanted, id: newId(), leaf: null }]);
  const opened = (await find()).rows[0];
  if (!opened) throw ledgerProblems.noChart();
  return opened;
}

/** A line's text and place among equals, so that statements that overlap add it once. */
function fingerprints(lines: readonly BankLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const text = [
      line.onDay,
      line.amountRupiah,
      line.says,
      line.reference,
      line.balanceRupiah,
    ].join('|');
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return createHash('sha256').update(`${text}|${nth}`).digest('hex');
  });
}

/** Adds a statement with the lines that are new. Null when the same file was imported before. */
export async function insertStatement(
  tx: Tx,
  statement: {
    id: string;
    bankAccountId: string;
    fileName: string;
    sha256: string;
    openingRupiah: bigint | null;
    closingRupiah: bigint | null;
    lines: readonly BankLine[];
    by: { userId: string; at: Date };
  },
): Promise<{ added: number } | null> {
  const prints = fingerprints(statement.lines);
  const { rows: known } = await sql<{ fingerprint: string }>`
    select fingerprint from ledger.bank_statement_line
    where city_id = ${tx.city} and bank_account_id = ${statement.bankAccountId} and fingerprint = any (${prints})`.execute(
    tx,
  );
  const before = new Set(known.map((row) => row.fingerprint));
  const fresh = statement.lines
    .map((line, at) => ({ line, place: at + 1, fingerprint: prints[at] ?? '' }))
    .filter((one) => !before.has(one.fingerprint));
  const days = statement.lines.map((line) => line.onDay).sort();
  const { rows } = await sql`
    insert into ledger.bank_statement (city_id, id, bank_account_id, file_name, sha256, from_day, to_day, opening_rupiah,
      closing_rupiah, lines, new_lines, imported_at, imported_by)
    values (${tx.city}, ${statement.id}, ${statement.bankAccountId}, ${statement.fileName}, ${statement.sha256}, ${days[0]},
      ${days.at(-1)}, ${text(statement.openingRupiah)}, ${text(statement.closingRupiah)}, ${statement.lines.length},
      ${fresh.length}, ${statement.by.at}, ${statement.by.userId})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return null;
  const given = fresh.map(({ line, place, fingerprint }) => ({
    id: newId(),
    place,
    fingerprint,
    on_day: line.onDay,
    says: line.says,
    reference: line.reference,
    amount: line.amountRupiah.toString(),
    balance: text(line.balanceRupiah),
  }));
  await sql`
    insert into ledger.bank_statement_line (city_id, id, bank_account_id, statement_id, place, on_day, says, reference,
      amount_rupiah, balance_rupiah, fingerprint)
    select ${tx.city}, r.id, ${statement.bankAccountId}, ${statement.id}, r.place, r.on_day, r.says, r.reference, r.amount, r.balance,
      r.fingerprint
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (id uuid, place int, on_day date, says text, reference text,
      amount bigint, balance bigint, fingerprint text)`.execute(tx);
  return { added: fresh.length };
}

function text(amount: bigint | null): string | null {
  return amount === null ? null : amount.toString();
}

/** Lines of a bank account that nothing explains yet, the oldest first. */
export async function openLines(db: Reader, bankAccountId: string): Promise<OpenLine[]> {
  const { rows } = await sql<OpenLine>`
    select l.id, l.on_day as "onDay", l.says, l.reference, l.amount_rupiah as "amountRupiah"
    from ledger.bank_statement_line l
    left join ledger.bank_match m on m.city_id = l.city_id and m.line_id = l.id
    where l.city_id = ${db.city} and l.bank_account_id = ${bankAccountId} and m.line_id is null
    order by l.on_day, l.statement_id, l.place`.execute(db);
  return rows;
}

/** An open slip as the page shows it. */
export interface ShownDeposit extends OpenDeposit {
  readonly depositedBy: string;
  readonly depositedByName: string | null;
  readonly hasPhoto: boolean;
}

/** The picture of a slip of one book, by its hash; null where there is none. */
export async function slipPhoto(
  db: Reader,
  wanted: { bookId: string; depositId: string },
): Promise<string | null> {
  const { rows } = await sql<{ sha256: string | null }>`
    select photo_sha256 as sha256 from ledger.bank_deposit
    where city_id = ${db.city} and book_id = ${wanted.bookId} and id = ${wanted.depositId}`.execute(
    db,
  );
  return rows[0]?.sha256 ?? null;
}

/** Slips that no statement has shown yet. */
export async function openDeposits(db: Reader, bankAccountId: string): Promise<ShownDeposit[]> {
  const { rows } = await sql<ShownDeposit>`
    select d.id, d.on_day as "onDay", d.slip_number as "slipNumber", d.amount_rupiah as "amountRupiah",
      d.deposited_by as "depositedBy", u.name as "depositedByName", d.photo_sha256 is not null as "hasPhoto"
    from ledger.bank_deposit d
    left join ledger.bank_match m on m.city_id = d.city_id and m.deposit_id = d.id
    left join access.user_account u on u.city_id = d.city_id and u.id = d.deposited_by
    where d.city_id = ${db.city} and d.bank_account_id = ${bankAccountId} and m.line_id is null
    order by d.on_day, d.id`.execute(db);
  return rows;
}

/** Journals on a bank account's leaf that no statement line is matched with. */
export async function openEntries(db: Reader, bank: BankAccount): Promise<OpenEntry[]> {
  const { rows } = await sql<OpenEntry>`
    select j.id as "journalId", j.value_date as "onDay", j.says, sum(e.amount)::bigint as "amountRupiah"
    from ledger.entry e
    join ledger.journal j on j.city_id = e.city_id and j.id = e.journal_id
    left join ledger.bank_match m on m.city_id = e.city_id and m.journal_id = e.journal_id
    where e.city_id = ${db.city} and e.account_id = ${bank.accountId} and m.line_id is null
      and j.kind <> 'opening-balance'
    group by j.id, j.value_date, j.says having sum(e.amount) <> 0 order by j.value_date, j.id`.execute(
    db,
  );
  return rows;
}

/** What a statement line was found to be. */
export interface NewMatch {
  readonly lineId: string;
  readonly kind: 'deposit' | 'entry' | 'booked';
  readonly how: 'automatic' | 'by-hand';
  readonly depositId: string | null;
  readonly journalId: string;
}

/** @throws Refusal matchTaken when a line, slip or journal was matched meanwhile */
export async function insertMatches(
  tx: Tx,
  matches: readonly NewMatch[],
  by: { userId: string; at: Date },
): Promise<void> {
  if (matches.length === 0) return;
  const { rows } = await sql`
    insert into ledger.bank_match (city_id, line_id, kind, how, deposit_id, journal_id, matched_at, matched_by)
    select ${tx.city}, m."lineId", m.kind, m.how, m."depositId", m."journalId", ${by.at}, ${by.userId}
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as m ("lineId" uuid, kind text, how text, "depositId" uuid, "journalId" uuid)
    on conflict do nothing returning line_id`.execute(tx);
  if (rows.length < matches.length) throw ledgerProblems.matchTaken();
}

/** An open line of one of a book's bank accounts. @throws Refusal unknownLine, lineMatched */
export async function getOpenLine(
  db: Reader,
  wanted: { bookId: string; lineId: string },
): Promise<OpenLine & { bankAccountId: string }> {
  const { rows } = await sql<OpenLine & { bankAccountId: string; matched: boolean }>`
    select l.id, l.on_day as "onDay", l.says, l.reference, l.amount_rupiah as "amountRupiah",
      l.bank_account_id as "bankAccountId", m.line_id is not null as matched
    from ledger.bank_statement_line l
    join ledger.bank_account b on b.city_id = l.city_id and b.id = l.bank_account_id and b.book_id = ${wanted.bookId}
    left join ledger.bank_match m on m.city_id = l.city_id and m.line_id = l.id
    where l.city_id = ${db.city} and l.id = ${wanted.lineId}`.execute(db);
  const line = rows[0];
  if (!line) throw ledgerProblems.unknownLine();
  if (line.matched) throw ledgerProblems.lineMatched();
  return line;
}

/** Money that arrived: from its way to the bank onto the bank account, valued at the bank's day. */
export function arrivalJournal(given: {
  today: BusinessDate;
  line: OpenLine;
  slipNumber: string;
  bankLeaf: string;
  transitLeaf: string;
}) {
  return {
    id: newId(),
    kind: 'bank-arrival',
    says: `Setoran slip ${given.slipNumber} masuk rekening`,
    businessDate: given.today,
    valueDate: given.line.onDay,
    entries: [
      { accountId: given.bankLeaf, amount: given.line.amountRupiah },
      { accountId: given.transitLeaf, amount: -given.line.amountRupiah },
    ],
  };
}
