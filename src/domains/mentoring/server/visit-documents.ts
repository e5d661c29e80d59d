import { sql } from 'kysely';
import type { DocumentSource } from '#domains/access/server/index.ts';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { listDepartments } from '#domains/voice/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type {
  BusinessDocument,
  BusinessListDocument,
  DocumentPlannedVisit,
  DocumentVisit,
  FieldBusiness,
  VisitsDocument,
} from '../visit-document.ts';
import { businessWithin } from './visit-pages.ts';

const daysBack = 14;
const daysAhead = 28;
/** The plan reaches two weeks back; a visit of the third is still looked up on the way to its business. */
const ownVisitDays = 21;
const visitsEach = 3;

/**
 * Lists of half a city do not belong on a phone, which is to carry 5,000 rows at most: who works in so large an area has
 * only those she visits.
 */
const mostListed = 2_500;

/** Documents of visits for a phone's snapshot. */
export const visitFieldDocuments: DocumentSource = async (db, { actor, today }) => {
  const scope = scopeOf(actor, 'see.visits');
  if (!maySee(actor, 'mentoring.record-visit')) return [];
  const documents = await visitDocuments(db, { mentorId: actor.userId, scope, today });
  return documents.map(({ key, rows, body }) => ({ key, rows, body: body as object as Json }));
};

export interface VisitDocumentsAsk {
  readonly mentorId: string;
  /** The mentor's area, as she may see visits. */
  readonly scope: Scope;
  readonly today: BusinessDate;
}

/** What a mentor's phone carries of visits, by the key of each document. */
export async function visitDocuments(
  db: Reader,
  asked: VisitDocumentsAsk,
): Promise<
  {
    key: string;
    /** Rows of the register in it. */
    rows: number;
    body: VisitsDocument | BusinessListDocument | BusinessDocument;
  }[]
> {
  const [planned, visits, departments, area] = await together(
    readPlanned(db, asked),
    readOwnVisits(db, asked),
    listDepartments(db, asked.today),
    readBusinesses(db, asked),
  );
  const expected = new Set([...planned, ...visits].map((one) => one.businessId));
  const listed =
    area.length <= mostListed ? area : area.filter((one) => expected.has(one.business.id));
  const details = await readDetails(db, [...expected]);
  const document: VisitsDocument = {
    planned,
    visits,
    departments: departments.map(({ id, shortName }) => ({ id, shortName })),
  };
  return [
    { key: 'visits', rows: planned.length + visits.length, body: document },
    ...listsByKelurahan(listed).map((list) => ({
      key: `businesses:${list.code}`,
      rows: list.businesses.length,
      body: list,
    })),
    ...area
      .filter((one) => expected.has(one.business.id))
      .map(({ business }) => ({
        key: `business:${business.id}`,
        rows: 1,
        body: {
          ...business,
          visits: details.visits.get(business.id) ?? [],
          cases: details.cases.get(business.id) ?? [],
        },
      })),
  ];
}

async function readPlanned(db: Reader, asked: VisitDocumentsAsk): Promise<DocumentPlannedVisit[]> {
  const { rows } = await sql<DocumentPlannedVisit>`
    select q.id, q.business_id as "businessId", b.name as "businessName", p.name as "ownerName", l.name as "kelurahanName",
      q.on_day as "onDay", q.origin, q.state, q.missed_why as "missedWhy"
    from mentoring.planned_visit q
    join registry.business b on b.city_id = q.city_id and b.id = q.business_id
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    where q.city_id = ${db.city} and q.mentor_id = ${asked.mentorId}
      and q.on_day between ${addDays(asked.today, -daysBack)}::date and ${addDays(asked.today, daysAhead)}::date
    order by q.on_day, l.name, b.name, q.id`.execute(db);
  return rows;
}

async function readOwnVisits(db: Reader, asked: VisitDocumentsAsk): Promise<DocumentVisit[]> {
  const { rows } = await sql<DocumentVisit>`
    select v.id, v.business_id as "businessId", b.name as "businessName", v.done_on as "doneOn",
      (select count(*)::int from voice.case c where c.city_id = v.city_id and c.origin_id = v.id) as findings
    from mentoring.visit v join registry.business b on b.city_id = v.city_id and b.id = v.business_id
    where v.city_id = ${db.city} and v.mentor_id = ${asked.mentorId}
      and v.done_on >= ${addDays(asked.today, -ownVisitDays)}::date
    order by v.done_on desc, v.id`.execute(db);
  return rows;
}

