import { sql } from 'kysely';
import { numbersTaken } from '#domains/access/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { SheetBody } from '../input.ts';
import type { SheetTotals } from '../sheet.ts';

/** A receipt about to be given; its number is the next one. */
export interface NewReceipt {
  readonly id: string;
  readonly token: string;
  readonly personId: string;
  /** Whose receipt it is: it took the money. */
  readonly institutionId: string;
  readonly loanId: string | null;
  readonly repaymentRupiah: bigint;
  readonly coverRupiah: bigint;
  readonly savingsRupiah: bigint;
  readonly totalRupiah: bigint;
}

export interface SheetRecord {
  readonly body: SheetBody;
  readonly totals: SheetTotals;
  readonly receipts: readonly NewReceipt[];
  readonly heldOn: BusinessDate;
  readonly commandId: string;
  readonly markedBy: string;
  readonly now: Date;
}

/**
 * Closes the meeting and writes who came, the count, the photos and the receipts: one statement, which numbers the
 * receipts in the order of the sheet.
 *
 * @returns number by receipt
 */
export async function recordSheet(tx: Tx, sheet: SheetRecord): Promise<Map<string, string>> {
  const { body, totals, receipts } = sheet;
  const year = Number(sheet.heldOn.slice(0, 4));
  const numbered = receipts.map((receipt, index) => ({ ...receipt, place: index + 1 }));
  const { rows } = await sql<{ id: string; number: string }>`
    with taken as (${numbersTaken(tx, { name: 'receipt', year, count: receipts.length })}
    ), closed as (
      update mentoring.meeting set state = 'closed', topic_code = ${body.topicCode}, topic_note = ${body.topicNote || null},
        expected_rupiah = ${totals.expectedRupiah}, received_rupiah = ${totals.totalRupiah}, handed_on_rupiah = ${totals.claimRupiah}, present_count = ${totals.present},
        member_count = ${totals.members}, closed_at = ${sheet.now}, command_id = ${sheet.commandId}, mentor_id = ${sheet.markedBy}
      where city_id = ${tx.city} and id = ${body.meetingId}
    ), attended as (
      insert into mentoring.attendance (city_id, meeting_id, person_id, presence, reason, marked_by, marked_at)
      select ${tx.city}, ${body.meetingId}::uuid, a."personId", a.presence, a.reason, ${sheet.markedBy}::uuid, ${sheet.now}::timestamptz
      from jsonb_to_recordset(${digits(body.lines)}::jsonb) as a ("personId" uuid, presence text, reason text)
    ), counted as (
      insert into mentoring.cash_count (city_id, meeting_id, denomination, pieces)
      select ${tx.city}, ${body.meetingId}::uuid, c.denomination, c.pieces
      from jsonb_to_recordset(${JSON.stringify(body.count)}::jsonb) as c (denomination int, pieces int)
    ), pictured as (
      insert into mentoring.meeting_photo (city_id, meeting_id, sha256)
      select ${tx.city}, ${body.meetingId}::uuid, sha256 from unnest(${[...new Set(body.photos)]}::text[]) as p (sha256)
    )
    insert into mentoring.receipt (city_id, id, number, meeting_id, person_id, loan_id, on_day, institution_id, repayment_rupiah,
      cover_rupiah, savings_rupiah, total_rupiah, token, issued_at)
    select ${tx.city}, r.id, concat('KW-', ${year}::int, '-', lpad(n::text, greatest(6, length(n::text)), '0')), ${body.meetingId}::uuid, r."personId", r."loanId", ${sheet.heldOn}::date,
      r."institutionId", r."repaymentRupiah", r."coverRupiah", r."savingsRupiah", r."totalRupiah", r.token, ${sheet.now}::timestamptz
    from taken, jsonb_to_recordset(${digits(numbered)}::jsonb) as r (id uuid, place int, token text, "personId" uuid, "institutionId" uuid, "loanId" uuid,
      "repaymentRupiah" bigint, "coverRupiah" bigint, "savingsRupiah" bigint, "totalRupiah" bigint),
      lateral (select taken.before + r.place as n) as numbered
    returning id, number`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** Amounts travel as digits: a JSON number would not be exact for every bigint. */
function digits(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
