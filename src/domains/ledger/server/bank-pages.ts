import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A bank account with how far it is reconciled. */
export interface BankAccountRow {
  readonly id: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  /** Whole rupiah by the books, and by the last statement. */
  readonly bookRupiah: bigint;
  readonly statementRupiah: bigint | null;
  readonly statementOn: BusinessDate | null;
  readonly openLines: number;
  readonly openSlips: number;
}

/** The bank accounts of a book. */
export async function listBankAccounts(db: Reader, bookId: string): Promise<BankAccountRow[]> {
  const { rows } = await sql<BankAccountRow>`
    select b.id, b.bank, b.number, b.holder, a.balance as "bookRupiah", s.closing_rupiah as "statementRupiah",
      s.to_day as "statementOn",
      (select count(*)::int from ledger.bank_statement_line l where l.city_id = b.city_id and l.bank_account_id = b.id
        and not exists (select from ledger.bank_match m where m.city_id = l.city_id and m.line_id = l.id)) as "openLines",
      (select count(*)::int from ledger.bank_deposit d where d.city_id = b.city_id and d.bank_account_id = b.id
        and not exists (select from ledger.bank_match m where m.city_id = d.city_id and m.deposit_id = d.id)) as "openSlips"
    from ledger.bank_account b
    join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
    left join lateral (select closing_rupiah, to_day from ledger.bank_statement s
      where s.city_id = b.city_id and s.bank_account_id = b.id order by s.to_day desc, s.imported_at desc limit 1) s on true
    where b.city_id = ${db.city} and b.book_id = ${bookId} order by b.registered_at`.execute(db);
  return rows;
}

/** A statement line that was explained: what it was and by whom. */
export interface MatchedLine {
  readonly id: string;
  readonly onDay: BusinessDate;
  readonly says: string;
  readonly amountRupiah: bigint;
  readonly kind: 'deposit' | 'entry' | 'booked';
  readonly how: 'automatic' | 'by-hand';
  readonly journalId: string;
  readonly journalSays: string;
  readonly matchedBy: string | null;
}

/** The lines of a bank account that were matched, the latest first. */
export async function matchedLines(
  db: Reader,
  asked: { bankAccountId: string; limit: number },
): Promise<MatchedLine[]> {
  const { rows } = await sql<MatchedLine>`
    select l.id, l.on_day as "onDay", l.says, l.amount_rupiah as "amountRupiah", m.kind, m.how, m.journal_id as "journalId",
      j.says as "journalSays", u.name as "matchedBy"
    from ledger.bank_match m
    join ledger.bank_statement_line l on l.city_id = m.city_id and l.id = m.line_id
    join ledger.journal j on j.city_id = m.city_id and j.id = m.journal_id
    left join access.user_account u on u.city_id = m.city_id and u.id = m.matched_by
    where m.city_id = ${db.city} and l.bank_account_id = ${asked.bankAccountId}
    order by l.on_day desc, l.place desc limit ${asked.limit}`.execute(db);
  return rows;
}
