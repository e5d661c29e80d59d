import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { VisitCandidate } from '../choose-visits.ts';
import type { Recorded } from './visit-store.ts';

/** Where a mentor works on a day, a PLUT consultant in the whole city; null when she is neither then. */
export interface MentorArea {
  readonly name: string;
  readonly all: boolean;
  readonly kecamatan: string[];
  readonly kelurahan: string[];
}

export async function findMentorArea(
  db: Reader,
  asked: { mentorId: string; on: BusinessDate },
): Promise<MentorArea | null> {
  const { rows } = await sql<MentorArea>`
    select u.name, bool_or(r.jurisdiction = 'city') as "all",
      coalesce(array_agg(distinct r.jurisdiction_id) filter (where r.jurisdiction = 'kecamatan'), '{}') as kecamatan,
      coalesce(array_agg(distinct r.jurisdiction_id) filter (where r.jurisdiction = 'kelurahan'), '{}') as kelurahan
    from access.role_assignment r
    join access.user_account u on u.city_id = r.city_id and u.id = r.user_id and u.closed_at is null
    where r.city_id = ${db.city} and r.user_id = ${asked.mentorId} and r.role in ('pendamping', 'koordinator-pendamping', 'konsultan-plut')
      and r.jurisdiction in ('city', 'kecamatan', 'kelurahan')
      and r.valid_from <= ${asked.on} and (r.valid_to is null or r.valid_to >= ${asked.on})
    group by u.name`.execute(db);
  return rows[0] ?? null;
}

/** Active businesses of an area that nobody is to visit from a day on, with the last visit to each. */
export async function visitCandidates(
  db: Reader,
  area: MentorArea,
  from: BusinessDate,
): Promise<VisitCandidate[]> {
  const { rows } = await sql<VisitCandidate>`
    select b.id as "businessId", coalesce(b.kecamatan_code, '') as kecamatan, coalesce(b.kelurahan_code, '') as kelurahan,
      max(v.done_on) as "lastOn", count(v.id)::int as times
    from registry.business b
    left join mentoring.visit v on v.city_id = b.city_id and v.business_id = b.id
    where b.city_id = ${db.city} and b.state = 'active'
      and (${area.all} or b.kecamatan_code = any (${area.kecamatan}::text[]) or b.kelurahan_code = any (${area.kelurahan}::text[]))
      and not exists (select from mentoring.planned_visit p where p.city_id = b.city_id and p.business_id = b.id
        and p.state = 'planned' and p.on_day >= ${from}::date)
    group by b.id, b.kecamatan_code, b.kelurahan_code order by b.id`.execute(db);
  return rows;
}

/** How many visits a mentor already has on each day of a week. */
export async function plannedPerDay(
  db: Reader,
  asked: { mentorId: string; week: BusinessDate },
): Promise<Map<BusinessDate, number>> {
  const { rows } = await sql<{ on: BusinessDate; n: number }>`
    select on_day as "on", count(*)::int as n from mentoring.planned_visit
    where city_id = ${db.city} and mentor_id = ${asked.mentorId} and state <> 'missed'
      and on_day between ${asked.week}::date and ${addDays(asked.week, 6)}::date group by on_day`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.on, row.n]));
}

/** @returns false when the mentor's week has a plan already */
export async function insertVisitPlan(
  tx: Tx,
  plan: Recorded & {
    planId: string;
    mentorId: string;
    week: BusinessDate;
    perDay: number;
    seed: string;
    rule: number;
    basis: readonly VisitCandidate[];
  },
): Promise<boolean> {
  const basis = plan.basis.map((one) => [
    one.businessId,
    one.kecamatan,
    one.kelurahan,
    one.lastOn,
    one.times,
  ]);
  const { rows } = await sql`
    insert into mentoring.visit_plan (city_id, id, mentor_id, week, per_day, seed, rule, basis, made_at, made_by)
    values (${tx.city}, ${plan.planId}, ${plan.mentorId}, ${plan.week}, ${plan.perDay}, ${plan.seed}, ${plan.rule},
      ${JSON.stringify(basis)}::jsonb, ${plan.now}, ${plan.by})
    on conflict (city_id, mentor_id, week) do nothing returning id`.execute(tx);
  return rows.length > 0;
}
