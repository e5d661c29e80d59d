import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type {
  IdentityProof,
  RequestChannel,
  RequestKind,
  RequestState,
} from '../../rights/data-request.ts';
import type { requestSorts } from '../../rights/request-list.ts';

/** A request in the list. */
export interface DataRequestRow {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly personName: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
}

/** A request opened. */
export interface DataRequestDetail extends DataRequestRow {
  readonly personState: string;
  readonly channel: RequestChannel;
  readonly proof: IdentityProof;
  readonly words: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly recordedName: string;
  readonly recordedAt: Date;
  readonly answer: string | null;
  readonly answeredName: string | null;
}

export interface DataRequestCounts {
  readonly open: number;
  readonly late: number;
  readonly answered: number;
  /** Of the answered ones, those that kept the clock. */
  readonly inTime: number;
}

const sortColumns: Record<(typeof requestSorts)[number], string> = {
  due: `case when r.state = 'open' then r.due_at else 'infinity' end`,
  received: 'r.received_at',
  number: 'r.number',
};

const row = sql`r.id, r.number, r.person_id as "personId", p.name as "personName", r.kind, r.state,
  r.received_at as "receivedAt", r.due_at as "dueAt", r.answered_at as "answeredAt"`;
const source = sql`from registry.data_request r join registry.person p on p.city_id = r.city_id and p.id = r.person_id`;

export async function listDataRequests(
  db: Reader,
  ask: { list: ListAsk; now: Date },
): Promise<ListPage<DataRequestRow>> {
  const { list } = ask;
  const from = sql`${source} where r.city_id = ${db.city} and ${narrowed(list, ask.now)}`;
  const { rows } = await sql<DataRequestRow & { counted: bigint }>`
    select ${row}, count(*) over () as counted ${from} order by ${orderOf(list, sortColumns, 'r.id')} ${pageOf(list)}`.execute(
    db,
  );
  const total = Number(rows[0]?.counted ?? 0n);
  return { rows: rows.map(({ counted: _counted, ...one }) => one), total };
}

function narrowed(list: ListAsk, now: Date): RawBuilder<boolean> {
  const { keadaan, jenis } = list.filters;
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (keadaan === 'terlambat') parts.push(isLate(now));
  else if (keadaan) parts.push(sql<boolean>`r.state = ${keadaan}`);
  if (jenis) parts.push(sql<boolean>`r.kind = ${jenis}`);
  if (list.q)
    parts.push(
      sql<boolean>`(r.number ilike ${containing(list.q)} or p.name ilike ${containing(list.q)})`,
    );
  return sql.join<boolean>(parts, sql` and `);
}

function isLate(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(r.state = 'open' and r.due_at < ${now}::timestamptz)`;
}

export async function countDataRequests(db: Reader, now: Date): Promise<DataRequestCounts> {
  const { rows } = await sql<Record<keyof DataRequestCounts, bigint>>`
    select count(*) filter (where r.state = 'open') as open, count(*) filter (where ${isLate(now)}) as late,
      count(*) filter (where r.state <> 'open') as answered,
      count(*) filter (where r.answered_at <= r.due_at) as "inTime"
    from registry.data_request r where r.city_id = ${db.city}`.execute(db);
  const n = (name: keyof DataRequestCounts) => Number(rows[0]?.[name] ?? 0n);
  return { open: n('open'), late: n('late'), answered: n('answered'), inTime: n('inTime') };
}

/** One request, or null. */
export async function findDataRequest(db: Reader, id: string): Promise<DataRequestDetail | null> {
  const { rows } = await sql<DataRequestDetail>`
    select ${row}, p.state as "personState", r.channel, r.proof, r.words, r.field, r.value,
      r.recorded_name as "recordedName", r.recorded_at as "recordedAt", r.answer, r.answered_name as "answeredName"
    ${source} where r.city_id = ${db.city} and r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What a person asked of her data before, the newest first. */
export async function requestsOfPerson(db: Reader, personId: string): Promise<DataRequestRow[]> {
  const { rows } = await sql<DataRequestRow>`
    select ${row} ${source} where r.city_id = ${db.city} and r.person_id = ${personId}
    order by r.received_at desc, r.id limit 50`.execute(db);
  return rows;
}
