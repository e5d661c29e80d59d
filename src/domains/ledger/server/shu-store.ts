import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ShuPart } from '../shu.ts';

/** How a cooperative divides its SHU from a day on, and the document that says so. */
export interface ShuRule {
  readonly validFrom: BusinessDate;
  readonly sourceDocument: string;
  readonly parts: readonly ShuPart[];
}

export interface ShuDistribution {
  readonly year: number;
  readonly totalRupiah: bigint;
  readonly journalId: string;
  readonly decidedAt: Date;
  readonly meetingDocument: string;
}

/** The rule valid on a day; null when the cooperative has set none. */
export async function findShuRule(
  db: Reader,
  asked: { bookId: string; on: BusinessDate },
): Promise<ShuRule | null> {
  const { rows } = await sql<ShuRule>`
    select valid_from as "validFrom", source_document as "sourceDocument", parts from ledger.shu_rule
    where city_id = ${db.city} and book_id = ${asked.bookId} and valid_from <= ${asked.on}
    order by valid_from desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Answers false when a rule from that day was set before. */
export async function insertShuRule(
  tx: Tx,
  rule: ShuRule & { bookId: string; by: { userId: string; at: Date } },
): Promise<boolean> {
  const { rows } = await sql`
    insert into ledger.shu_rule (city_id, book_id, valid_from, source_document, parts, set_at, set_by)
    values (${tx.city}, ${rule.bookId}, ${rule.validFrom}, ${rule.sourceDocument}, ${JSON.stringify(rule.parts)}::jsonb,
      ${rule.by.at}, ${rule.by.userId}) on conflict do nothing returning valid_from`.execute(tx);
  return rows.length > 0;
}

export async function findDistribution(
  db: Reader,
  asked: { bookId: string; year: number },
): Promise<ShuDistribution | null> {
  const { rows } = await sql<ShuDistribution>`
    select year, total_rupiah as "totalRupiah", journal_id as "journalId", decided_at as "decidedAt",
      meeting_document as "meetingDocument"
    from ledger.shu_distribution
    where city_id = ${db.city} and book_id = ${asked.bookId} and year = ${asked.year}`.execute(db);
  return rows[0] ?? null;
}

export async function insertDistribution(
  tx: Tx,
  given: ShuDistribution & {
    bookId: string;
    ruleFrom: BusinessDate;
    proposedBy: string;
    approvedBy: string;
  },
): Promise<void> {
  await sql`
    insert into ledger.shu_distribution (city_id, book_id, year, total_rupiah, rule_from, journal_id, decided_at,
      proposed_by, approved_by, meeting_document)
    values (${tx.city}, ${given.bookId}, ${given.year}, ${given.totalRupiah.toString()}, ${given.ruleFrom}, ${given.journalId},
      ${given.decidedAt}, ${given.proposedBy}, ${given.approvedBy}, ${given.meetingDocument})`.execute(
    tx,
  );
}

/** What closing a year moved to the surplus account, gain positive; null while the year is not closed. */
export async function surplusOfYear(
  db: Reader,
  asked: { bookId: string; year: number; control: string },
): Promise<bigint | null> {
  const { rows } = await sql<{ surplus: bigint }>`
    select coalesce((
      select -sum(e.amount)::bigint from ledger.entry e
      join ledger.account a on a.city_id = e.city_id and a.id = e.account_id and a.control = ${asked.control}
      where e.city_id = p.city_id and e.journal_id = p.year_journal_id), 0)::bigint as surplus
    from ledger.period p
    where p.city_id = ${db.city} and p.book_id = ${asked.bookId} and p.month = make_date(${asked.year}, 12, 1)`.execute(
    db,
  );
  return rows[0]?.surplus ?? null;
}
