import { sql } from 'kysely';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { PairDecision } from '../../field/profile-input.ts';

export interface PairSide {
  readonly id: string;
  readonly name: string;
  readonly state: 'provisional' | 'registered' | 'merged' | 'restricted';
  readonly sex: 'female' | 'male' | null;
}

export interface TakenPair {
  readonly id: string;
  readonly state: 'open' | PairDecision;
  readonly decidedName: string | null;
  readonly person: PairSide;
  readonly other: PairSide;
}

/** Whom a pair is about. */
export async function sidesOfPair(db: Reader, id: string): Promise<string[] | null> {
  const { rows } = await sql<{ personId: string; otherId: string }>`
    select person_id as "personId", other_id as "otherId" from registry.candidate_pair
    where city_id = ${db.city} and id = ${id}`.execute(db);
  return rows[0] ? [rows[0].personId, rows[0].otherId] : null;
}

/** A pair with its row and both people taken, in the order of their ids. */
export async function takePair(tx: Tx, id: string): Promise<TakenPair | null> {
  const sides = await sidesOfPair(tx, id);
  if (!sides) return null;
  await sql`select id from registry.person where city_id = ${tx.city} and id = any (${sides}::uuid[]) order by id for update`.execute(
    tx,
  );
  const { rows } = await sql<TakenPair>`
    select c.id, c.state, c.decided_name as "decidedName",
      jsonb_build_object('id', p.id, 'name', p.name, 'state', p.state, 'sex', p.sex) as person,
      jsonb_build_object('id', o.id, 'name', o.name, 'state', o.state, 'sex', o.sex) as other
    from registry.candidate_pair c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    join registry.person o on o.city_id = c.city_id and o.id = c.other_id
    where c.city_id = ${tx.city} and c.id = ${id} for update of c`.execute(tx);
  return rows[0] ?? null;
}

export async function closePair(
  tx: Tx,
  id: string,
  decided: { decision: PairDecision; reason: string | null; context: CommandContext },
): Promise<void> {
  const { actor, now } = decided.context;
  await sql`
    update registry.candidate_pair set state = ${decided.decision}, reason = ${decided.reason},
      decided_at = ${now}::timestamptz, decided_by = ${actor.userId}::uuid, decided_name = ${actor.name}
    where city_id = ${tx.city} and id = ${id}`.execute(tx);
}

/** The merge a pair was decided by, while it stands. */
export async function mergeOfPair(db: Reader, pairId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from registry.person_merge where city_id = ${db.city} and pair_id = ${pairId}::uuid and undone_at is null`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** The pair waits again, as if nobody had decided it. */
export async function openPairAgain(tx: Tx, pairId: string): Promise<void> {
  await sql`
    update registry.candidate_pair set state = 'open', reason = null, decided_at = null, decided_by = null, decided_name = null
    where city_id = ${tx.city} and id = ${pairId}::uuid`.execute(tx);
}

/** The encounter at which somebody was written down first, and by whom; null for whoever came another way. */
export async function firstEncounter(
  db: Reader,
  personId: string,
): Promise<{ id: string; by: { userId: string; name: string } } | null> {
  const { rows } = await sql<{ id: string; by: { userId: string; name: string } }>`
    select id, jsonb_build_object('userId', by_user, 'name', by_name) as by from registry.encounter where city_id = ${db.city} and person_id = ${personId}
    order by recorded_at limit 1`.execute(db);
  return rows[0] ?? null;
}

/** How many open pairs somebody is in whose other side is still somebody. */
export async function waitingPairsOf(db: Reader, personId: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from registry.candidate_pair c
    join registry.person p on p.city_id = c.city_id and p.id in (c.person_id, c.other_id) and p.id <> ${personId}
    where c.city_id = ${db.city} and c.state = 'open' and p.state in ('provisional', 'registered')
      and (c.person_id = ${personId} or c.other_id = ${personId})`.execute(db);
  return rows[0]?.waiting ?? 0;
}

/** Whether she stands in a group or carries its card. */
export async function isMember(db: Reader, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from registry.membership where city_id = ${db.city} and person_id = ${personId}) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/**
 * Joins a provisional record to the person it turned out to be: its id lives on as another name for hers; businesses,
 * consents, households and a NIK she had not go over to her, and its other pairs are hers now.
 */
export async function absorb(
  tx: Tx,
  { from, into }: { from: string; into: string },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`update registry.person set state = 'merged', merged_into = ${into}::uuid where city_id = ${tx.city} and id = ${from}`.execute(
    tx,
  );
  await sql`update registry.person set merged_into = ${into}::uuid where city_id = ${tx.city} and merged_into = ${from}::uuid`.execute(
    tx,
  );
  await absorbBusinesses(tx, { from, into });
  await sql`
    update registry.identifier i set person_id = ${into}::uuid where i.city_id = ${tx.city} and i.person_id = ${from}
      and not exists (select from registry.identifier o where o.city_id = i.city_id and o.person_id = ${into} and o.kind = i.kind)`.execute(
    tx,
  );
  await sql`
    update registry.consent c set person_id = ${into}::uuid where c.city_id = ${tx.city} and c.person_id = ${from}
      and not exists (select from registry.consent o where o.city_id = c.city_id and o.person_id = ${into}
        and o.purpose = c.purpose and o.withdrawn_at is null)`.execute(tx);
  await sql`
    insert into registry.household_member (city_id, household_id, person_id, recorded_at, recorded_by)
    select city_id, household_id, ${into}::uuid, recorded_at, recorded_by from registry.household_member
    where city_id = ${tx.city} and person_id = ${from} on conflict do nothing`.execute(tx);
  await sql`
    update registry.encounter set known_id = ${into}::uuid, outcome = 'same', decided_at = ${now}::timestamptz,
      decided_by = ${actor.userId}::uuid
    where city_id = ${tx.city} and person_id = ${from}`.execute(tx);
  for (const [side, facing] of [
    [sql`person_id`, sql`other_id`],
    [sql`other_id`, sql`person_id`],
  ] as const) {
    await sql`
      update registry.candidate_pair c set ${side} = ${into}::uuid
      where c.city_id = ${tx.city} and c.${side} = ${from} and c.${facing} <> ${into} and c.state in ('open', 'later')
        and not exists (select from registry.candidate_pair o where o.city_id = c.city_id
          and o.${side} = ${into} and o.${facing} = c.${facing})`.execute(tx);
  }
}

/** Businesses go to their owner; one she has already under that name leads to it. */
async function absorbBusinesses(
  tx: Tx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await sql`
    update registry.business b set state = 'merged', merged_into = (
      select o.id from registry.business o where o.city_id = b.city_id and o.owner_id = ${into} and o.state = 'active'
        and o.name_key = b.name_key order by o.created_at, o.id limit 1)
    where b.city_id = ${tx.city} and b.owner_id = ${from} and b.state = 'active'
      and exists (select from registry.business o where o.city_id = b.city_id and o.owner_id = ${into} and o.state = 'active'
        and o.name_key = b.name_key)`.execute(tx);
  await sql`
    update registry.business b set merged_into = m.merged_into from registry.business m
    where b.city_id = ${tx.city} and m.city_id = b.city_id and b.merged_into = m.id and m.merged_into is not null`.execute(
    tx,
  );
  await sql`update registry.business set owner_id = ${into}::uuid where city_id = ${tx.city} and owner_id = ${from}`.execute(
    tx,
  );
}
