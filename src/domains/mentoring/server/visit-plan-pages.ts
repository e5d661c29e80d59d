import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { MissedWhy } from '../visit-words.ts';
import { businessWithin } from './visit-pages.ts';

/** A planned visit as a week's plan shows it. */
export interface PlannedVisitRow {
  readonly id: string;
  readonly onDay: BusinessDate;
  readonly firstOn: BusinessDate;
  readonly origin: 'plan' | 'agreed';
  readonly state: 'planned' | 'done' | 'missed';
  readonly missedWhy: MissedWhy | null;
  readonly missedNote: string | null;
  readonly visitId: string | null;
  readonly businessId: string;
  readonly businessName: string;
  readonly product: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly kecamatanName: string | null;
  readonly kelurahanName: string | null;
  readonly lastOn: BusinessDate | null;
}

/** A mentor's week of visits, day by day. */
export async function plannedWeek(
  db: Reader,
  asked: { mentorId: string; week: BusinessDate },
): Promise<PlannedVisitRow[]> {
  const { rows } = await sql<PlannedVisitRow>`
    select q.id, q.on_day as "onDay", q.first_on as "firstOn", q.origin, q.state, q.missed_why as "missedWhy",
      q.missed_note as "missedNote", q.visit_id as "visitId", b.id as "businessId", b.name as "businessName", b.product,
      p.id as "ownerId", p.name as "ownerName", k.name as "kecamatanName", l.name as "kelurahanName",
      (select max(v.done_on) from mentoring.visit v where v.city_id = q.city_id and v.business_id = q.business_id
        and v.id is distinct from q.visit_id) as "lastOn"
    from mentoring.planned_visit q
    join registry.business b on b.city_id = q.city_id and b.id = q.business_id
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    left join registry.region k on k.city_id = b.city_id and k.code = b.kecamatan_code
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    where q.city_id = ${db.city} and q.mentor_id = ${asked.mentorId}
      and q.on_day between ${asked.week}::date and ${addDays(asked.week, 6)}::date
    order by q.on_day, k.name, l.name, b.name, q.id`.execute(db);
  return rows;
}

/** How a week's plan was drawn. */
export interface DrawnPlan {
  readonly id: string;
  readonly seed: string;
  readonly perDay: number;
  readonly rule: number;
  readonly madeAt: Date;
  readonly madeByName: string;
  /** Businesses the choice was made from. */
  readonly candidates: number;
}

