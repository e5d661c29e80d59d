import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import { newId } from '#kernel/id.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Refusal } from '#platform/command/problem.ts';
import type { ControlName, LeafOwner } from '../chart.ts';
import { controls } from '../chart.ts';
import { chartOf } from '../chart-template.ts';
import type { TemplateName } from '../chart-template.ts';
import type { Journal } from '../journal.ts';
import { ledgerProblems } from '../problems.ts';
import { layChart } from './chart-store.ts';

/** A leaf to be opened under a control account. */
export interface NewAccount {
  readonly id: string;
  readonly bookId: string;
  readonly control: ControlName;
  readonly leaf: string | null;
  readonly owner?: { readonly kind: LeafOwner; readonly id: string };
}

/** Opens leaf accounts of one book, all in one statement; one that exists already is left as it is. */
export async function openAccounts(tx: Tx, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const charted = [...new Set(accounts.map((account) => account.control))].map((name) => ({
    ...controls[name],
    book_id: accounts[0]?.bookId,
  }));
  const rows = accounts.map((account) => ({
    id: account.id,
    book_id: account.bookId,
    control: controls[account.control].control,
    class: controls[account.control].class,
    leaf: account.leaf,
    owner_kind: account.owner?.kind ?? null,
    owner_id: account.owner?.id ?? null,
    floor_rupiah: floors[account.control] ?? null,
    ceiling_rupiah: ceilings[account.control] ?? null,
  }));
  await sql`
    with charted as (
      insert into ledger.chart_account (city_id, book_id, number, name, class, line, control, kept_by, opened_at, opened_by)
      select ${tx.city}, c.book_id, c.number, c.name, c.class, c.line, c.control, 'programme', now(), ${byTheProgramme}
      from jsonb_to_recordset(${JSON.stringify(charted)}::jsonb) as c (book_id uuid, number text, name text, class text,
        line text, control text)
      on conflict do nothing)
    insert into ledger.account (city_id, id, book_id, control, leaf, class, owner_kind, owner_id, floor_rupiah, ceiling_rupiah)
    select ${tx.city}, r.id, r.book_id, r.control, r.leaf, r.class, r.owner_kind, r.owner_id, r.floor_rupiah, r.ceiling_rupiah
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, book_id uuid, control text, leaf text,
      class text, owner_kind text, owner_id uuid, floor_rupiah bigint, ceiling_rupiah bigint)
    on conflict do nothing`.execute(tx);
}

/** Who opened an account of the chart that came with a leaf, as in a book that is older than the account. */
const byTheProgramme = '00000000-0000-0000-0000-000000000000';

/** A bag, a loan or a claim never falls below nothing; savings are never withdrawn beyond what is there. */
const floors: Partial<Record<ControlName, number>> = {
  bag: 0,
  till: 0,
  loan: 0,
  memberClaim: 0,
  writtenOff: 0,
};
const ceilings: Partial<Record<ControlName, number>> = {
  compulsorySavings: 0,
  voluntarySavings: 0,
  memberDebt: 0,
  overpayment: 0,
};

/**
 * Opens the book of an institution with the chart of accounts of its kind.
 *
 * @throws Refusal `ledger.book-exists` when the institution has a book or the code is taken
 */
