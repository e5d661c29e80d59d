import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays, addMonths } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import type { CaseState, CaseTopic } from '#domains/voice/case.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { visitLateAfterDays } from '../visit.ts';
import { visitForm } from '../visit-form.ts';
import type { VisitForm } from '../visit-form.ts';
import type { VisitField, VisitFlag } from '../visit-words.ts';

/** Whose visits: those in the reader's area, and those she made herself. */
export interface VisitScope {
  readonly scope: Scope;
  readonly userId: string;
}

/** A visit in a list. */
export interface VisitRow {
  readonly id: string;
  readonly doneOn: BusinessDate;
  readonly recordedOn: BusinessDate;
  readonly businessId: string;
  readonly businessName: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly kecamatanName: string | null;
  readonly kelurahanName: string | null;
  readonly mentorName: string;
  readonly fields: readonly VisitField[];
  readonly turnoverMonthRupiah: bigint | null;
  readonly turnoverBeforeRupiah: bigint | null;
  readonly flags: readonly VisitFlag[];
  readonly ledBy: { readonly name: string; readonly office: string } | null;
  readonly findings: number;
  readonly openFindings: number;
}

const columns = sql`v.id, v.done_on as "doneOn", v.recorded_on as "recordedOn", v.business_id as "businessId", b.name as "businessName",
  v.person_id as "ownerId", p.name as "ownerName", k.name as "kecamatanName", l.name as "kelurahanName", u.name as "mentorName",
  v.fields, v.turnover_month_rupiah as "turnoverMonthRupiah", v.turnover_before_rupiah as "turnoverBeforeRupiah", v.flags,
  v.led_by as "ledBy",
  (select count(*)::int from voice.case c where c.city_id = v.city_id and c.origin_id = v.id) as findings,
  (select count(*)::int from voice.case c where c.city_id = v.city_id and c.origin_id = v.id
    and c.state not in ('answered', 'closed')) as "openFindings"`;

const joined = sql`from mentoring.visit v
  join registry.business b on b.city_id = v.city_id and b.id = v.business_id
  join registry.person p on p.city_id = v.city_id and p.id = v.person_id
  join access.user_account u on u.city_id = v.city_id and u.id = v.mentor_id
  left join registry.region k on k.city_id = b.city_id and k.code = b.kecamatan_code
  left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code`;

const sortColumns = {
  day: 'v.done_on',
  business: 'b.name',
  mentor: 'u.name',
  turnover: 'v.turnover_month_rupiah',
};

