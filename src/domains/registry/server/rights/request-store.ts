import { sql } from 'kysely';
import { takeNumbers } from '#domains/access/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { dueOf } from '../../rights/data-request.ts';
import type {
  RequestChannel,
  RequestDecision,
  RequestKind,
  RequestState,
  Standing,
} from '../../rights/data-request.ts';
import type { ReceiveRequest } from '../../rights/rights-input.ts';

/** Writes a request down under the next number of its year. @returns its number, such as `PDP-2026-0003` */
export async function insertRequest(
  tx: Tx,
  request: ReceiveRequest,
  context: CommandContext,
): Promise<string> {
  const year = Number(context.today.slice(0, 4));
  const taken = await takeNumbers(tx, { name: 'data-request', year, count: 1 });
  const number = `PDP-${year}-${String(taken).padStart(4, '0')}`;
  const receivedAt = await receivedAtOf(tx, request, context);
  const { actor, now } = context;
  await sql`
    insert into registry.data_request (city_id, id, number, person_id, kind, channel, proof, words, field, value,
      received_at, due_at, recorded_at, recorded_by, recorded_name)
    values (${tx.city}, ${context.id}, ${number}, ${request.personId}, ${request.kind}, ${request.channel}, ${request.proof},
      ${request.words}, ${request.field}, ${request.value}, ${receivedAt}::timestamptz, ${dueOf(receivedAt)}::timestamptz,
      ${now}::timestamptz, ${actor.userId}::uuid, ${actor.name})`.execute(tx);
  return number;
}

/** An earlier day counts from its first minute in the city: a doubt about the hour is hers to win. */
async function receivedAtOf(
  tx: Tx,
  request: ReceiveRequest,
  { now, today }: CommandContext,
): Promise<Date> {
  if (request.receivedOn === today) return now;
  const { rows } = await sql<{ at: Date }>`
    select ${request.receivedOn}::date::timestamp at time zone c.time_zone as at
    from access.city c where c.city_id = ${tx.city}`.execute(tx);
  return rows[0]?.at ?? now;
}

/** The number of a request of the same kind that is still open, or null. */
export async function openRequestLike(
  db: Reader,
  asked: { personId: string; kind: RequestKind; field: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select number from registry.data_request where city_id = ${db.city} and person_id = ${asked.personId}
      and kind = ${asked.kind} and coalesce(field, '') = ${asked.field ?? ''} and state = 'open'`.execute(
    db,
  );
  return rows[0]?.number ?? null;
}

/** A request taken to be answered; its row is locked, so two answers are one after the other. */
export interface TakenRequest {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: RequestKind;
  readonly channel: RequestChannel;
  readonly state: RequestState;
  readonly field: string | null;
  readonly value: string | null;
  readonly answeredName: string | null;
}

export async function takeRequest(tx: Tx, id: string): Promise<TakenRequest | null> {
  const { rows } = await sql<TakenRequest>`
    select r.id, r.number, r.person_id as "personId", p.name, r.kind, r.channel, r.state, r.field, r.value,
      r.answered_name as "answeredName"
    from registry.data_request r join registry.person p on p.city_id = r.city_id and p.id = r.person_id
    where r.city_id = ${tx.city} and r.id = ${id} for update of r`.execute(tx);
  return rows[0] ?? null;
}

export async function closeRequest(
  tx: Tx,
  id: string,
  answered: { decision: RequestDecision; answer: string; context: CommandContext },
): Promise<void> {
  const { actor, now } = answered.context;
  await sql`
    update registry.data_request set state = ${answered.decision}, answer = ${answered.answer},
      answered_at = ${now}::timestamptz, answered_by = ${actor.userId}::uuid, answered_name = ${actor.name}
    where city_id = ${tx.city} and id = ${id}`.execute(tx);
}

/** What the registry itself knows that stands against erasing a person; money is asked of the domains above. */
export async function standingOf(
  db: Reader,
  { personId, today }: { personId: string; today: BusinessDate },
  hasMoney: (db: Reader, personId: string) => Promise<boolean>,
): Promise<Standing | null> {
  const { rows } = await sql<Omit<Standing, 'money'>>`
    select p.state, exists (select from registry.membership m join registry.decree_group d on d.city_id = m.city_id
        and d.group_id = m.group_id
      where m.city_id = p.city_id and m.person_id = any (array(select registry.records_of(p.city_id, p.id)))) as "inDecree",
      (select jsonb_build_object('until', h.until_on, 'why', h.why) from registry.legal_hold h
        where h.city_id = p.city_id and h.person_id = any (array(select registry.records_of(p.city_id, p.id))) and h.lifted_at is null
          and h.until_on >= ${today}::date order by h.until_on desc limit 1) as held
    from registry.person p where p.city_id = ${db.city} and p.id = ${personId}`.execute(db);
  const [known] = rows;
  return known ? { ...known, money: await hasMoney(db, personId) } : null;
}

/** Restricts the use of a person's data for a request, which keeps what her record was. */
export async function restrictPerson(tx: Tx, request: TakenRequest): Promise<void> {
  await sql`
    with was as (select state from registry.person where city_id = ${tx.city} and id = ${request.personId}),
      kept as (update registry.data_request r set state_before = was.state from was
        where r.city_id = ${tx.city} and r.id = ${request.id})
    update registry.person set state = 'restricted' where city_id = ${tx.city} and id = ${request.personId}`.execute(
    tx,
  );
}

/** Lifts a restriction: the record is again what it was before. @returns whether it was restricted */
export async function unrestrictPerson(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    update registry.person p set state = coalesce((select r.state_before from registry.data_request r
        where r.city_id = p.city_id and r.person_id = p.id and r.state_before is not null
        order by r.answered_at desc limit 1), 'registered')
    where p.city_id = ${tx.city} and p.id = ${personId} and p.state = 'restricted' returning p.id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Takes everything of a person out of the registry. What may stand against it was asked before. */
export async function erasePerson(tx: Tx, personId: string, today: BusinessDate): Promise<void> {
  await sql`select registry.erase_person(${tx.city}, ${personId}, ${today}::date)`.execute(tx);
}

/** Her consents that stand. */
export async function standingConsents(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from registry.consent where city_id = ${tx.city} and person_id = any (array(select registry.records_of(${tx.city}, ${personId}))) and withdrawn_at is null
    order by id for update`.execute(tx);
  return rows.map((row) => row.id);
}
