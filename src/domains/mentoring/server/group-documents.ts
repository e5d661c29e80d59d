import { sql } from 'kysely';
import { inAgreedOrder, owedOf } from '#domains/lending/member-claims.ts';
import { claimsOf, fieldLoansOf } from '#domains/lending/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type {
  DocumentMeeting,
  DocumentMember,
  DocumentReceipt,
  GroupDocument,
} from '../group-document.ts';
import { allKeepers } from './sheet-source.ts';

const daysBack = 14;
const daysAhead = 28;
/** As long a meeting that was never closed is still asked for. */
const leftOpenDays = 28;
const receiptsEach = 6;

/**
 * The groups a mentor carries: hers by role, those she proposed while nobody leads their meetings, those whose weekly meetings she leads, and those in which she
 * stands in at one of these weeks' meetings.
 */
export async function groupsCarriedBy(
  db: Reader,
  asked: { mentorId: string; groupIds: readonly string[]; today: BusinessDate },
): Promise<string[]> {
  const { mentorId, today } = asked;
  const { rows } = await sql<{ id: string }>`
    select g.id from registry.business_group g
    where g.city_id = ${db.city} and g.state in ('recognised', 'active', 'frozen') and (
      -- Who founded it with them carries it until somebody leads its meetings; a new schedule hands it to another.
      g.mentor_id = ${mentorId} and not exists (select from mentoring.meeting_series s
        where s.city_id = g.city_id and s.group_id = g.id and s.valid_to is null)
      or g.id = any (${[...asked.groupIds]}::uuid[])
      or g.id in (select s.group_id from mentoring.meeting_series s
        where s.city_id = ${db.city} and s.mentor_id = ${mentorId} and s.valid_to is null)
      or g.id in (select m.group_id from mentoring.meeting m
        where m.city_id = ${db.city} and m.mentor_id = ${mentorId} and m.state = 'planned'
          and m.held_on between ${addDays(today, -leftOpenDays)}::date and ${addDays(today, daysAhead)}::date))
    order by g.id`.execute(db);
  return rows.map((row) => row.id);
}

/** These groups as documents: the same few statements however many groups there are, sent in one flight. */
export async function groupDocuments(
  db: Reader,
  asked: { groupIds: readonly string[]; today: BusinessDate },
): Promise<GroupDocument[]> {
  const { groupIds, today } = asked;
  if (groupIds.length === 0) return [];
  const [groups, members, loans, meetings, receipts, claims, keepers] = await together(
    readGroups(db, groupIds),
    readMembers(db, groupIds),
    fieldLoansOf(db, groupIds),
    readMeetings(db, groupIds, today),
    readReceipts(db, groupIds),
    claimsOf(db, { openOfGroups: groupIds }),
    allKeepers(db),
  );
  const ofGroup = <Row extends { groupId: string }>(rows: readonly Row[]) => {
    const byGroup = Map.groupBy(rows, (row) => row.groupId);
    return (id: string) => (byGroup.get(id) ?? []).map(({ groupId: _, ...rest }) => rest);
  };
  const [membersOf, loansOf] = [ofGroup(members), ofGroup(loans)];
  const [meetingsOf, receiptsOf] = [ofGroup(meetings), ofGroup(receipts)];
  const claimsByGroup = Map.groupBy(inAgreedOrder(claims), (claim) => claim.businessGroupId);
  return groups.map((group) => ({
    ...group,
    members: membersOf(group.id),
    loans: loansOf(group.id),
    meetings: meetingsOf(group.id),
    receipts: receiptsOf(group.id),
    claims: (claimsByGroup.get(group.id) ?? []).map((claim) => ({
      id: claim.id,
      lendingGroupId: claim.lendingGroupId,
      debtorId: claim.debtorId,
      creditorId: claim.creditorId,
      owedRupiah: owedOf(claim).toString(),
    })),
    keepers: keepers.map(({ bookId: _, ...keeper }) => keeper),
  }));
}

type GroupRow = Pick<
  GroupDocument,
  'id' | 'name' | 'state' | 'sector' | 'kelurahan' | 'kecamatan' | 'schedule' | 'lastTopic'
>;