export async function findVisitPlan(
  db: Reader,
  asked: { mentorId: string; week: BusinessDate },
): Promise<DrawnPlan | null> {
  const { rows } = await sql<DrawnPlan>`
    select v.id, v.seed, v.per_day as "perDay", v.rule, v.made_at as "madeAt", u.name as "madeByName",
      jsonb_array_length(v.basis) as candidates
    from mentoring.visit_plan v join access.user_account u on u.city_id = v.city_id and u.id = v.made_by
    where v.city_id = ${db.city} and v.mentor_id = ${asked.mentorId} and v.week = ${asked.week}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** One business of a plan's basis, and whether it was chosen. */
export interface PlanBasisRow {
  readonly businessId: string;
  readonly kecamatan: string;
  readonly kelurahan: string;
  readonly lastOn: BusinessDate | null;
  readonly times: number;
  readonly chosen: boolean;
}

/** What a plan was drawn from, so that anybody can draw it again. */
export async function planBasis(
  db: Reader,
  asked: { mentorId: string; week: BusinessDate },
): Promise<PlanBasisRow[]> {
  const { rows } = await sql<PlanBasisRow>`
    select one->>0 as "businessId", one->>1 as kecamatan, one->>2 as kelurahan, one->>3 as "lastOn", (one->>4)::int as times,
      exists (select from mentoring.planned_visit q where q.city_id = v.city_id and q.origin_id = v.id
        and q.business_id = (one->>0)::uuid) as chosen
    from mentoring.visit_plan v cross join lateral jsonb_array_elements(v.basis) as one
    where v.city_id = ${db.city} and v.mentor_id = ${asked.mentorId} and v.week = ${asked.week}
    order by one->>1, one->>3 nulls first, (one->>4)::int, one->>0`.execute(db);
  return rows;
}

/** How far visits have reached in one kecamatan. */
export interface VisitCoverage {
  readonly code: string;
  readonly name: string;
  readonly tileColumn: number | null;
  readonly tileRow: number | null;
  readonly businesses: number;
  /** Visited by a mentor at least once. */
  readonly ever: number;
  readonly lastOn: BusinessDate | null;
}

/** Kecamatan of the reader's area with the active businesses anybody has ever visited. */
export async function visitCoverage(db: Reader, scope: Scope): Promise<VisitCoverage[]> {
  const { rows } = await sql<VisitCoverage>`
    with visited as (
      select business_id, max(done_on) as last_on from mentoring.visit where city_id = ${db.city} group by business_id
    )
    select k.code, k.name, k.tile_column as "tileColumn", k.tile_row as "tileRow", count(b.id)::int as businesses,
      count(v.business_id)::int as ever, max(v.last_on) as "lastOn"
    from registry.region k
    join registry.business b on b.city_id = k.city_id and b.kecamatan_code = k.code and b.state = 'active'
    left join visited v on v.business_id = b.id
    where k.city_id = ${db.city} and k.level = 'kecamatan' and k.valid_to is null and ${businessWithin(scope)}
    group by k.code, k.name, k.tile_column, k.tile_row order by k.code`.execute(db);
  return rows;
}

/** A business nobody has ever visited. */
export interface UnvisitedRow {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly kecamatanName: string | null;
  readonly kelurahanName: string | null;
  /** When it is planned to be visited, if it is. */
  readonly plannedOn: BusinessDate | null;
}

const sortColumns = { kelurahan: 'l.name', business: 'b.name', owner: 'p.name' };

export async function listUnvisited(
  db: Reader,
  asked: { scope: Scope; list: ListAsk; today: BusinessDate },
): Promise<ListPage<UnvisitedRow>> {
  const { kecamatan } = asked.list.filters;
  const pattern = asked.list.q ? containing(asked.list.q) : null;
  const from = sql`from registry.business b
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    left join registry.region k on k.city_id = b.city_id and k.code = b.kecamatan_code
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    where b.city_id = ${db.city} and b.state = 'active' and ${businessWithin(asked.scope)}
      and not exists (select from mentoring.visit v where v.city_id = b.city_id and v.business_id = b.id)
      and (${kecamatan ?? null}::text is null or b.kecamatan_code = ${kecamatan ?? null})
      and (${pattern}::text is null or b.name ilike ${pattern} or p.name ilike ${pattern})`;
  const { rows } = await sql<UnvisitedRow>`
    select b.id, b.name, b.product, p.id as "ownerId", p.name as "ownerName", k.name as "kecamatanName", l.name as "kelurahanName",
      (select min(q.on_day) from mentoring.planned_visit q where q.city_id = b.city_id and q.business_id = b.id
        and q.state = 'planned' and q.on_day >= ${asked.today}::date) as "plannedOn"
    ${from} order by ${orderOf(asked.list, sortColumns, 'b.id')} ${pageOf(asked.list)}`.execute(db);
  const { rows: counted } = await sql<{ n: bigint }>`select count(*) as n ${from}`.execute(db);
  return { rows, total: Number(counted[0]?.n ?? 0n) };
}

/** Mentors and PLUT consultants on duty that day who have an area to visit, by name. */
export async function listVisitingMentors(
  db: Reader,
  on: BusinessDate,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct u.id, u.name from access.role_assignment r
    join access.user_account u on u.city_id = r.city_id and u.id = r.user_id and u.closed_at is null
    where r.city_id = ${db.city} and r.role in ('pendamping', 'konsultan-plut') and r.jurisdiction in ('city', 'kecamatan', 'kelurahan')
      and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to >= ${on}::date)
    order by u.name, u.id`.execute(db);
  return rows;
}
