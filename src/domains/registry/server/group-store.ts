import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { CommandContext, Place } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { groupNameKey, nextState, stateOf } from '../group.ts';
import type {
  Group,
  GroupEvent,
  GroupEventKind,
  GroupMember,
  GroupRole,
  GroupState,
} from '../group.ts';
import type { ProposeGroup } from '../group-input.ts';
import { groupProblems } from '../group-problems.ts';

/** A group as commands load it: locked, with its life and its members of today. */
export interface StoredGroup extends Group {
  readonly id: string;
  readonly programme: string;
  readonly sector: string;
  readonly kelurahanCode: string;
  readonly kecamatanCode: string;
  readonly state: GroupState;
  readonly validTo: string | null;
}

/** Where commands about a group act. @throws Refusal when there is no such group in the city */
export async function placeOfGroup(tx: Tx, groupId: string): Promise<Place> {
  const { rows } = await sql<{ kelurahan: string; kecamatan: string }>`
    select kelurahan_code as kelurahan, kecamatan_code as kecamatan from registry.business_group
    where city_id = ${tx.city} and id = ${groupId}`.execute(tx);
  if (!rows[0]) throw groupProblems.groupNotFound();
  return { ...rows[0], group: groupId };
}

/** Loads groups and locks them in order of id, so that two commands never wait for each other in a ring. */
export async function getGroups(tx: Tx, groupIds: readonly string[]): Promise<StoredGroup[]> {
  const { rows } = await sql<Omit<StoredGroup, 'events' | 'members'>>`
    select id, name, programme, sector, kelurahan_code as "kelurahanCode", kecamatan_code as "kecamatanCode",
      state, valid_to as "validTo"
    from registry.business_group
    where city_id = ${tx.city} and id = any(${groupIds}::uuid[]) order by id for update`.execute(
    tx,
  );
  if (rows.length < new Set(groupIds).size) throw groupProblems.groupNotFound();
  const { rows: events } = await sql<GroupEvent & { groupId: string }>`
    select group_id as "groupId", kind, by_user as "byUser" from registry.group_event
    where city_id = ${tx.city} and group_id = any(${groupIds}::uuid[]) order by at, id`.execute(tx);
  const { rows: members } = await sql<GroupMember & { groupId: string }>`
    select group_id as "groupId", person_id as "personId", role from registry.membership
    where city_id = ${tx.city} and group_id = any(${groupIds}::uuid[]) and valid_to is null
    order by id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    events: events.filter((event) => event.groupId === row.id),
    members: members.filter((member) => member.groupId === row.id),
  }));
}

export async function getGroup(tx: Tx, groupId: string): Promise<StoredGroup> {
  const [group] = await getGroups(tx, [groupId]);
  if (!group) throw groupProblems.groupNotFound();
  return group;
}

/** Writes a new group. @throws Refusal when the kelurahan is unknown or the name is taken */
export async function addGroup(tx: Tx, body: ProposeGroup, context: CommandContext): Promise<void> {
  const { rows: places } = await sql<{ kecamatan: string }>`
    select parent_code as kecamatan from registry.region
    where city_id = ${tx.city} and code = ${body.kelurahanCode} and level = 'kelurahan'`.execute(
    tx,
  );
  const place = places[0];
  if (!place) throw groupProblems.unknownPlace();
  const { rows } = await sql`
    insert into registry.business_group (city_id, id, programme, name, name_key, sector, kelurahan_code, kecamatan_code,
      state, mentor_id, created_at)
    values (${tx.city}, ${body.groupId}, ${body.programme}, ${body.name}, ${groupNameKey(body.name)}, ${body.sector},
      ${body.kelurahanCode}, ${place.kecamatan}, 'proposed', ${body.mentorId}, ${context.now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw groupProblems.groupNameTaken({ name: body.name });
}

export interface NewMember extends GroupMember {
  readonly businessId: string | null;
}

/**
 * Puts people into a group from today. The unique index on (programme, person) guards against two groups taking the
 * same person at the same moment.
 *
 * @throws Refusal when one is unknown, or still belongs to another group of the programme
 */
export async function addMembers(
  tx: Tx,
  group: { id: string; programme: string; today: string },
  members: readonly NewMember[],
): Promise<void> {
  const list = JSON.stringify(members.map((member) => ({ id: newId(), ...member })));
  const { rows } = await sql<{ personId: string }>`
    insert into registry.membership (city_id, id, group_id, person_id, business_id, programme, role, valid_from)
    select ${tx.city}, m.id, ${group.id}, p.id, b.id, ${group.programme}, m.role, ${group.today}::date
    from jsonb_to_recordset(${list}::jsonb) as m (id uuid, "personId" uuid, "businessId" uuid, role text)
    join registry.person p on p.city_id = ${tx.city} and p.id = m."personId" and p.state <> 'merged'
    left join lateral (
      select id from registry.business
      where city_id = ${tx.city} and owner_id = p.id and state = 'active' and (m."businessId" is null or id = m."businessId")
      order by id limit 1
    ) b on true
    where m."businessId" is null or b.id is not null
    on conflict do nothing
    returning person_id as "personId"`.execute(tx);
  if (rows.length === members.length) return;
  const added = new Set(rows.map((row) => row.personId));
  const missing = members
    .filter((member) => !added.has(member.personId))
    .map((member) => member.personId);
  const { rows: who } = await sql<{ name: string; group: string }>`
    select p.name, g.name as "group" from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    where m.city_id = ${tx.city} and m.programme = ${group.programme} and m.valid_to is null
      and m.person_id = any(${missing}::uuid[]) order by p.name`.execute(tx);
  throw who.length > 0 ? groupProblems.memberElsewhere({ who }) : groupProblems.unknownMember();
}

/** Ends memberships today; all of the group where no people are named. Their cards stop with them. */
export async function endMemberships(
  tx: Tx,
  ending: { groupId: string; personIds?: readonly string[]; context: CommandContext; why: string },
): Promise<void> {
  const people = ending.personIds ?? null;
  await sql`
    with ended as (
      update registry.membership set valid_to = ${ending.context.today}
      where city_id = ${tx.city} and group_id = ${ending.groupId} and valid_to is null
        and (${people}::uuid[] is null or person_id = any(${people}::uuid[]))
      returning id
    )
    update registry.member_card c set revoked_at = ${ending.context.now}, revoked_why = ${ending.why}
    from ended where c.city_id = ${tx.city} and c.membership_id = ended.id and c.revoked_at is null`.execute(
    tx,
  );
}

/** Gives members other offices; offices are given up before they are taken, since each exists once. */
export async function changeRoles(
  tx: Tx,
  groupId: string,
  roles: readonly { personId: string; role: GroupRole }[],
): Promise<void> {
  const people = roles.map((each) => each.personId);
  await sql`
    update registry.membership set role = 'anggota'
    where city_id = ${tx.city} and group_id = ${groupId} and valid_to is null and person_id = any(${people}::uuid[])`.execute(
    tx,
  );
  await sql`
    update registry.membership m set role = r.role
    from jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) as r ("personId" uuid, role text)
    where m.city_id = ${tx.city} and m.group_id = ${groupId} and m.valid_to is null and m.person_id = r."personId"`.execute(
    tx,
  );
}

/** Adds steps to the life of groups and keeps their state, which is the fold of those steps. */
export async function recordSteps(
  tx: Tx,
  context: CommandContext,
  steps: readonly {
    group: StoredGroup;
    kinds: readonly GroupEventKind[];
    note?: string;
    decreeId?: string;
  }[],
): Promise<void> {
  const events = steps.flatMap(({ group, kinds, note, decreeId }) =>
    kinds.map((kind) => ({
      id: newId(),
      groupId: group.id,
      kind,
      note: note ?? null,
      decreeId: decreeId ?? null,
    })),
  );
  await addEvents(tx, context, events);
  const states = steps.map(({ group, kinds }) => ({ id: group.id, state: folded(group, kinds) }));
  await sql`
    update registry.business_group g set state = s.state
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as s (id uuid, state text)
    where g.city_id = ${tx.city} and g.id = s.id`.execute(tx);
}

/** The first step: the group was written as proposed. */
export async function recordProposal(
  tx: Tx,
  context: CommandContext,
  proposal: { groupId: string; note: string },
): Promise<void> {
  const { groupId, note } = proposal;
  await addEvents(tx, context, [
    { id: newId(), groupId, kind: 'proposed', note: note || null, decreeId: null },
  ]);
}

interface NewEvent {
  id: string;
  groupId: string;
  kind: GroupEventKind;
  note: string | null;
  decreeId: string | null;
}

async function addEvents(
  tx: Tx,
  context: CommandContext,
  events: readonly NewEvent[],
): Promise<void> {
  await sql`
    insert into registry.group_event (city_id, id, group_id, kind, at, by_user, by_name, note, decree_id)
    select ${tx.city}, e.id, e."groupId", e.kind, ${context.now}, ${context.actor.userId}, ${context.actor.name}, e.note, e."decreeId"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as e (id uuid, "groupId" uuid, kind text, note text, "decreeId" uuid)`.execute(tx);
}

function folded(group: StoredGroup, kinds: readonly GroupEventKind[]): GroupState {
  let state = stateOf(group.events);
  for (const kind of kinds) state = nextState(state, kind) ?? state;
  return state;
}