async function readGroups(db: Reader, groupIds: readonly string[]): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.id, g.name, g.state, g.sector,
      jsonb_build_object('code', g.kelurahan_code, 'name', l.name) as kelurahan,
      jsonb_build_object('code', g.kecamatan_code, 'name', k.name) as kecamatan,
      case when s.id is not null then jsonb_build_object('weekday', s.weekday, 'startTime', to_char(s.start_time, 'HH24:MI'),
        'place', s.place, 'mentorId', s.mentor_id, 'mentorName', u.name) end as schedule,
      (select m.topic_code from mentoring.meeting m
        where m.city_id = g.city_id and m.group_id = g.id and m.state = 'closed' and m.topic_code <> 'other'
        order by m.held_on desc limit 1) as "lastTopic"
    from registry.business_group g
    join registry.region l on l.city_id = g.city_id and l.code = g.kelurahan_code
    join registry.region k on k.city_id = g.city_id and k.code = g.kecamatan_code
    left join mentoring.meeting_series s on s.city_id = g.city_id and s.group_id = g.id and s.valid_to is null
    left join access.user_account u on u.city_id = s.city_id and u.id = s.mentor_id
    where g.city_id = ${db.city} and g.id = any (${[...groupIds]}::uuid[]) order by g.id`.execute(
    db,
  );
  return rows;
}

async function readMembers(
  db: Reader,
  groupIds: readonly string[],
): Promise<(DocumentMember & { groupId: string })[]> {
  const { rows } = await sql<DocumentMember & { groupId: string }>`
    select m.group_id as "groupId", p.id as "personId", p.name, coalesce(b.product, b.name) as business,
      m.business_id as "businessId", m.role, p.phone, m.valid_from as since,
      coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'rupiah', v.rupiah::text) order by v.kind) from (
        select a.kind, sum(-l.balance)::bigint as rupiah from savings.account a
        join ledger.account l on l.city_id = a.city_id and l.owner_kind = 'savings' and l.owner_id = a.id
        where a.city_id = m.city_id and a.person_id = m.person_id and a.closed_on is null group by a.kind) v), '[]') as savings
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    where m.city_id = ${db.city} and m.group_id = any (${[...groupIds]}::uuid[]) and m.valid_to is null
    order by p.name, p.id`.execute(db);
  return rows;
}

async function readMeetings(
  db: Reader,
  groupIds: readonly string[],
  today: BusinessDate,
): Promise<(DocumentMeeting & { groupId: string })[]> {
  const { rows } = await sql<DocumentMeeting & { groupId: string }>`
    select m.group_id as "groupId", m.id, m.held_on as "heldOn", to_char(s.start_time, 'HH24:MI') as "startTime", s.place,
      m.number, m.state, m.mentor_id as "mentorId", u.name as "mentorName", m.cancelled_why as "cancelledWhy",
      m.present_count as "presentCount", m.member_count as "memberCount",
      m.expected_rupiah::text as "expectedRupiah", m.received_rupiah::text as "receivedRupiah"
    from mentoring.meeting m
    join mentoring.meeting_series s on s.city_id = m.city_id and s.id = m.series_id
    join access.user_account u on u.city_id = m.city_id and u.id = m.mentor_id
    where m.city_id = ${db.city} and m.group_id = any (${[...groupIds]}::uuid[])
      and m.held_on between ${addDays(today, -leftOpenDays)}::date and ${addDays(today, daysAhead)}::date
      and (m.state = 'planned' or m.held_on >= ${addDays(today, -daysBack)}::date)
    order by m.held_on, s.start_time`.execute(db);
  return rows;
}

async function readReceipts(
  db: Reader,
  groupIds: readonly string[],
): Promise<(DocumentReceipt & { groupId: string })[]> {
  const { rows } = await sql<DocumentReceipt & { groupId: string }>`
    select m.group_id as "groupId", r.id, r.number, r.meeting_id as "meetingId", r.person_id as "personId",
      r.on_day as "on", i.name as "institutionName", r.repayment_rupiah::text as "repaymentRupiah",
      r.cover_rupiah::text as "coverRupiah", r.savings_rupiah::text as "savingsRupiah", r.total_rupiah::text as "totalRupiah", r.token
    from registry.membership m
    cross join lateral (select * from mentoring.receipt r
      where r.city_id = m.city_id and r.person_id = m.person_id order by r.on_day desc limit ${receiptsEach}) r
    join partners.institution i on i.city_id = r.city_id and i.id = r.institution_id
    where m.city_id = ${db.city} and m.group_id = any (${[...groupIds]}::uuid[]) and m.valid_to is null
    order by r.person_id, r.on_day desc, r.id`.execute(db);
  return rows;
}
