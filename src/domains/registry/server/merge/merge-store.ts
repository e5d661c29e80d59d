import { sql } from 'kysely';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { MergeSide } from '../../merge.ts';

/** Two people with their rows taken, in the order of their ids so that two who merge crosswise wait for each other. */
export async function takeSides(
  tx: Tx,
  ids: { readonly personId: string; readonly intoId: string },
): Promise<{ from: MergeSide; into: MergeSide } | null> {
  const { rows } = await sql<MergeSide>`
    with taken as (select * from registry.person where city_id = ${tx.city}
      and id = any (${[ids.personId, ids.intoId]}::uuid[]) order by id for update)
    select p.id, p.name, p.state, p.merged_into as "mergedInto", p.sex,
      (select jsonb_build_object('index', encode(i.blind_index, 'hex'), 'lastFour', i.last_four) from registry.identifier i
        where i.city_id = ${tx.city} and i.person_id = p.id and i.kind = 'nik') as nik
    from taken p`.execute(tx);
  const from = rows.find(({ id }) => id === ids.personId);
  const into = rows.find(({ id }) => id === ids.intoId);
  return from && into ? { from, into } : null;
}

export interface NewMerge {
  readonly id: string;
  readonly from: MergeSide & { readonly state: 'provisional' | 'registered' };
  readonly intoId: string;
  readonly pairId: string | null;
  readonly reason: string;
}

/** Lets one record, and those that led to it, lead to another. Nothing that hangs on it is touched. */
export async function insertMerge(
  tx: Tx,
  merge: NewMerge,
  { actor, now }: CommandContext,
): Promise<void> {
  const { id, from, intoId, pairId, reason } = merge;
  await sql`
    with led as (
      update registry.person set merged_into = ${intoId}::uuid
      where city_id = ${tx.city} and merged_into = ${from.id}::uuid returning id),
    joined as (
      update registry.person set state = 'merged', merged_into = ${intoId}::uuid
      where city_id = ${tx.city} and id = ${from.id} returning id)
    insert into registry.person_merge (city_id, id, person_id, into_id, state_before, also, pair_id, reason, merged_at, merged_by,
      merged_name)
    select ${tx.city}, ${id}::uuid, joined.id, ${intoId}::uuid, ${from.state}, array(select id from led), ${pairId}::uuid, ${reason},
      ${now}::timestamptz, ${actor.userId}::uuid, ${actor.name}
    from joined`.execute(tx);
}

export interface StandingMerge {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly intoId: string;
  readonly intoName: string;
  readonly stateBefore: 'provisional' | 'registered';
  readonly also: readonly string[];
  readonly pairId: string | null;
  readonly undoneName: string | null;
  /** Where the record leads now. */
  readonly leadsTo: string | null;
}

/** A merge with the rows of both people taken. */
export async function takeMerge(tx: Tx, mergeId: string): Promise<StandingMerge | null> {
  const sides = await sidesOfMerge(tx, mergeId);
  if (!sides) return null;
  await sql`select id from registry.person where city_id = ${tx.city} and id = any (${sides}::uuid[]) order by id for update`.execute(
    tx,
  );
  const { rows } = await sql<StandingMerge>`
    select m.id, m.person_id as "personId", p.name as "personName", m.into_id as "intoId", o.name as "intoName",
      m.state_before as "stateBefore", m.also, m.pair_id as "pairId", m.undone_name as "undoneName", p.merged_into as "leadsTo"
    from registry.person_merge m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    join registry.person o on o.city_id = m.city_id and o.id = m.into_id
    where m.city_id = ${tx.city} and m.id = ${mergeId} for update of m`.execute(tx);
  return rows[0] ?? null;
}

/** Whom a merge is about. */
export async function sidesOfMerge(db: Reader, mergeId: string): Promise<string[] | null> {
  const { rows } = await sql<{ personId: string; intoId: string }>`
    select person_id as "personId", into_id as "intoId" from registry.person_merge
    where city_id = ${db.city} and id = ${mergeId}`.execute(db);
  return rows[0] ? [rows[0].personId, rows[0].intoId] : null;
}

/** Gives the record back its own life, and with it those that led to it before. The pair it came from is open again. */
export async function undoMerge(
  tx: Tx,
  merge: StandingMerge,
  undo: { readonly reason: string; readonly context: CommandContext },
): Promise<void> {
  const { actor, now } = undo.context;
  await sql`
    with freed as (
      update registry.person set state = ${merge.stateBefore}, merged_into = null
      where city_id = ${tx.city} and id = ${merge.personId} returning id),
    led as (
      update registry.person set merged_into = ${merge.personId}::uuid
      where city_id = ${tx.city} and id = any (${[...merge.also]}::uuid[]) and merged_into = ${merge.intoId}::uuid returning id),
    reopened as (
      update registry.candidate_pair set state = 'open', reason = null, decided_at = null, decided_by = null, decided_name = null
      where city_id = ${tx.city} and id = ${merge.pairId}::uuid returning id)
    update registry.person_merge set undone_at = ${now}::timestamptz, undone_by = ${actor.userId}::uuid,
      undone_name = ${actor.name}, undone_why = ${undo.reason}
    where city_id = ${tx.city} and id = ${merge.id}`.execute(tx);
}

/** A record that leads to somebody, as her page lists it. */
export interface MergeLine {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly mergedAt: Date;
  readonly mergedName: string;
}

/** Records joined to a person and not taken apart, the latest first: the first is the one that may be undone. */
export async function mergesInto(db: Reader, personId: string): Promise<MergeLine[]> {
  const { rows } = await sql<MergeLine>`
    select m.id, p.name, m.reason, m.merged_at as "mergedAt", m.merged_name as "mergedName"
    from registry.person_merge m join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    where m.city_id = ${db.city} and m.into_id = ${personId} and m.undone_at is null
    order by m.merged_at desc, m.id desc`.execute(db);
  return rows;
}