export async function openBook(
  tx: Tx,
  book: {
    institutionId: string;
    code: string;
    name: string;
    openedOn: string;
    template: TemplateName;
    by: { userId: string; at: Date };
  },
): Promise<{ bookId: string }> {
  const bookId = newId();
  const { rows } = await sql`
    insert into ledger.book (city_id, id, institution_id, code, name, opened_on, template)
    values (${tx.city}, ${bookId}, ${book.institutionId}, ${book.code}, ${book.name}, ${book.openedOn}, ${book.template})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw ledgerProblems.bookExists({ code: book.code });
  await layChart(tx, { bookId, accounts: chartOf(book.template), by: book.by });
  return { bookId };
}

/** The book of an institution and its plain accounts by control name. */
export interface Book {
  readonly id: string;
  readonly institutionId: string;
  readonly accounts: Readonly<Record<'till' | 'bank' | 'capital' | 'interestIncome', string>>;
}

const plainControls = [controls.till, controls.bank, controls.capital, controls.interestIncome].map(
  (control) => control.control,
);

/** @throws Refusal `ledger.no-book` when the institution's books are not kept here. */
export async function getBook(db: Reader, institutionId: string): Promise<Book> {
  const { rows } = await sql<{ id: string; control: string; account_id: string }>`
    select b.id, a.control, a.id as account_id
    from ledger.book b join ledger.account a on a.city_id = b.city_id and a.book_id = b.id and a.leaf is null
      and a.control = any (${plainControls})
    where b.city_id = ${db.city} and b.institution_id = ${institutionId}`.execute(db);
  const first = rows[0];
  if (!first) throw ledgerProblems.noBook();
  const idOf = (name: ControlName) => {
    const row = rows.find((r) => r.control === controls[name].control);
    if (!row) throw ledgerProblems.noBook();
    return row.account_id;
  };
  return {
    id: first.id,
    institutionId,
    accounts: {
      till: idOf('till'),
      bank: idOf('bank'),
      capital: idOf('capital'),
      interestIncome: idOf('interestIncome'),
    },
  };
}

/** Leaf account ids by owner id, for owners of one kind under one control. */
export async function leavesOf(
  db: Reader,
  wanted: { bookId: string; control: ControlName; ownerIds: readonly string[] },
): Promise<Map<string, { accountId: string; balance: bigint }>> {
  const { rows } = await sql<{ owner_id: string; id: string; balance: bigint }>`
    select owner_id, id, balance from ledger.account
    where city_id = ${db.city} and book_id = ${wanted.bookId} and control = ${controls[wanted.control].control}
      and owner_id = any (${wanted.ownerIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.owner_id, { accountId: row.id, balance: row.balance }]));
}

/**
 * Posts journals of one book in one call: accounts are locked in id order and every journal must sum to
 * zero, inside the database.
 *
 * @throws Refusal doesNotBalance, foreignAccount, dayClosed, overdrawn, alreadyReversed
 */
export async function postJournals(
  tx: Tx,
  posting: { bookId: string; commandId: string; journals: readonly Journal[] },
): Promise<void> {
  const { journals } = posting;
  if (journals.length === 0) return;
  const lines = journals.flatMap((journal, index) =>
    journal.entries.map((entry) => ({ ...entry, journal: index + 1 })),
  );
  try {
    // The journals are admitted to their days first, so that the book is held before its accounts.
    const days = journals.map((j) => j.businessDate);
    const kinds = journals.map((j) => j.kind);
    await sql`select ledger.post(${tx.city}, ${posting.bookId}, ${posting.commandId},
      ${journals.map((j) => j.id)}::uuid[], ${kinds}::text[], ${journals.map((j) => j.says)}::text[],
      ${days}::date[], ${journals.map((j) => j.valueDate)}::date[],
      ${journals.map((j) => j.reversesId ?? null)}::uuid[], ${lines.map((l) => l.journal)}::int[],
      ${lines.map((l) => l.accountId)}::uuid[], ${lines.map((l) => l.amount.toString())}::bigint[])
      from ledger.admit(${tx.city}, ${posting.bookId}, ${days}::date[], ${kinds}::text[])`.execute(
      tx,
    );
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof DatabaseError)) return null;
  if (error.code === 'NK001') return ledgerProblems.doesNotBalance();
  if (error.code === 'NK002') return ledgerProblems.foreignAccount();
  if (error.code === 'NK003') return ledgerProblems.dayClosed();
  if (error.constraint === 'account_floor' || error.constraint === 'account_ceiling') {
    return ledgerProblems.overdrawn();
  }
  if (error.constraint === 'journal_reversed_once') return ledgerProblems.alreadyReversed();
  return null;
}
