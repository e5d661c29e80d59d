import { sql } from 'kysely';
import { numbersTaken } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor, Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CaseEvent, CaseNow, CaseState, CaseTopic } from '../case.ts';
import { caseProblems } from '../problems.ts';

/** A case as a command needs it. */
export interface StoredCase extends CaseNow {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly personId: string | null;
}

/** Where a case lies, for who may. @throws Refusal `voice.unknown-case` */
export async function placeOfCase(db: Reader, caseId: string): Promise<Place> {
  const { rows } = await sql<{
    department_id: string | null;
    kecamatan_code: string | null;
    group_id: string | null;
    kelurahan_code: string | null;
  }>`
    select c.department_id, c.kecamatan_code, c.group_id, g.kelurahan_code
    from voice.case c left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and c.id = ${caseId}`.execute(db);
  const row = rows[0];
  if (!row) throw caseProblems.unknownCase();
  return {
    department: row.department_id,
    kecamatan: row.kecamatan_code,
    kelurahan: row.kelurahan_code,
    group: row.group_id,
  };
}

/** Locks a case so that two steps at once follow one another. @throws Refusal `voice.unknown-case` */
export async function getCase(tx: Tx, caseId: string): Promise<StoredCase> {
  const { rows } = await sql<{
    id: string;
    number: string;
    text: string;
    state: CaseState;
    department_id: string | null;
    due_on: BusinessDate | null;
    answer: string | null;
    person_id: string | null;
  }>`
    select id, number, text, state, department_id, due_on, answer, person_id from voice.case
    where city_id = ${tx.city} and id = ${caseId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw caseProblems.unknownCase();
  return {
    id: row.id,
    number: row.number,
    text: row.text,
    state: row.state,
    departmentId: row.department_id,
    dueOn: row.due_on,
    answer: row.answer,
    personId: row.person_id,
  };
}

/** A step that was decided, and the case after it. */
export interface TakenStep {
  readonly caseId: string;
  readonly event: CaseEvent;
  readonly after: CaseNow;
  readonly by: Actor;
  readonly now: Date;
}

/** Writes the step and the state it leads to. */
export async function writeStep(tx: Tx, step: TakenStep): Promise<void> {
  const { caseId, event, after, by, now } = step;
  const note = 'note' in event ? event.note : null;
  const assigned = event.kind === 'assigned' ? event : null;
  await sql`
    insert into voice.case_event (city_id, id, case_id, kind, at, by_user, by_name, note, department_id, due_on)
    values (${tx.city}, ${newId()}, ${caseId}, ${event.kind}, ${now}, ${by.userId}, ${by.name}, ${note},
      ${assigned?.departmentId ?? null}, ${assigned?.dueOn ?? null})`.execute(tx);
  await sql`
    update voice.case set state = ${after.state}, department_id = ${after.departmentId}, due_on = ${after.dueOn}, answer = ${after.answer},
      answered_at = case when ${event.kind} = 'answered' then ${now}::timestamptz when ${event.kind} = 'reopened' then null else answered_at end,
      answered_by = case when ${event.kind} = 'answered' then ${by.userId}::uuid when ${event.kind} = 'reopened' then null else answered_by end,
      closed_at = case when ${event.kind} = 'closed' then ${now}::timestamptz when ${event.kind} = 'reopened' then null else closed_at end
    where city_id = ${tx.city} and id = ${caseId}`.execute(tx);
}

/** A case about to be raised; with a department it is assigned in the same breath. */
export interface NewCase {
  readonly id: string;
  readonly origin: 'meeting' | 'visit' | 'citizen' | 'partner';
  readonly originId: string | null;
  readonly topic: CaseTopic;
  readonly text: string;
  readonly groupId: string | null;
  readonly personId: string | null;
  readonly kecamatan: string | null;
  readonly assigned: { readonly departmentId: string; readonly dueOn: BusinessDate } | null;
}

/**
 * Inserts cases and their first steps in one statement, which numbers them in the order given: the counter, for which
 * everybody else waits, is held for no round trip.
 *
 * @returns number by case
 */
export async function insertCases(
  tx: Tx,
  raised: { cases: readonly NewCase[]; by: Actor; now: Date; today: BusinessDate },
): Promise<Map<string, string>> {
  const year = Number(raised.today.slice(0, 4));
  const rows = raised.cases.map((one, index) => ({
    id: one.id,
    place: index + 1,
    origin: one.origin,
    origin_id: one.originId,
    topic: one.topic,
    text: one.text,
    group_id: one.groupId,
    person_id: one.personId,
    kecamatan_code: one.kecamatan,
    department_id: one.assigned?.departmentId ?? null,
    due_on: one.assigned?.dueOn ?? null,
    raised_event: newId(),
    assigned_event: newId(),
  }));
  const written = await sql<{ id: string; number: string }>`
    with taken as (${numbersTaken(tx, { name: 'case', year, count: rows.length })}
    ), given as materialized (
      select r.*, concat('SW-', ${year}::int, '-', lpad(n::text, greatest(5, length(n::text)), '0')) as number
      from taken, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, place int, origin text, origin_id uuid,
        topic text, text text, group_id uuid, person_id uuid, kecamatan_code text, department_id uuid, due_on date,
        raised_event uuid, assigned_event uuid),
        lateral (select taken.before + r.place as n) as numbered
    ), cases as (
      insert into voice.case (city_id, id, number, origin, origin_id, topic, text, group_id, person_id, kecamatan_code,
        department_id, due_on, state, raised_at, raised_by, raised_on)
      select ${tx.city}, id, number, origin, origin_id, topic, text, group_id, person_id, kecamatan_code, department_id, due_on,
        case when department_id is null then 'raised' else 'assigned' end, ${raised.now}, ${raised.by.userId}, ${raised.today}
      from given
    ), steps as (
      insert into voice.case_event (city_id, id, case_id, kind, at, by_user, by_name, department_id, due_on)
      select ${tx.city}, raised_event, id, 'raised', ${raised.now}::timestamptz, ${raised.by.userId}::uuid, ${raised.by.name}, null, null from given
      union all
      select ${tx.city}, assigned_event, id, 'assigned', ${raised.now}, ${raised.by.userId}, ${raised.by.name}, department_id, due_on
      from given where department_id is not null
    )
    select id, number from given`.execute(tx);
  return new Map(written.rows.map((row) => [row.id, row.number]));
}

/** Which of these ids are departments that may be given a case today. */
export async function departmentsAmong(
  db: Reader,
  ids: readonly string[],
  today: BusinessDate,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; short_name: string }>`
    select id, short_name from partners.institution
    where city_id = ${db.city} and id = any (${[...ids]}::uuid[]) and kind in ('department', 'plut')
      and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`.execute(db);
  return new Map(rows.map((row) => [row.id, row.short_name]));
}
