import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/** Recomputes every closed meeting from its count, receipts and attendance, and every bag from its meetings and deposits. */
export async function verifyMeetings(db: Reader): Promise<Check[]> {
  return [await meetingsAgree(db), await bagsAgree(db)];
}

async function meetingsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with counted as (
      select meeting_id, sum(denomination::bigint * pieces) as cash from mentoring.cash_count where city_id = ${db.city} group by meeting_id),
    receipts as (
      select meeting_id, sum(total_rupiah) as total from mentoring.receipt where city_id = ${db.city} group by meeting_id),
    corrected as (
      select distinct on (meeting_id, person_id) meeting_id, person_id, presence from mentoring.attendance_correction
      where city_id = ${db.city} order by meeting_id, person_id, review_id desc),
    came as (
      select a.meeting_id, count(*) as marked, count(*) filter (where coalesce(k.presence, a.presence) = 'present') as present
      from mentoring.attendance a left join corrected k on k.meeting_id = a.meeting_id and k.person_id = a.person_id
      where a.city_id = ${db.city} group by a.meeting_id),
    paid_back as (
      select meeting_id, sum(amount_rupiah) as total from lending.claim_event
      where city_id = ${db.city} and kind = 'repaid' and meeting_id is not null group by meeting_id),
    looked as (
      select m.held_on, g.name, case
        when m.received_rupiah + m.handed_on_rupiah <> coalesce(c.cash, 0) then 'received ' || m.received_rupiah || ', handed on ' || m.handed_on_rupiah || ', counted ' || coalesce(c.cash, 0)
        when m.handed_on_rupiah > coalesce(b.total, 0) then 'handed on ' || m.handed_on_rupiah || ', members were paid back ' || coalesce(b.total, 0)
        when m.received_rupiah <> coalesce(r.total, 0) then 'received ' || m.received_rupiah || ', its receipts sum to ' || coalesce(r.total, 0)
        when m.member_count <> coalesce(a.marked, 0) or m.present_count <> coalesce(a.present, 0)
          then 'says ' || m.present_count || ' of ' || m.member_count || ' came, marked are ' || coalesce(a.present, 0) || ' of ' || coalesce(a.marked, 0)
        end as difference
      from mentoring.meeting m
      join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
      left join counted c on c.meeting_id = m.id
      left join receipts r on r.meeting_id = m.id
      left join paid_back b on b.meeting_id = m.id
      left join came a on a.meeting_id = m.id
      where m.city_id = ${db.city} and m.state = 'closed')
    select count(*) as counted,
      (select 'the meeting of ' || name || ' on ' || held_on || ' ' || difference from looked
        where difference is not null order by held_on, name limit 1) as first
    from looked`.execute(db);
  return {
    name: 'meetings',
    counted: Number(rows[0]?.counted ?? 0n),
    difference: rows[0]?.first ?? null,
  };
}

async function bagsAgree(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with taken as (
      select m.mentor_id, r.institution_id, sum(r.total_rupiah) as total
      from mentoring.receipt r join mentoring.meeting m on m.city_id = r.city_id and m.id = r.meeting_id
      where r.city_id = ${db.city} group by m.mentor_id, r.institution_id),
    looked as (
      select u.login, a.balance, coalesce(t.total, 0) - coalesce((select sum(d.amount_rupiah) from mentoring.bag_deposit d
        where d.city_id = b.city_id and d.bag_id = b.id), 0) as held
      from mentoring.bag b
      join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
      join access.user_account u on u.city_id = b.city_id and u.id = b.mentor_id
      left join taken t on t.mentor_id = b.mentor_id and t.institution_id = b.institution_id
      where b.city_id = ${db.city})
    select count(*) as counted,
      (select 'the bag of ' || login || ' should hold ' || held || ', the books say ' || balance from looked
        where held <> balance order by login limit 1) as first
    from looked`.execute(db);
  return {
    name: 'cash bags',
    counted: Number(rows[0]?.counted ?? 0n),
    difference: rows[0]?.first ?? null,
  };
}
