import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** What anyone may see of a receipt: that it is genuine, and nothing of the person. */
export interface VerifiedReceipt {
  readonly number: string;
  readonly on: BusinessDate;
  readonly institutionName: string;
  readonly totalRupiah: bigint;
  /** Money of it that was undone afterwards; empty for nearly all. */
  readonly reversals: readonly ReceiptReversal[];
}

/** A reversal as anyone may see it: when, how much, and which entry of the books it is; nothing of a person. */
export interface ReceiptReversal {
  readonly on: BusinessDate;
  readonly amountRupiah: bigint;
  /** The last eight signs of the entry's id, as the lender's papers name it. */
  readonly reference: string;
}

/**
 * Over `mentoring.receipt r`: repayments of its meeting and lender that she handed over, own or as a cover, and that were reversed.
 * The receipt itself never changes.
 */
const reversalsSql = sql`coalesce((
  select jsonb_agg(jsonb_build_object('on', u.on_day, 'reference', upper(right(u.id::text, 8)),
    'amountRupiah', (u.principal + u.interest + u.fee + u.penalty + u.overpaid)::text) order by u.entered)
  from lending.repayment o
  join lending.repayment u on u.city_id = o.city_id and u.reverses_id = o.id
  join lending.loan ol on ol.city_id = o.city_id and ol.id = o.loan_id
  where o.city_id = r.city_id and o.source_id = r.meeting_id and o.source = 'meeting' and o.payer_id = r.person_id
    and ol.institution_id = r.institution_id), '[]')`;

interface StoredReversals {
  readonly reversals: readonly { on: BusinessDate; reference: string; amountRupiah: string }[];
}

function withReversals<Row extends StoredReversals>(row: Row) {
  const reversals = row.reversals.map((one) => ({
    ...one,
    amountRupiah: BigInt(one.amountRupiah),
  }));
  return { ...row, reversals };
}

const tokenShape = /^[A-Za-z0-9_-]{22}$/;

/** A receipt by the token of its QR; null when no such receipt was given here. */
export async function verifyReceipt(db: Reader, token: string): Promise<VerifiedReceipt | null> {
  if (!tokenShape.test(token)) return null;
  const { rows } = await sql<Omit<VerifiedReceipt, 'reversals'> & StoredReversals>`
    select r.number, r.on_day as "on", i.name as "institutionName", r.total_rupiah as "totalRupiah", ${reversalsSql} as reversals
    from mentoring.receipt r join partners.institution i on i.city_id = r.city_id and i.id = r.institution_id
    where r.city_id = ${db.city} and r.token = ${token}`.execute(db);
  const [row] = rows;
  return row ? withReversals(row) : null;
}

/** A receipt as its owner, or the mentor who gave it, sees it. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly on: BusinessDate;
  readonly issuedAt: Date;
  readonly token: string;
  readonly personId: string;
  readonly personName: string;
  /** In international form, for a message to her; null when she has none. */
  readonly phone: string | null;
  readonly groupName: string;
  readonly institutionName: string;
  readonly loanNumber: string | null;
  readonly repaymentRupiah: bigint;
  readonly coverRupiah: bigint;
  readonly savingsRupiah: bigint;
  readonly totalRupiah: bigint;
  /** Money of it that was undone afterwards; empty for nearly all. */
  readonly reversals: readonly ReceiptReversal[];
}

type ReceiptRow = Omit<Receipt, 'reversals'> & StoredReversals;

const receiptSql = sql`
  select r.id, r.number, r.on_day as "on", r.issued_at as "issuedAt", r.token, r.person_id as "personId", p.name as "personName", p.phone,
    g.name as "groupName", i.name as "institutionName", l.number as "loanNumber", r.repayment_rupiah as "repaymentRupiah",
    r.cover_rupiah as "coverRupiah", r.savings_rupiah as "savingsRupiah", r.total_rupiah as "totalRupiah", ${reversalsSql} as reversals
  from mentoring.receipt r
  join mentoring.meeting m on m.city_id = r.city_id and m.id = r.meeting_id
  join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
  join registry.person p on p.city_id = r.city_id and p.id = r.person_id
  join partners.institution i on i.city_id = r.city_id and i.id = r.institution_id
  left join lending.loan l on l.city_id = r.city_id and l.id = r.loan_id`;

/** Receipts given at a meeting, in order of number. */
export async function receiptsOfMeeting(db: Reader, meetingId: string): Promise<Receipt[]> {
  const { rows } = await sql<ReceiptRow>`${receiptSql}
    where r.city_id = ${db.city} and r.meeting_id = ${meetingId} order by r.number`.execute(db);
  return rows.map(withReversals);
}

/** A member's receipts, newest first. */
export async function receiptsOfPerson(
  db: Reader,
  asked: { personId: string; limit: number },
): Promise<Receipt[]> {
  const { rows } = await sql<ReceiptRow>`${receiptSql}
    where r.city_id = ${db.city} and r.person_id = ${asked.personId} order by r.on_day desc, r.number desc limit ${asked.limit}`.execute(
    db,
  );
  return rows.map(withReversals);
}

/** One receipt of a meeting, for its printed slip; null when there is none. */
export async function findReceipt(
  db: Reader,
  asked: { meetingId: string; receiptId: string },
): Promise<Receipt | null> {
  const { rows } = await sql<ReceiptRow>`${receiptSql}
    where r.city_id = ${db.city} and r.meeting_id = ${asked.meetingId} and r.id = ${asked.receiptId}`.execute(
    db,
  );
  const [row] = rows;
  return row ? withReversals(row) : null;
}
