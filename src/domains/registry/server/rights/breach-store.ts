import { sql } from 'kysely';
import { takeNumbers } from '#domains/access/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ToldParty } from '../../rights/breach.ts';
import type { RecordBreach } from '../../rights/breach-input.ts';
import { dueOf } from '../../rights/data-request.ts';

/** The moment of the city's clock that a form gave as `2026-11-22T14:05`. */
export async function momentOf(db: Reader, given: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select ${given}::timestamp at time zone c.time_zone as at from access.city c where c.city_id = ${db.city}`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new Error(`the city ${db.city} has no clock`);
  return found.at;
}

/** Everybody a list of a kelurahan or a kecamatan names. */
export async function peopleOfPlace(db: Reader, code: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from registry.person where city_id = ${db.city} and state in ('provisional', 'registered', 'restricted')
      and (kelurahan_code = ${code} or kecamatan_code = ${code}) order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** The members a group had on a day: those its papers name. */
export async function peopleOfGroup(
  db: Reader,
  group: { id: string; on: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.person_id as id from registry.membership m
    where m.city_id = ${db.city} and m.group_id = ${group.id} and m.valid_from <= ${group.on}::date
      and (m.valid_to is null or m.valid_to >= ${group.on}::date) order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** Writes an incident down under the next number of its year. @returns its number, such as `INS-2026-0001` */
export async function insertBreach(
  tx: Tx,
  breach: RecordBreach & { found: Date; people: readonly string[] },
  context: CommandContext,
): Promise<string> {
  const year = Number(context.today.slice(0, 4));
  const taken = await takeNumbers(tx, { name: 'breach', year, count: 1 });
  const number = `INS-${year}-${String(taken).padStart(4, '0')}`;
  const { actor, now, id } = context;
  const reach = (kind: string, value: string | null | undefined) =>
    breach.kind === kind ? (value ?? null) : null;
  await sql`
    insert into registry.breach (city_id, id, number, kind, device_id, place_code, group_id, what, remedy, happened_on,
      found_at, due_at, people, recorded_at, recorded_by, recorded_name)
    values (${tx.city}, ${id}, ${number}, ${breach.kind}, ${reach('lost-phone', breach.deviceId)}::uuid,
      ${reach('wrong-export', breach.placeCode)}, ${reach('group-papers', breach.groupId)}::uuid, ${breach.what},
      ${breach.remedy}, ${breach.happenedOn}::date, ${breach.found}::timestamptz, ${dueOf(breach.found)}::timestamptz,
      ${breach.people.length}, ${now}::timestamptz, ${actor.userId}::uuid, ${actor.name})`.execute(
    tx,
  );
  await sql`
    insert into registry.breach_person (city_id, breach_id, person_id)
    select ${tx.city}, ${id}, unnest(${[...breach.people]}::uuid[])`.execute(tx);
  return number;
}

/** An incident taken to note who was told. */
export interface TakenBreach {
  readonly number: string;
  /** Whether it was taken back as a mistake. */
  readonly withdrawn: boolean;
  readonly foundAt: Date;
  readonly told: readonly ToldParty[];
}

export async function takeBreach(tx: Tx, id: string): Promise<TakenBreach | null> {
  const { rows } = await sql<Omit<TakenBreach, 'told'>>`
    select number, found_at as "foundAt", withdrawn_at is not null as withdrawn from registry.breach
    where city_id = ${tx.city} and id = ${id} for update`.execute(tx);
  const [breach] = rows;
  if (!breach) return null;
  const told = await sql<{ told: ToldParty }>`
    select told from registry.breach_notice where city_id = ${tx.city} and breach_id = ${id}`.execute(
    tx,
  );
  return { ...breach, told: told.rows.map((row) => row.told) };
}

export async function insertNotice(
  tx: Tx,
  notice: { breachId: string; party: ToldParty; at: Date; how: string },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`
    insert into registry.breach_notice (city_id, breach_id, told, told_at, how, noted_by, noted_name, noted_at)
    values (${tx.city}, ${notice.breachId}, ${notice.party}, ${notice.at}::timestamptz, ${notice.how}, ${actor.userId}::uuid,
      ${actor.name}, ${now}::timestamptz)`.execute(tx);
}

export async function withdrawBreachRow(
  tx: Tx,
  { id, why }: { id: string; why: string },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`
    update registry.breach set withdrawn_at = ${now}::timestamptz, withdrawn_by = ${actor.userId}::uuid,
      withdrawn_name = ${actor.name}, withdrawn_why = ${why}
    where city_id = ${tx.city} and id = ${id}`.execute(tx);
}
