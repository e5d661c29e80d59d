import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { groupLoanRules } from '../eligibility.ts';
import type { MemberFacts } from '../eligibility.ts';
import { agreedTo, debtColumns, debtsOf } from './debt-facts.ts';

/** A programme group as lending needs it. */
export interface BorrowingGroup {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly kecamatan: string;
  readonly kelurahan: string;
}

export async function findBorrowingGroup(
  db: Reader,
  groupId: string,
): Promise<BorrowingGroup | null> {
  const { rows } = await sql<BorrowingGroup>`
    select id, name, state, kecamatan_code as kecamatan, kelurahan_code as kelurahan
    from registry.business_group where city_id = ${db.city} and id = ${groupId}`.execute(db);
  return rows[0] ?? null;
}

/** What is known of a member, but for the amount she asks for. */
export interface GroupMember {
  readonly personId: string;
  readonly name: string;
  readonly businessId: string | null;
  readonly businessName: string | null;
  readonly facts: Omit<MemberFacts, 'amountRupiah'>;
}

interface FactRow {
  person_id: string;
  name: string;
  business_id: string | null;
  business_name: string | null;
  born_on: BusinessDate | null;
  recognised: boolean;
  consent: boolean;
  active_loans: number;
  overdue: bigint;
  counselled_since: BusinessDate | null;
  held: number;
  attended: number;
}

/**
 * Active members of a group, with what the pre-check asks. Attendance is read off the lines of life: a
 * meeting was held on a day when anybody of the group has one.
 */
export async function groupMembers(
  db: Reader,
  wanted: { groupId: string; institutionId: string; on: BusinessDate },
): Promise<GroupMember[]> {
  const { groupId, institutionId, on } = wanted;
  const { rows } = await sql<FactRow>`
    with member as (
      select m.person_id, m.business_id, m.valid_from, g.state in ('recognised', 'active') as recognised
      from registry.membership m
      join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
      where m.city_id = ${db.city} and m.group_id = ${groupId} and m.valid_to is null and m.valid_from <= ${on}
    ), meeting as (
      select distinct v.on_day from programmes.service v
      where v.city_id = ${db.city} and v.kind = 'meeting' and v.on_day <= ${on}
        and v.person_id in (select person_id from member)
      order by v.on_day desc limit ${groupLoanRules.meetingsLookedAt}
    ), ${debtsOf(db, { ...wanted, people: sql`select person_id from member` })}
    select m.person_id, p.name, m.business_id, b.name as business_name, p.born_on, m.recognised,
      ${agreedTo(institutionId)} as consent, ${debtColumns},
      (select count(*)::int from meeting t where t.on_day >= m.valid_from) as held,
      (select count(distinct v.on_day)::int from programmes.service v join meeting t on t.on_day = v.on_day
        where v.city_id = p.city_id and v.kind = 'meeting'
          and v.person_id = any (array(select registry.records_of(p.city_id, p.id)))) as attended
    from member m
    join registry.person p on p.city_id = ${db.city} and p.id = m.person_id
    left join registry.business b on b.city_id = p.city_id and b.id = m.business_id
    left join loan l on l.person_id = m.person_id
    left join helped h on h.person_id = m.person_id
    order by p.name, m.person_id`.execute(db);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    businessId: row.business_id,
    businessName: row.business_name,
    facts: {
      on,
      inRecognisedGroup: row.recognised,
      birthDate: row.born_on,
      consent: row.consent,
      activeLoans: row.active_loans,
      overdueRupiah: row.overdue,
      counselledSince: row.counselled_since,
      meetings: row.held > 0 ? { held: row.held, attended: row.attended } : null,
    },
  }));
}
