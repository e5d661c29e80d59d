import { sql } from 'kysely';
import { z } from 'zod';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { GroupEventKind, GroupRole, GroupState } from '../group.ts';
import type { Sector } from '../sector.ts';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly state: GroupState;
  readonly sector: Sector;
  readonly kelurahan: string;
  readonly kecamatan: string;
  readonly members: number;
  readonly ketua: string | null;
  readonly mentor: string | null;
  readonly decree: string | null;
  readonly validTo: string | null;
}

const sortColumns = {
  name: 'g.name',
  kecamatan: 'kec.name',
  members: 'm.members',
  validTo: 'g.valid_to',
};

/** Groups within somebody's jurisdiction. Filters: `state`, `kecamatan` (its code). */
export async function listGroups(
  db: Reader,
  scope: Scope,
  ask: ListAsk,
): Promise<ListPage<GroupRow>> {
  const state = ask.filters.state ?? null;
  const kecamatan = ask.filters.kecamatan ?? null;
  const like = containing(ask.q);
  const { rows } = await sql<GroupRow & { total: bigint }>`
    select g.id, g.name, g.state, g.sector, kel.name as kelurahan, kec.name as kecamatan, g.valid_to as "validTo",
      m.members, k.ketua, u.name as mentor, d.number as decree, count(*) over () as total
    from registry.business_group g
    join registry.region kel on kel.city_id = g.city_id and kel.code = g.kelurahan_code
    join registry.region kec on kec.city_id = g.city_id and kec.code = g.kecamatan_code
    left join access.user_account u on u.city_id = g.city_id and u.id = g.mentor_id
    left join lateral (
      select count(*)::int as members from registry.membership ms
      where ms.city_id = g.city_id and ms.group_id = g.id and ms.valid_to is null
    ) m on true
    left join lateral (
      select max(p.name) as ketua from registry.membership ms
      join registry.person p on p.city_id = ms.city_id and p.id = ms.person_id
      where ms.city_id = g.city_id and ms.group_id = g.id and ms.valid_to is null and ms.role = 'ketua'
    ) k on true
    left join lateral (
      select de.number from registry.decree_group dg
      join registry.decree de on de.city_id = dg.city_id and de.id = dg.decree_id
      where dg.city_id = g.city_id and dg.group_id = g.id order by de.created_at desc limit 1
    ) d on true
    where g.city_id = ${db.city} and ${within(scope)}
      and (${state}::text is null or g.state = ${state})
      and (${kecamatan}::text is null or g.kecamatan_code = ${kecamatan})
      and (${ask.q} = '' or g.name ilike ${like} or k.ketua ilike ${like} or kel.name ilike ${like})
    order by ${orderOf(ask, sortColumns, 'g.id')} ${pageOf(ask)}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** How many groups stand in each state, and the members of those in force. */
export async function countGroups(
  db: Reader,
  scope: Scope,
): Promise<{ state: GroupState; groups: number; members: number }[]> {
  const { rows } = await sql<{ state: GroupState; groups: number; members: number }>`
    select g.state, count(*)::int as groups, coalesce(sum(m.members), 0)::int as members
    from registry.business_group g
    left join lateral (
      select count(*) as members from registry.membership ms
      where ms.city_id = g.city_id and ms.group_id = g.id and ms.valid_to is null
    ) m on true
    where g.city_id = ${db.city} and ${within(scope)}
    group by g.state`.execute(db);
  return rows;
}

export interface GroupHead extends GroupRow {
  readonly programme: string;
  readonly kelurahanCode: string;
  readonly kecamatanCode: string;
  readonly validFrom: string | null;
}

/** One group, if the jurisdiction covers it. */
export async function findGroup(
  db: Reader,
  groupId: string,
  scope: Scope,
): Promise<GroupHead | undefined> {
  if (!z.uuid().safeParse(groupId).success) return undefined;
  const { rows } = await sql<GroupHead>`
    select g.id, g.name, g.state, g.sector, g.programme, kel.name as kelurahan, kec.name as kecamatan,
      g.kelurahan_code as "kelurahanCode", g.kecamatan_code as "kecamatanCode",
      g.valid_from as "validFrom", g.valid_to as "validTo", u.name as mentor,
      (select count(*)::int from registry.membership ms
        where ms.city_id = g.city_id and ms.group_id = g.id and ms.valid_to is null) as members,
      null as ketua, null as decree
    from registry.business_group g
    join registry.region kel on kel.city_id = g.city_id and kel.code = g.kelurahan_code
    join registry.region kec on kec.city_id = g.city_id and kec.code = g.kecamatan_code
    left join access.user_account u on u.city_id = g.city_id and u.id = g.mentor_id
    where g.city_id = ${db.city} and g.id = ${groupId} and ${within(scope)}`.execute(db);
  return rows[0];
}

export interface GroupStep {
  readonly kind: GroupEventKind;
  readonly at: Date;
  readonly byUser: string;
  readonly byName: string;
  readonly note: string | null;
  readonly decreeNumber: string | null;
}

export async function listGroupSteps(db: Reader, groupId: string): Promise<GroupStep[]> {
  const { rows } = await sql<GroupStep>`
    select e.kind, e.at, e.by_user as "byUser", e.by_name as "byName", e.note, d.number as "decreeNumber"
    from registry.group_event e
    left join registry.decree d on d.city_id = e.city_id and d.id = e.decree_id
    where e.city_id = ${db.city} and e.group_id = ${groupId} order by e.at, e.id`.execute(db);
  return rows;
}

export interface GroupMemberRow {
  readonly personId: string;
  readonly name: string;
  readonly role: GroupRole;
  readonly business: string | null;
  readonly product: string | null;
  readonly nib: string | null;
  readonly phone: string | null;
  readonly since: string;
  readonly cardId: string | null;
  readonly cardNumber: string | null;
  readonly hasPin: boolean;
}

/** Members of today, officers first. */
export async function listGroupMembers(db: Reader, groupId: string): Promise<GroupMemberRow[]> {
  const { rows } = await sql<GroupMemberRow>`
    select p.id as "personId", p.name, m.role, b.name as business, b.product, b.nib, p.phone, m.valid_from as since,
      c.id as "cardId", c.number as "cardNumber", c.pin_set_at is not null as "hasPin"
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    left join registry.member_card c on c.city_id = m.city_id and c.membership_id = m.id and c.revoked_at is null
    where m.city_id = ${db.city} and m.group_id = ${groupId} and m.valid_to is null
    order by array_position(array['ketua', 'sekretaris', 'bendahara', 'anggota'], m.role), p.name_key, p.id`.execute(
    db,
  );
  return rows;
}

export interface GroupDecree {
  readonly id: string;
  readonly kind: 'recognition' | 'amendment' | 'withdrawal';
  readonly number: string;
  readonly title: string;
  readonly signedOn: string;
}

export async function listGroupDecrees(db: Reader, groupId: string): Promise<GroupDecree[]> {
  const { rows } = await sql<GroupDecree>`
    select d.id, d.kind, d.number, d.title, d.signed_on as "signedOn"
    from registry.decree d
    join registry.decree_group dg on dg.city_id = d.city_id and dg.decree_id = d.id
    where d.city_id = ${db.city} and dg.group_id = ${groupId} order by d.created_at desc`.execute(
    db,
  );
  return rows;
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly kelurahan: string | null;
  readonly businessId: string | null;
  readonly business: string | null;
  readonly product: string | null;
  /** The group of the same programme she is in already; she cannot be chosen then. */
  readonly group: string | null;
}

/** People who could join a group of a programme, by name, business, product or kelurahan; at most 60. */
export async function findCandidates(
  db: Reader,
  asked: {
    programme: string;
    /** Where the people must live. */
    scope: Scope;
    q: string;
    kelurahanCode?: string | undefined;
    personIds?: readonly string[];
  },
): Promise<Candidate[]> {
  const like = containing(asked.q);
  const people = asked.personIds ?? null;
  const { rows } = await sql<Candidate>`
    select p.id as "personId", p.name, kel.name as kelurahan, b.id as "businessId", b.name as business, b.product, g.name as "group"
    from registry.person p
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    left join lateral (
      select id, name, product from registry.business
      where city_id = p.city_id and owner_id = p.id and state = 'active' order by id limit 1
    ) b on true
    left join registry.membership m on m.city_id = p.city_id and m.person_id = p.id
      and m.programme = ${asked.programme} and m.valid_to is null
    left join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    where p.city_id = ${db.city} and p.state <> 'merged' and ${livesWithin(asked.scope)}
      and (${people}::uuid[] is null or p.id = any(${people}::uuid[]))
      and (${asked.kelurahanCode ?? null}::text is null or p.kelurahan_code = ${asked.kelurahanCode ?? null})
      and (${asked.q} = '' or p.name ilike ${like} or b.name ilike ${like} or b.product ilike ${like} or kel.name ilike ${like})
    order by g.id is not null, p.name_key, p.id limit ${people ? 200 : 60}`.execute(db);
  return rows;
}

export async function findPersonNames(
  db: Reader,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from registry.person where city_id = ${db.city} and id = any(${personIds}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Groups that wait for the head of department, so that one decree can take them all. */
export async function listVerifiedGroups(
  db: Reader,
): Promise<{ id: string; name: string; members: number }[]> {
  const { rows } = await sql<{ id: string; name: string; members: number }>`
    select g.id, g.name, (select count(*)::int from registry.membership m
      where m.city_id = g.city_id and m.group_id = g.id and m.valid_to is null) as members
    from registry.business_group g
    where g.city_id = ${db.city} and g.state = 'verified' order by g.name, g.id`.execute(db);
  return rows;
}

/** Lenders see groups of the whole city: they lend to groups, and the public annex names them anyway. */
function within(scope: Scope): RawBuilder<boolean> {
  if (scope.all || scope.institution.length > 0) return sql<boolean>`true`;
  return sql<boolean>`(g.kecamatan_code = any(${scope.kecamatan}::text[]) or g.kelurahan_code = any(${scope.kelurahan}::text[])
    or g.id = any(${scope.group}::uuid[]))`;
}

function livesWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(p.kelurahan_code = any(${scope.kelurahan}::text[])
    or left(p.kelurahan_code, 8) = any(${scope.kecamatan}::text[]))`;
}
