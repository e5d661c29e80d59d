import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { VisitBody } from '../visit-input.ts';
import type { MissedWhy, VisitFlag } from '../visit-words.ts';

/** A business as a visit meets it. */
export interface VisitedBusiness {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly kecamatan: string | null;
  readonly kelurahan: string | null;
  readonly state: 'active' | 'closed' | 'merged';
}

export async function businessesAmong(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, VisitedBusiness>> {
  const { rows } = await sql<VisitedBusiness>`
    select id, owner_id as "ownerId", name, kecamatan_code as kecamatan, kelurahan_code as kelurahan, state
    from registry.business where city_id = ${db.city} and id = any (${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A visit as it is kept: what was sent, and what was found around it. */
export interface KeptVisit {
  readonly body: VisitBody;
  readonly business: VisitedBusiness;
  readonly doneOn: BusinessDate;
  readonly flags: readonly VisitFlag[];
}

export interface Recorded {
  readonly by: string;
  readonly now: Date;
  readonly today: BusinessDate;
}

/** Writes visits and their photos; answers the ids that are new. */
export async function insertVisits(
  tx: Tx,
  visits: readonly KeptVisit[],
  { by, now, today }: Recorded,
): Promise<string[]> {
  const rows = visits.map(({ body, business, doneOn, flags }) => ({
    id: body.visitId,
    business_id: business.id,
    person_id: business.ownerId,
    done_on: doneOn,
    fields: body.fields,
    note: body.note,
    turnover_month: body.turnoverMonthRupiah?.toString() ?? null,
    turnover_before: body.turnoverBeforeRupiah?.toString() ?? null,
    form: body.form,
    minutes: body.minutes,
    latitude: body.point?.latitude ?? null,
    longitude: body.point?.longitude ?? null,
    accuracy_metres: body.point?.accuracyMetres ?? null,
    led_by: body.ledBy,
    companions: body.companions,
    next_on: body.next?.on ?? null,
    flags,
    photos: body.photos,
  }));
  const { rows: written } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id uuid, business_id uuid, person_id uuid, done_on date,
        fields text[], note text, turnover_month bigint, turnover_before bigint, form jsonb, minutes int, latitude numeric,
        longitude numeric, accuracy_metres int, led_by jsonb, companions jsonb, next_on date, flags text[], photos text[])
    ), kept as (
      insert into mentoring.visit (city_id, id, business_id, person_id, mentor_id, done_on, fields, note, turnover_month_rupiah,
        turnover_before_rupiah, form, minutes, latitude, longitude, accuracy_metres, led_by, companions, next_on, flags,
        recorded_at, recorded_on)
      select ${tx.city}, id, business_id, person_id, ${by}::uuid, done_on, fields, note, turnover_month, turnover_before, form, minutes,
        latitude, longitude, accuracy_metres, nullif(led_by, 'null'), companions, next_on, flags, ${now}::timestamptz, ${today}::date
      from given on conflict (city_id, id) do nothing returning id
    ), pictured as (
      insert into mentoring.visit_photo (city_id, visit_id, sha256)
      select ${tx.city}, k.id, unnest(g.photos) from kept k join given g on g.id = k.id
    )
    select id from kept`.execute(tx);
  return written.map((row) => row.id);
}

/**
 * Marks what these visits fulfil: the planned visit they name, else the nearest one of the same mentor at the same
 * business within a week. A visit that was called missed was made after all.
 */
export async function fulfilPlans(
  tx: Tx,
  visits: readonly KeptVisit[],
  { by, now }: Recorded,
): Promise<void> {
  const rows = visits.map(({ body, business, doneOn }) => ({
    visit_id: body.visitId,
    business_id: business.id,
    planned_id: body.plannedVisitId,
    done_on: doneOn,
  }));
  await sql`
    update mentoring.planned_visit p set state = 'done', visit_id = m.visit_id, missed_why = null, missed_note = null,
      changed_at = ${now}, changed_by = ${by}::uuid
    from (
      select r.visit_id, one.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (visit_id uuid, business_id uuid, planned_id uuid, done_on date)
      cross join lateral (
        select q.id from mentoring.planned_visit q
        where q.city_id = ${tx.city} and q.business_id = r.business_id and q.state <> 'done'
          and (q.id = r.planned_id or (r.planned_id is null and q.mentor_id = ${by}::uuid and q.state = 'planned'
            and q.on_day between r.done_on - 7 and r.done_on + 7))
        order by abs(q.on_day - r.done_on), q.id limit 1
      ) one
    ) m
    where p.city_id = ${tx.city} and p.id = m.id`.execute(tx);
}

/** A visit to be made, about to be planned. */
export interface NewPlannedVisit {
  readonly id: string;
  readonly businessId: string;
  readonly on: BusinessDate;
  readonly originId: string;
}

export async function insertPlannedVisits(
  tx: Tx,
  planned: readonly NewPlannedVisit[],
  about: Recorded & { mentorId: string; origin: 'plan' | 'agreed' },
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map((one) => ({
    id: one.id,
    business_id: one.businessId,
    on_day: one.on,
    origin_id: one.originId,
  }));
  await sql`
    insert into mentoring.planned_visit (city_id, id, business_id, mentor_id, on_day, first_on, origin, origin_id, state,
      changed_at, changed_by)
    select ${tx.city}, id, business_id, ${about.mentorId}::uuid, on_day, on_day, ${about.origin}, origin_id, 'planned',
      ${about.now}::timestamptz, ${about.by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, business_id uuid, on_day date, origin_id uuid)
    on conflict (city_id, id) do nothing`.execute(tx);
}

/** A planned visit as a command needs it, locked. */
export interface StoredPlannedVisit {
  readonly id: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly mentorId: string;
  readonly kecamatan: string | null;
  readonly onDay: BusinessDate;
  readonly state: 'planned' | 'done' | 'missed';
}

export async function findPlannedVisit(
  tx: Tx,
  plannedVisitId: string,
): Promise<StoredPlannedVisit | null> {
  await sql`
    select from mentoring.planned_visit
    where city_id = ${tx.city} and id = ${plannedVisitId} for update`.execute(tx);
  return readPlannedVisit(tx, plannedVisitId);
}

export async function readPlannedVisit(
  db: Reader,
  plannedVisitId: string,
): Promise<StoredPlannedVisit | null> {
  const { rows } = await sql<StoredPlannedVisit>`
    select p.id, p.business_id as "businessId", b.name as "businessName", p.mentor_id as "mentorId",
      b.kecamatan_code as kecamatan, p.on_day as "onDay", p.state
    from mentoring.planned_visit p join registry.business b on b.city_id = p.city_id and b.id = p.business_id
    where p.city_id = ${db.city} and p.id = ${plannedVisitId}`.execute(db);
  return rows[0] ?? null;
}

/** Writes what a planned visit became: missed for a reason, or to be made on a day. */
export async function changePlannedVisit(
  tx: Tx,
  changed: Recorded & {
    plannedVisitId: string;
    onDay: BusinessDate;
    missed: { why: MissedWhy; note: string } | null;
  },
): Promise<void> {
  await sql`
    update mentoring.planned_visit set state = ${changed.missed ? 'missed' : 'planned'}, on_day = ${changed.onDay},
      missed_why = ${changed.missed?.why ?? null}, missed_note = ${changed.missed?.note || null},
      changed_at = ${changed.now}, changed_by = ${changed.by}::uuid
    where city_id = ${tx.city} and id = ${changed.plannedVisitId}`.execute(tx);
}