export async function listVisits(
  db: Reader,
  asked: VisitScope & { list: ListAsk },
): Promise<ListPage<VisitRow>> {
  const from = sql`${joined} where v.city_id = ${db.city} and ${withinScope(asked)} and ${narrowed(asked.list)}`;
  const { rows } = await sql<VisitRow>`
    select ${columns} ${from} order by ${orderOf(asked.list, sortColumns, 'v.id')} ${pageOf(asked.list)}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: bigint }>`select count(*) as n ${from}`.execute(db);
  return { rows, total: Number(counted[0]?.n ?? 0n) };
}

/** A month of visits in numbers. */
export interface VisitCounts {
  readonly visits: number;
  readonly businesses: number;
  readonly late: number;
  readonly findings: number;
  readonly openFindings: number;
}

/** @param month its first day */
export async function countVisits(
  db: Reader,
  asked: VisitScope & { month: BusinessDate },
): Promise<VisitCounts> {
  const { rows } = await sql<VisitCounts>`
    select count(*)::int as visits, count(distinct v.business_id)::int as businesses,
      (count(*) filter (where v.recorded_on > v.done_on + ${sql.lit(visitLateAfterDays)}))::int as late,
      coalesce(sum(f.found), 0)::int as findings, coalesce(sum(f.open), 0)::int as "openFindings"
    from mentoring.visit v
    join registry.business b on b.city_id = v.city_id and b.id = v.business_id
    left join lateral (
      select count(*) as found, count(*) filter (where c.state not in ('answered', 'closed')) as open
      from voice.case c where c.city_id = v.city_id and c.origin_id = v.id
    ) f on true
    where v.city_id = ${db.city} and v.done_on >= ${asked.month}::date and v.done_on < ${addMonths(asked.month, 1)}::date
      and ${withinScope(asked)}`.execute(db);
  return rows[0] ?? { visits: 0, businesses: 0, late: 0, findings: 0, openFindings: 0 };
}

export interface VisitCase {
  readonly id: string;
  readonly number: string;
  readonly topic: CaseTopic;
  readonly text: string;
  readonly state: CaseState;
  readonly departmentName: string | null;
  readonly dueOn: BusinessDate | null;
  readonly answer: string | null;
}

/** Everything one visit left behind. */
export interface VisitDetail extends VisitRow {
  readonly form: VisitForm;
  readonly note: string;
  readonly minutes: number | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly accuracyMetres: number | null;
  readonly companions: readonly { readonly name: string; readonly office: string }[];
  readonly nextOn: BusinessDate | null;
  readonly recordedAt: Date;
  readonly plannedOn: BusinessDate | null;
  readonly photos: readonly string[];
  readonly cases: readonly VisitCase[];
  /** Other visits to the same business, newest first. */
  readonly others: readonly {
    readonly id: string;
    readonly doneOn: BusinessDate;
    readonly mentorName: string;
    readonly turnoverMonthRupiah: bigint | null;
  }[];
}

const othersShown = 8;

/** One visit whole; null when it is not there or not within the reader's scope. */
export async function findVisit(
  db: Reader,
  asked: VisitScope & { visitId: string },
): Promise<VisitDetail | null> {
  type Head = Omit<VisitDetail, 'photos' | 'cases' | 'others'>;
  const { rows } = await sql<Head>`
    select ${columns}, v.form, v.note, v.minutes, v.latitude, v.longitude, v.accuracy_metres as "accuracyMetres", v.companions,
      v.next_on as "nextOn", v.recorded_at as "recordedAt",
      (select min(q.first_on) from mentoring.planned_visit q where q.city_id = v.city_id and q.visit_id = v.id) as "plannedOn"
    ${joined} where v.city_id = ${db.city} and v.id = ${asked.visitId} and ${withinScope(asked)}`.execute(
    db,
  );
  const visit = rows[0];
  if (!visit) return null;
  const { rows: photos } = await sql<{ sha256: string }>`
    select sha256 from mentoring.visit_photo where city_id = ${db.city} and visit_id = ${visit.id} order by sha256`.execute(
    db,
  );
  const { rows: cases } = await sql<VisitCase>`
    select c.id, c.number, c.topic, c.text, c.state, d.short_name as "departmentName", c.due_on as "dueOn", c.answer
    from voice.case c left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    where c.city_id = ${db.city} and c.origin_id = ${visit.id} and c.origin = 'visit' order by c.number`.execute(
    db,
  );
  const { rows: others } = await sql<VisitDetail['others'][number]>`
    select v.id, v.done_on as "doneOn", u.name as "mentorName", v.turnover_month_rupiah as "turnoverMonthRupiah"
    from mentoring.visit v join access.user_account u on u.city_id = v.city_id and u.id = v.mentor_id
    where v.city_id = ${db.city} and v.business_id = ${visit.businessId} and v.id <> ${visit.id}
    order by v.done_on desc, v.id limit ${sql.lit(othersShown)}`.execute(db);
  return {
    ...visit,
    form: visitForm.parse(visit.form),
    photos: photos.map((photo) => photo.sha256),
    cases,
    others,
  };
}

/** Mentors who visited, for the list's filter. */
export async function listVisitors(db: Reader): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from access.user_account u
    where u.city_id = ${db.city} and exists (select from mentoring.visit v where v.city_id = u.city_id and v.mentor_id = u.id)
    order by u.name`.execute(db);
  return rows;
}

/** A visit, with its business as `b`, lies in the reader's area or is her own. */
function withinScope({ scope, userId }: VisitScope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(${businessWithin(scope)} or v.mentor_id = ${userId}::uuid)`;
}

/** A business `b` lies in an area. */
export function businessWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(b.kecamatan_code = any (${[...scope.kecamatan]}::text[]) or b.kelurahan_code = any (${[...scope.kelurahan]}::text[]))`;
}

const kindOf: Record<string, RawBuilder<boolean>> = {
  late: sql<boolean>`v.recorded_on > v.done_on + ${sql.lit(visitLateAfterDays)}`,
  flagged: sql<boolean>`cardinality(v.flags) > 0`,
  led: sql<boolean>`v.led_by is not null`,
  open: sql<boolean>`exists (select from voice.case c where c.city_id = v.city_id and c.origin_id = v.id
    and c.state not in ('answered', 'closed'))`,
};

function narrowed(list: ListAsk): RawBuilder<boolean> {
  const { month, kecamatan, mentor, field, kind } = list.filters;
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    const first = `${month}-01`;
    parts.push(
      sql<boolean>`v.done_on between ${first}::date and ${addDays(addMonths(first, 1), -1)}::date`,
    );
  }
  if (kecamatan) parts.push(sql<boolean>`b.kecamatan_code = ${kecamatan}`);
  if (mentor) parts.push(sql<boolean>`v.mentor_id::text = ${mentor}`);
  if (field) parts.push(sql<boolean>`${field} = any (v.fields)`);
  const narrow = kind && Object.hasOwn(kindOf, kind) ? kindOf[kind] : undefined;
  if (narrow) parts.push(narrow);
  if (list.q) {
    const pattern = containing(list.q);
    parts.push(
      sql<boolean>`(b.name ilike ${pattern} or p.name ilike ${pattern} or v.note ilike ${pattern})`,
    );
  }
  return sql.join<boolean>(parts, sql` and `);
}