interface AreaRow {
  readonly kelurahanCode: string;
  readonly business: FieldBusiness;
}

/** Active businesses of the mentor's area, and any outside it that she is to visit or visited lately. */
async function readBusinesses(db: Reader, asked: VisitDocumentsAsk): Promise<AreaRow[]> {
  const { rows } = await sql<
    Omit<FieldBusiness, 'point'> & {
      kelurahanCode: string | null;
      latitude: string | null;
      longitude: string | null;
      exact: boolean;
    }
  >`
    select b.id, b.name, b.product, p.id as "ownerId", p.name as "ownerName", p.phone, b.address, b.kelurahan_code as "kelurahanCode",
      l.name as "kelurahanName", coalesce(b.latitude, l.latitude) as latitude, coalesce(b.longitude, l.longitude) as longitude,
      b.latitude is not null as exact, v.last_on as "lastOn"
    from registry.business b
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    left join (select business_id, max(done_on) as last_on from mentoring.visit where city_id = ${db.city} group by business_id) v
      on v.business_id = b.id
    where b.city_id = ${db.city} and b.state = 'active' and (${businessWithin(asked.scope)}
      or b.id in (select q.business_id from mentoring.planned_visit q where q.city_id = ${db.city}
        and q.mentor_id = ${asked.mentorId} and q.state = 'planned')
      or b.id in (select o.business_id from mentoring.visit o where o.city_id = ${db.city}
        and o.mentor_id = ${asked.mentorId} and o.done_on >= ${addDays(asked.today, -ownVisitDays)}::date))
    order by b.name, b.id`.execute(db);
  return rows.map(({ kelurahanCode, latitude, longitude, exact, ...row }) => ({
    kelurahanCode: kelurahanCode ?? 'lain',
    business: {
      ...row,
      point:
        latitude !== null && longitude !== null
          ? { latitude: Number(latitude), longitude: Number(longitude), exact }
          : null,
    },
  }));
}

function listsByKelurahan(rows: readonly AreaRow[]): BusinessListDocument[] {
  const lists = new Map<string, FieldBusiness[]>();
  for (const { kelurahanCode, business } of rows) {
    const list = lists.get(kelurahanCode);
    if (list) list.push(business);
    else lists.set(kelurahanCode, [business]);
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, businesses]) => ({
      code,
      name: businesses[0]?.kelurahanName ?? '',
      businesses,
    }));
}

/** The last visits to each business, and its findings that are open or were answered lately. */
async function readDetails(db: Reader, businessIds: readonly string[]) {
  const ids = [...businessIds];
  const { rows: visits } = await sql<BusinessDocument['visits'][number] & { businessId: string }>`
    select "businessId", id, "doneOn", "mentorName", note, agreed, "turnoverMonthRupiah" from (
      select v.business_id as "businessId", v.id, v.done_on as "doneOn", u.name as "mentorName", v.note,
        coalesce(v.form->>'agreed', '') as agreed, v.turnover_month_rupiah::text as "turnoverMonthRupiah",
        row_number() over (partition by v.business_id order by v.done_on desc, v.id) as place
      from mentoring.visit v join access.user_account u on u.city_id = v.city_id and u.id = v.mentor_id
      where v.city_id = ${db.city} and v.business_id = any (${ids}::uuid[])
    ) each_one where place <= ${sql.lit(visitsEach)} order by "businessId", place`.execute(db);
  const { rows: cases } = await sql<BusinessDocument['cases'][number] & { businessId: string }>`
    select v.business_id as "businessId", c.id, c.number, c.text, c.state, d.short_name as "departmentName",
      c.due_on as "dueOn", c.answer
    from mentoring.visit v
    join voice.case c on c.city_id = v.city_id and c.origin_id = v.id and c.origin = 'visit'
    left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    where v.city_id = ${db.city} and v.business_id = any (${ids}::uuid[])
      and (c.state not in ('answered', 'closed') or c.answered_at > now() - interval '60 days')
    order by c.number desc`.execute(db);
  return { visits: byBusiness(visits), cases: byBusiness(cases) };
}

function byBusiness<Row extends { businessId: string }>(
  rows: readonly Row[],
): Map<string, Omit<Row, 'businessId'>[]> {
  const map = new Map<string, Omit<Row, 'businessId'>[]>();
  for (const { businessId, ...row } of rows)
    map.set(businessId, [...(map.get(businessId) ?? []), row]);
  return map;
}
