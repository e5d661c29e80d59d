import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { MatchMethod } from '../../welfare/match-list-row.ts';
import type { Quarter } from '../../welfare/quarter.ts';
import type { ListService } from '../../welfare/welfare-words.ts';
import type { ListCounts } from './list-store.ts';

/** A list in the overview of lists. */
export interface PeopleListRow {
  readonly id: string;
  readonly kind: 'decile' | 'department';
  readonly title: string;
  readonly quarter: Quarter | null;
  readonly whole: boolean;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly service: ListService | null;
  readonly givenOn: BusinessDate;
  readonly fileName: string;
  readonly state: 'read' | 'applied' | 'dropped';
  readonly counts: ListCounts;
  /** People on it now, decisions of the review among them. */
  readonly people: number;
  readonly toReview: number;
  readonly recordedAt: Date;
  readonly byName: string;
}

const columns = sql`l.id, l.kind, l.title, l.quarter, l.whole, l.department_id as "departmentId",
  l.department_name as "departmentName", l.service, l.given_on as "givenOn", l.file_name as "fileName", l.state, l.counts,
  l.recorded_at as "recordedAt", l.by_name as "byName",
  (select count(distinct r.person_id)::int from registry.people_list_row r where r.city_id = l.city_id and r.list_id = l.id
    and r.outcome = 'matched') as people,
  (select count(*)::int from registry.people_list_row r where r.city_id = l.city_id and r.list_id = l.id
    and r.outcome = 'review') as "toReview"`;

export async function listPeopleLists(db: Reader, list: ListAsk): Promise<ListPage<PeopleListRow>> {
  const { jenis, perangkat } = list.filters;
  const tests = [sql`l.city_id = ${db.city}`];
  if (jenis) tests.push(sql`l.kind = ${jenis === 'desil' ? 'decile' : 'department'}`);
  if (perangkat) tests.push(sql`l.department_id::text = ${perangkat}`);
  const order = orderOf(
    list,
    { tanggal: 'l.given_on', judul: 'l.title' },
    'l.recorded_at desc, l.id',
  );
  const { rows } = await sql<PeopleListRow & { total: bigint }>`
    select ${columns}, count(*) over () as total from registry.people_list l where ${sql.join(tests, sql` and `)}
    order by ${order} ${pageOf(list)}`.execute(db);
  const total = Number(rows[0]?.total ?? 0n);
  return { rows: rows.map(({ total: _total, ...row }) => row), total };
}

export async function findPeopleList(db: Reader, listId: string): Promise<PeopleListRow | null> {
  const { rows } = await sql<PeopleListRow>`
    select ${columns} from registry.people_list l where l.city_id = ${db.city} and l.id = ${listId}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** A row of a list with whom it is about, or may be. */
export interface PeopleListLine {
  readonly number: number;
  readonly name: string;
  readonly bornOn: BusinessDate | null;
  readonly nikEndsIn: string | null;
  readonly decile: number | null;
  readonly outcome: 'matched' | 'review' | 'refused';
  readonly method: MatchMethod | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly bornOn: BusinessDate | null;
    readonly nikEndsIn: string | null;
    readonly kelurahan: string | null;
    readonly business: string | null;
  }[];
}

/** Rows of one outcome in the order of the file, a page at a time. */
export async function listPeopleListRows(
  db: Reader,
  listId: string,
  ask: { readonly outcome: 'matched' | 'review'; readonly size: number; readonly offset: number },
): Promise<PeopleListLine[]> {
  const { rows } = await sql<PeopleListLine>`
    select r.row_number as number, r.name, r.born_on as "bornOn", r.nik_last_four as "nikEndsIn", r.decile, r.outcome, r.method,
      r.person_id as "personId", p.name as "personName",
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'bornOn', c.born_on, 'kelurahan', w.name,
          'nikEndsIn', (select i.last_four from registry.identifier i where i.city_id = c.city_id and i.person_id = c.id and i.kind = 'nik'),
          'business', (select b.name from registry.business b where b.city_id = c.city_id and b.owner_id = c.id
            and b.state = 'active' order by b.created_at, b.id limit 1)) order by c.name, c.id)
        from registry.person c left join registry.region w on w.city_id = c.city_id and w.code = c.kelurahan_code
        where c.city_id = r.city_id and r.outcome = 'review' and c.id = any (r.candidates)), '[]') as candidates
    from registry.people_list_row r
    left join registry.person p on p.city_id = r.city_id and p.id = r.person_id
    where r.city_id = ${db.city} and r.list_id = ${listId}::uuid and r.outcome = ${ask.outcome}
    order by r.row_number ${pageOf(ask)}`.execute(db);
  return rows;
}
