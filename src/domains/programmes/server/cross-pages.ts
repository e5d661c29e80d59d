import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { ListService } from '#domains/registry/welfare/welfare-words.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { doubleWithinMonths, helpOf } from '../received.ts';
import { hasBusiness, neverServed } from './never-served.ts';

/** Counting further costs more than it tells. */
const countedAtMost = 10_000;

/** A person with everybody who lists or helped her. */
export interface CrossRow {
  readonly id: string;
  readonly name: string;
  readonly business: string | null;
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
  /** Departments that list her, or givers of the same help, by name. */
  readonly givers: readonly string[];
  /** Of double service: what it was. */
  readonly service: ListService | null;
  readonly lastOn: BusinessDate | null;
}

/** Who is on whose list now, by the record that stands: `person_id`, `giver`, `service`, `on_day`. */
function listings(db: Reader): RawBuilder<unknown> {
  return sql`(
    select coalesce(p.merged_into, p.id) as person_id, l.department_name as giver, l.department_id::text as giver_id, l.service,
      l.given_on as on_day
    from registry.people_list l
    join registry.people_list_row r on r.city_id = l.city_id and r.list_id = l.id and r.outcome = 'matched'
    join registry.person p on p.city_id = r.city_id and p.id = r.person_id
    where l.city_id = ${db.city} and l.kind = 'department' and l.state = 'applied')`;
}

/** What the city's own programmes gave, as the same kinds of help; mentors and meetings are one giver. */
function ownHelp(db: Reader, since: BusinessDate): RawBuilder<unknown> {
  const kinds = Object.entries(helpOf);
  return sql`(
    select coalesce(p.merged_into, p.id) as person_id,
      case when s.kind = 'loan' then s.by_name else '' end as giver, k.help as service, max(s.on_day) as on_day
    from programmes.service s
    join unnest(${kinds.map(([kind]) => kind)}::text[], ${kinds.map(([, help]) => help)}::text[]) as k (kind, help) on k.kind = s.kind
    join registry.person p on p.city_id = s.city_id and p.id = s.person_id
    where s.city_id = ${db.city} and s.on_day > ${since}::date group by 1, 2, 3)`;
}

const orders = { name: 'p.name', kelurahan: 'w.name', jumlah: 'f.size', terakhir: 'f."lastOn"' };

/** People on more than one department's list, or on that of one department where one is asked for. */
export function listAcross(db: Reader, list: ListAsk): Promise<ListPage<CrossRow>> {
  const { perangkat } = list.filters;
  const asked = perangkat
    ? sql`bool_or(l.giver_id = ${perangkat})`
    : sql`count(distinct l.giver) > 1`;
  return pageOfFound(
    db,
    list,
    sql`
    select l.person_id, array_agg(distinct l.giver) as givers, null::text as service, max(l.on_day) as "lastOn",
      count(distinct l.giver) as size
    from ${listings(db)} l group by l.person_id having ${asked}`,
  );
}

/** People who received the same help from more than one giver within a year. */
export function listDoubleService(
  db: Reader,
  list: ListAsk,
  today: BusinessDate,
): Promise<ListPage<CrossRow>> {
  const since = addMonths(today, -doubleWithinMonths);
  const { layanan } = list.filters;
  return pageOfFound(
    db,
    list,
    sql`
    select g.person_id, array_agg(distinct g.giver) as givers, g.service, max(g.on_day) as "lastOn", count(distinct g.giver) as size
    from (select person_id, giver, service, on_day from ${listings(db)} l where service is not null and on_day > ${since}::date
      union all select person_id, giver, service, on_day from ${ownHelp(db, since)} o) g
    where ${layanan ?? null}::text is null or g.service = ${layanan ?? null}
    group by g.person_id, g.service having count(distinct g.giver) > 1`,
  );
}

async function pageOfFound(
  db: Reader,
  list: ListAsk,
  found: RawBuilder<unknown>,
): Promise<ListPage<CrossRow>> {
  const { kecamatan } = list.filters;
  const { rows } = await sql<CrossRow & { total: bigint }>`
    with f as materialized (${found})
    select p.id, p.name, b.name as business, w.name as kelurahan, k.name as kecamatan, f.givers, f.service, f."lastOn",
      count(*) over () as total
    from f
    join registry.person p on p.city_id = ${db.city} and p.id = f.person_id and p.state in ('provisional', 'registered')
    ${beside}
    where (${kecamatan ?? null}::text is null or p.kecamatan_code = ${kecamatan ?? null})
      and (${list.q} = '' or p.name ilike ${containing(list.q)})
    order by ${orderOf(list, orders, 'p.id, f.service')} ${pageOf(list)}`.execute(db);
  const total = Number(rows[0]?.total ?? 0n);
  return { rows: rows.map(({ total: _total, ...row }) => row), total };
}

const beside = sql`left join registry.region w on w.city_id = p.city_id and w.code = p.kelurahan_code
  left join registry.region k on k.city_id = p.city_id and k.code = p.kecamatan_code
  left join lateral (select b.name from registry.business b where b.city_id = p.city_id and b.owner_id = p.id
    and b.state = 'active' order by b.created_at, b.id limit 1) b on true`;

/** Owners of a business who never received anything; counted up to ten thousand. */
export async function listNeverServed(db: Reader, list: ListAsk): Promise<ListPage<CrossRow>> {
  const { kecamatan } = list.filters;
  const tests = [sql`p.city_id = ${db.city}`, sql`p.state in ('provisional', 'registered')`];
  if (kecamatan) tests.push(sql`p.kecamatan_code = ${kecamatan}`);
  if (list.q !== '') tests.push(sql`p.name ilike ${containing(list.q)}`);
  tests.push(hasBusiness(db), neverServed(db));
  const who = sql`from registry.person p where ${sql.join(tests, sql` and `)}`;
  const order = sql.raw(list.direction === 'desc' ? 'p.name desc, p.id desc' : 'p.name, p.id');
  const { rows } = await sql<CrossRow & { counted: bigint }>`
    select p.id, p.name, b.name as business, w.name as kelurahan, k.name as kecamatan, '{}'::text[] as givers,
      null as service, null as "lastOn", (select count(*) from (select 1 ${who} limit ${countedAtMost + 1}) c) as counted
    from (select p.city_id, p.id, p.name, p.kelurahan_code, p.kecamatan_code ${who} order by ${order} ${pageOf(list)}) p
    ${beside} order by ${order}`.execute(db);
  const total = Number(rows[0]?.counted ?? 0n);
  return {
    rows: rows.map(({ counted: _counted, ...row }) => row),
    total: Math.min(total, countedAtMost),
    more: total > countedAtMost,
  };
}

/** How many each department lists, alone and together with others. */
export interface DepartmentShare {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly shared: number;
}

export async function departmentShares(db: Reader): Promise<DepartmentShare[]> {
  const { rows } = await sql<DepartmentShare>`
    with l as materialized (select distinct person_id, giver, giver_id from ${listings(db)} l),
    many as (select person_id from l group by person_id having count(distinct giver_id) > 1)
    select l.giver_id as id, max(l.giver) as name, count(*)::int as people, count(many.person_id)::int as shared
    from l left join many on many.person_id = l.person_id group by l.giver_id order by count(*) desc, 2`.execute(
    db,
  );
  return rows;
}
