import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { CaseState, CaseTopic } from '../case.ts';
import type { caseSorts } from '../case-list.ts';

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly topic: CaseTopic;
  readonly text: string;
  readonly state: CaseState;
  readonly departmentName: string | null;
  readonly groupName: string | null;
  readonly kecamatanName: string | null;
  readonly raisedOn: BusinessDate;
  readonly dueOn: BusinessDate | null;
  /** Days past the due date while an answer is owed; null when none is. */
  readonly overdueDays: number | null;
}

/** How many cases wait, how many of them too long, and how many are done, within what the reader may see. */
export interface CaseCounts {
  readonly waiting: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly answered: number;
  readonly closed: number;
}

export interface CaseAsk {
  readonly scope: Scope;
  readonly today: BusinessDate;
}

const sortColumns: Record<(typeof caseSorts)[number], string> = {
  due: `case when c.state in ('answered', 'closed') then null else c.due_on end`,
  raised: 'c.raised_at',
  number: 'c.number',
  department: 'd.short_name',
  group: 'g.name',
};

export async function listCases(
  db: Reader,
  ask: CaseAsk & { list: ListAsk },
): Promise<ListPage<CaseRow>> {
  const from = sql`
    from voice.case c
    left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    left join registry.region k on k.city_id = c.city_id and k.code = c.kecamatan_code
    where c.city_id = ${db.city} and ${withinScope(ask.scope)} and ${narrowed(ask.list, ask.today)}`;
  const { rows } = await sql<CaseRow>`
    select c.id, c.number, c.topic, c.text, c.state, d.short_name as "departmentName", g.name as "groupName", k.name as "kecamatanName",
      c.raised_on as "raisedOn", c.due_on as "dueOn",
      case when ${isOverdue(ask.today)} then ${ask.today}::date - c.due_on end as "overdueDays"
    ${from} order by ${orderOf(ask.list, sortColumns, 'c.id')} ${pageOf(ask.list)}`.execute(db);
  const { rows: counted } = await sql<{ n: bigint }>`select count(*) as n ${from}`.execute(db);
  return { rows, total: Number(counted[0]?.n ?? 0n) };
}

export async function countCases(db: Reader, ask: CaseAsk): Promise<CaseCounts> {
  const { rows } = await sql<Record<keyof CaseCounts, bigint>>`
    select count(*) filter (where c.state not in ('answered', 'closed')) as waiting,
      count(*) filter (where ${isOverdue(ask.today)}) as overdue,
      count(*) filter (where c.state not in ('answered', 'closed') and c.due_on between ${ask.today}::date and ${ask.today}::date + 6) as "dueThisWeek",
      count(*) filter (where c.state = 'answered') as answered, count(*) filter (where c.state = 'closed') as closed
    from voice.case c left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and ${withinScope(ask.scope)}`.execute(db);
  const row = rows[0];
  const n = (name: keyof CaseCounts) => Number(row?.[name] ?? 0n);
  return {
    waiting: n('waiting'),
    overdue: n('overdue'),
    dueThisWeek: n('dueThisWeek'),
    answered: n('answered'),
    closed: n('closed'),
  };
}

export interface CaseStep {
  readonly kind: CaseState;
  readonly at: Date;
  readonly byName: string;
  readonly note: string | null;
  readonly departmentName: string | null;
  readonly dueOn: BusinessDate | null;
}

export interface CaseDetail extends CaseRow {
  readonly origin: 'meeting' | 'visit' | 'citizen' | 'partner';
  readonly originId: string | null;
  readonly originOn: BusinessDate | null;
  readonly answer: string | null;
  readonly departmentId: string | null;
  readonly kecamatanCode: string | null;
  readonly kelurahanCode: string | null;
  readonly groupId: string | null;
  readonly personName: string | null;
  readonly steps: readonly CaseStep[];
}

/** One case with its history; null when it is not there or not within the reader's scope. */
export async function findCase(
  db: Reader,
  ask: CaseAsk & { caseId: string },
): Promise<CaseDetail | null> {
  const { rows } = await sql<CaseDetail>`
    select c.id, c.number, c.topic, c.text, c.state, d.short_name as "departmentName", g.name as "groupName", k.name as "kecamatanName",
      c.raised_on as "raisedOn", c.due_on as "dueOn",
      case when ${isOverdue(ask.today)} then ${ask.today}::date - c.due_on end as "overdueDays",
      c.origin, c.origin_id as "originId", coalesce(m.held_on, v.done_on) as "originOn", c.answer, c.department_id as "departmentId",
      c.kecamatan_code as "kecamatanCode", g.kelurahan_code as "kelurahanCode", c.group_id as "groupId", p.name as "personName"
    from voice.case c
    left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    left join registry.region k on k.city_id = c.city_id and k.code = c.kecamatan_code
    left join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    left join mentoring.meeting m on m.city_id = c.city_id and m.id = c.origin_id and c.origin = 'meeting'
    left join mentoring.visit v on v.city_id = c.city_id and v.id = c.origin_id and c.origin = 'visit'
    where c.city_id = ${db.city} and c.id = ${ask.caseId} and ${withinScope(ask.scope)}`.execute(
    db,
  );
  const found = rows[0];
  if (!found) return null;
  const { rows: steps } = await sql<CaseStep>`
    select e.kind, e.at, e.by_name as "byName", e.note, d.short_name as "departmentName", e.due_on as "dueOn"
    from voice.case_event e left join partners.institution d on d.city_id = e.city_id and d.id = e.department_id
    where e.city_id = ${db.city} and e.case_id = ${ask.caseId}
    order by e.at, array_position(array['raised', 'assigned', 'reopened', 'answered', 'closed'], e.kind)`.execute(
    db,
  );
  return { ...found, steps };
}

/** Departments a case may be given to on a day, by short name. */
export async function listDepartments(
  db: Reader,
  today: BusinessDate,
): Promise<{ id: string; name: string; shortName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; shortName: string }>`
    select id, name, short_name as "shortName" from partners.institution
    where city_id = ${db.city} and kind in ('department', 'plut') and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
    order by short_name`.execute(db);
  return rows;
}

/** A case lies in a scope by its department, its kecamatan, or its group and the group's kelurahan. */
function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(c.department_id = any (${[...scope.department]}::uuid[]) or c.kecamatan_code = any (${[...scope.kecamatan]}::text[])
    or g.kelurahan_code = any (${[...scope.kelurahan]}::text[]) or c.group_id = any (${[...scope.group]}::uuid[]))`;
}

function isOverdue(today: BusinessDate): RawBuilder<boolean> {
  return sql<boolean>`(c.state not in ('answered', 'closed') and c.due_on < ${today}::date)`;
}

function narrowed(list: ListAsk, today: BusinessDate): RawBuilder<boolean> {
  const { state, topic, department, kecamatan } = list.filters;
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (state === 'waiting') parts.push(sql<boolean>`c.state not in ('answered', 'closed')`);
  else if (state === 'overdue') parts.push(isOverdue(today));
  else if (state) parts.push(sql<boolean>`c.state = ${state}`);
  if (topic) parts.push(sql<boolean>`c.topic = ${topic}`);
  if (department) parts.push(sql<boolean>`c.department_id::text = ${department}`);
  if (kecamatan) parts.push(sql<boolean>`c.kecamatan_code = ${kecamatan}`);
  if (list.q) {
    const pattern = containing(list.q);
    parts.push(
      sql<boolean>`(c.text ilike ${pattern} or c.number ilike ${pattern} or g.name ilike ${pattern})`,
    );
  }
  return sql.join<boolean>(parts, sql` and `);
}
