import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { claimProblems } from '../claim-problems.ts';
import type { MemberClaim } from '../member-claims.ts';

/** A claim with the names people know its two sides by, and the group whose books hold it. */
export interface StoredClaim extends MemberClaim {
  readonly coverId: string;
  readonly lendingGroupId: string;
  /** The programme group at whose meetings it is paid back; null where there is none. */
  readonly businessGroupId: string | null;
  readonly institutionId: string;
  readonly creditorName: string;
  readonly debtorName: string;
  readonly loanNumber: string;
  /** The day on which the group agreed to the cover. */
  readonly agreedOn: BusinessDate;
}

/** Which claims: all of a lending group, of the lending groups that come from programme groups, or one. */
export type ClaimsWanted =
  | { lendingGroupId: string }
  | { businessGroupId: string }
  | { openOfGroups: readonly string[] }
  | { claimId: string }
  | { coverId: string };

export async function claimsOf(db: Reader, wanted: ClaimsWanted): Promise<StoredClaim[]> {
  const condition = conditionOf(wanted);
  const { rows } = await sql<StoredClaim>`
    select c.id, c.cover_id as "coverId", c.creditor_id as "creditorId", c.debtor_id as "debtorId",
      c.amount_rupiah as "amountRupiah", c.repaid_rupiah as "repaidRupiah", c.forgiven_rupiah as "forgivenRupiah", c.state,
      c.opened_on as "openedOn", coalesce(v.agreed_on, v.on_day) as "agreedOn", c.repayment_order as "repaymentOrder", c.agreed_rank as "agreedRank",
      v.lending_group_id as "lendingGroupId", g.business_group_id as "businessGroupId", g.institution_id as "institutionId", l.number as "loanNumber",
      cp.name as "creditorName", dp.name as "debtorName"
    from lending.member_claim c
    join lending.cover v on v.city_id = c.city_id and v.id = c.cover_id
    join lending.loan l on l.city_id = v.city_id and l.id = v.loan_id
    join lending.lending_group g on g.city_id = v.city_id and g.id = v.lending_group_id
    join registry.person cp on cp.city_id = c.city_id and cp.id = c.creditor_id
    join registry.person dp on dp.city_id = c.city_id and dp.id = c.debtor_id
    where c.city_id = ${db.city} and ${condition}
    order by c.opened_on, c.repayment_order, c.id`.execute(db);
  return rows;
}

/** The same, held until the transaction ends; in id order, so that two repayments queue instead of dead-locking. */
export async function lockClaims(tx: Tx, wanted: ClaimsWanted): Promise<StoredClaim[]> {
  await sql`
    select 1 from lending.member_claim c where c.city_id = ${tx.city} and ${conditionOf(wanted)}
    order by c.id for update`.execute(tx);
  return claimsOf(tx, wanted);
}

export async function lockClaim(tx: Tx, claimId: string): Promise<StoredClaim> {
  const [claim] = await lockClaims(tx, { claimId });
  if (!claim) throw claimProblems.unknownClaim();
  return claim;
}

export async function lockClaimOfCover(tx: Tx, coverId: string): Promise<StoredClaim> {
  const [claim] = await lockClaims(tx, { coverId });
  if (!claim) throw claimProblems.unknownClaim();
  return claim;
}

function conditionOf(wanted: ClaimsWanted): RawBuilder<unknown> {
  if ('claimId' in wanted) return sql`c.id = ${wanted.claimId}`;
  if ('businessGroupId' in wanted)
    return sql`c.cover_id in (select o.id from lending.cover o
      join lending.lending_group og on og.city_id = o.city_id and og.id = o.lending_group_id
      where o.city_id = c.city_id and og.business_group_id = ${wanted.businessGroupId})`;
  if ('openOfGroups' in wanted)
    return sql`c.state = 'open' and c.cover_id = any (array(select o.id from lending.lending_group og
      join lending.cover o on o.city_id = og.city_id and o.lending_group_id = og.id
      where og.city_id = c.city_id and og.business_group_id = any (${[...wanted.openOfGroups]}::uuid[])))`;
  if ('coverId' in wanted) return sql`c.cover_id = ${wanted.coverId}`;
  return sql`c.cover_id in (select o.id from lending.cover o
    where o.city_id = c.city_id and o.lending_group_id = ${wanted.lendingGroupId})`;
}

/** Where a lending group's claims are dealt with: at its lender's, and by whoever goes to its meetings. */
export async function placeOfLendingGroup(
  db: Reader,
  lendingGroupId: string,
): Promise<Place & { institution: string }> {
  const { rows } = await sql<Place & { institution: string }>`
    select g.institution_id as institution, b.kecamatan_code as kecamatan, b.kelurahan_code as kelurahan, b.id as group
    from lending.lending_group g
    left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
    where g.city_id = ${db.city} and g.id = ${lendingGroupId}`.execute(db);
  const place = rows[0];
  if (!place) throw claimProblems.unknownLendingGroup();
  return place;
}

export async function placeOfClaim(db: Reader, claimId: string): Promise<Place> {
  const [claim] = await claimsOf(db, { claimId });
  if (!claim) throw claimProblems.unknownClaim();
  return placeOfLendingGroup(db, claim.lendingGroupId);
}

export interface NewClaimEvent {
  readonly id: string;
  readonly claimId: string;
  readonly kind: 'repaid' | 'forgiven' | 'void' | 'reversal';
  readonly amountRupiah: bigint;
  readonly journalId: string;
  readonly reversesId: string | null;
  /** How the claim stands after it. */
  readonly after: Pick<MemberClaim, 'repaidRupiah' | 'forgivenRupiah' | 'state'>;
}

/** Writes what became of claims; their journals were posted before in the same transaction. */
export async function recordClaimEvents(
  tx: Tx,
  given: {
    readonly on: BusinessDate;
    readonly meetingId: string | null;
    readonly reason: string;
    readonly by: { readonly userId: string; readonly name: string };
    readonly at: Date;
    readonly events: readonly NewClaimEvent[];
  },
): Promise<void> {
  const rows = given.events.map((event) => ({
    id: event.id,
    claim_id: event.claimId,
    kind: event.kind,
    amount: event.amountRupiah.toString(),
    journal_id: event.journalId,
    reverses_id: event.reversesId,
    repaid: event.after.repaidRupiah.toString(),
    forgiven: event.after.forgivenRupiah.toString(),
    state: event.after.state,
  }));
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, claim_id uuid, kind text, amount bigint,
        journal_id uuid, reverses_id uuid, repaid bigint, forgiven bigint, state text)
    ), noted as (
      insert into lending.claim_event (city_id, id, claim_id, kind, amount_rupiah, on_day, meeting_id, reverses_id,
        journal_id, reason, by_user, by_name, recorded_at)
      select ${tx.city}, id, claim_id, kind, amount, ${given.on}::date, ${given.meetingId}::uuid, reverses_id, journal_id,
        ${given.reason}, ${given.by.userId}::uuid, ${given.by.name}, ${given.at}::timestamptz from given
    )
    update lending.member_claim c set repaid_rupiah = given.repaid, forgiven_rupiah = given.forgiven, state = given.state
    from given where c.city_id = ${tx.city} and c.id = given.claim_id`.execute(tx);
}
