import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { OwnerRole } from '../business/owner.ts';
import type { Sector } from './business-store.ts';
import type { GroupRole, GroupState } from '../group.ts';

/** A person in the list of people and businesses. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
  readonly business: string | null;
  readonly sector: Sector | null;
  readonly group: string | null;
  readonly phone: string | null;
}

export const personFilters = ['kecamatan', 'sector', 'kelompok', 'keadaan'] as const;
export const personSorts = ['name', 'kelurahan'] as const;

/** Each is an index: a page of a million people is read along it and never sorted. */
const orders: Record<(typeof personSorts)[number], { asc: string; desc: string }> = {
  name: { asc: 'p.name, p.id', desc: 'p.name desc, p.id desc' },
  kelurahan: {
    asc: 'p.kelurahan_code, p.name, p.id',
    desc: 'p.kelurahan_code desc, p.name desc, p.id desc',
  },
};

/** Counting further costs more than it tells: whoever looks through ten thousand rows should narrow the list. */
const countedAtMost = 10_000;

/** The area a person list is narrowed to: kelurahan and kecamatan of residence, and the scope's own groups. */
export function livesWithin(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(p.kecamatan_code = any(${[...scope.kecamatan]}::text[])
    or p.kelurahan_code = any(${[...scope.kelurahan]}::text[])
    or p.id = any(array(select m.person_id from registry.membership m
      where m.city_id = platform.current_city() and m.valid_to is null and m.group_id = any(${[...scope.group]}::uuid[]))))`;
}

/** Whose name, business, product or telephone holds what was typed; at most `most` of them. */
export function matching(db: Reader, words: string, most: number): RawBuilder<boolean> {
  const digits = words.replace(/\D/g, '').replace(/^(62|0)/, '');
  return sql<boolean>`p.id = any(array(select registry.people_matching(${db.city}, ${containing(words)},
    ${digits.length >= 5 ? `%${digits}%` : null}, ${most})))`;
}

/** Who is on a list: on the register, within the area, as filtered and searched. Every test is one an index can answer. */
function listed(db: Reader, ask: { scope: Scope; list: ListAsk }): RawBuilder<unknown> {
  const { list } = ask;
  const { kecamatan, sector, kelompok, keadaan } = list.filters;
  const inGroup = sql`array(select m.person_id from registry.membership m where m.city_id = ${db.city} and m.valid_to is null)`;
  const tests = [
    sql`p.city_id = ${db.city}`,
    sql`p.state in ('provisional', 'registered')`,
    livesWithin(ask.scope),
  ];
  if (keadaan) tests.push(sql`p.state = ${keadaan === 'sementara' ? 'provisional' : 'registered'}`);
  if (kecamatan) tests.push(sql`p.kecamatan_code = ${kecamatan}`);
  if (sector)
    tests.push(sql`exists (select from registry.business b where b.city_id = p.city_id and b.owner_id = p.id
      and b.state = 'active' and b.sector = ${sector})`);
  if (kelompok)
    tests.push(kelompok === 'ya' ? sql`p.id = any(${inGroup})` : sql`p.id <> all(${inGroup})`);
  if (list.q !== '') tests.push(matching(db, list.q, countedAtMost));
  return sql`from registry.person p where ${sql.join(tests, sql` and `)}`;
}

/**
 * People with their first business and their group, within somebody's area. Merged and restricted ones are left out.
 * The total is counted up to ten thousand; `more` says that there are others.
 */
export async function listPeople(
  db: Reader,
  ask: { scope: Scope; list: ListAsk },
): Promise<ListPage<PersonRow>> {
  const { list } = ask;
  const order = sql.raw(orders[list.sort === 'kelurahan' ? 'kelurahan' : 'name'][list.direction]);
  const columns = sql`p.id, p.name, p.phone, p.kelurahan_code, p.kecamatan_code`;
  const who = sql`select ${columns} ${listed(db, ask)}`;
  // A search is looked up once for the page and its count; a list without one is read along its index and no further,
  // and counted on the index alone.
  const found = list.q === '' ? sql`` : sql`with found as materialized (${who})`;
  const source =
    list.q === '' ? sql`(select 1 ${listed(db, ask)} limit ${countedAtMost + 1}) p` : sql`found p`;
  const { rows } = await sql<PersonRow & { counted: bigint }>`
    ${found}
    select p.id, p.name, p.phone, kel.name as kelurahan, kec.name as kecamatan, b.name as business, b.sector, g.name as "group",
      (select count(*) from ${source}) as counted
    from (select ${columns} ${list.q === '' ? listed(db, ask) : sql`from found p`} order by ${order}
      ${pageOf(list)}) p
    left join lateral (select b.name, b.sector from registry.business b
      where b.city_id = ${db.city} and b.owner_id = p.id and b.state = 'active' order by b.created_at, b.id limit 1) b on true
    left join lateral (select g.name from registry.membership m
        join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
      where m.city_id = ${db.city} and m.person_id = p.id and m.valid_to is null
      order by m.valid_from desc, m.id limit 1) g on true
    left join registry.region kel on kel.city_id = ${db.city} and kel.code = p.kelurahan_code
    left join registry.region kec on kec.city_id = ${db.city} and kec.code = p.kecamatan_code
    order by ${order}`.execute(db);
  const total = Number(rows[0]?.counted ?? 0n);
  return {
    rows: rows.map(({ counted: _counted, ...row }) => row),
    total: Math.min(total, countedAtMost),
    more: total > countedAtMost,
  };
}

export interface PersonBusiness {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly sector: Sector;
  readonly nib: string | null;
  readonly kelurahan: string | null;
  /** What she is beside its first owner; null where she is the first. */
  readonly role: OwnerRole | null;
}

export interface PersonMembership {
  readonly groupId: string;
  readonly groupName: string;
  readonly groupState: GroupState;
  readonly role: GroupRole;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
}

/** A person opened. NIK and KK show their last four digits only; reading them whole is a command with a reason. */
export interface PersonDetail {
  readonly id: string;
  readonly name: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
  readonly state: string;
  readonly identifiers: readonly {
    readonly kind: 'nik' | 'kk' | 'npwp';
    readonly lastFour: string;
  }[];
  /** The family card shown last: its month, its end, and how many of its people are on the register. */
  readonly household: {
    readonly period: string;
    readonly lastFour: string;
    readonly members: number;
  } | null;
  readonly businesses: readonly PersonBusiness[];
  readonly memberships: readonly PersonMembership[];
  readonly cards: readonly {
    readonly number: string;
    readonly token: string;
    readonly hasPin: boolean;
  }[];
}

/**
 * One person within the asker's area, or null: another area's person is not said to exist. Somebody restricted is found
 * only where she herself asks about her data.
 */
export async function findPerson(
  db: Reader,
  ask: { scope: Scope; personId: string; restrictedToo?: true },
): Promise<PersonDetail | null> {
  const { rows } = await sql<PersonDetail>`
    select p.id, p.name, p.sex, p.born_on as "bornOn", p.phone, p.address, p.state, kel.name as kelurahan, kec.name as kecamatan,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'lastFour', i.last_four) order by i.kind)
        from (select distinct on (i.kind) i.kind, i.last_four from registry.identifier i where i.city_id = p.city_id
          and i.person_id = any (array(select registry.records_of(p.city_id, p.id))) order by i.kind, i.person_id <> p.id) i), '[]') as identifiers,
      (select jsonb_build_object('period', h.period, 'lastFour', h.last_four, 'members', (select count(distinct o.person_id)
          from registry.household_member o join registry.person q on q.city_id = o.city_id and q.id = o.person_id
            and q.state <> 'merged' where o.city_id = h.city_id and o.household_id = h.id))
        from registry.household_member m join registry.household h on h.city_id = m.city_id and h.id = m.household_id
        where m.city_id = p.city_id and m.person_id = any (array(select registry.records_of(p.city_id, p.id))) order by h.period desc, m.recorded_at desc limit 1) as household,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'product', b.product, 'sector', b.sector,
          'nib', b.nib, 'kelurahan', r.name, 'role', w.role) order by w.role nulls first, b.created_at, b.id)
        from registry.business b left join registry.region r on r.city_id = b.city_id and r.code = b.kelurahan_code
          left join lateral (select o.role from registry.business_owner o where o.city_id = b.city_id and o.business_id = b.id
            and o.valid_to is null and o.person_id = any (array(select registry.records_of(p.city_id, p.id))) limit 1) w on true
        where b.city_id = p.city_id and b.state = 'active' and (b.owner_id = any (array(select registry.records_of(p.city_id, p.id)))
          or b.id in (select o.merged_into from registry.business o where o.city_id = p.city_id and o.merged_into is not null
            and o.owner_id = any (array(select registry.records_of(p.city_id, p.id))))
          or b.id in (select o.business_id from registry.business_owner o where o.city_id = p.city_id and o.valid_to is null
            and o.person_id = any (array(select registry.records_of(p.city_id, p.id)))))), '[]') as businesses,
      coalesce((select jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name, 'groupState', g.state, 'role', m.role,
          'from', m.valid_from, 'to', m.valid_to) order by m.valid_from desc)
        from registry.membership m join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
        where m.city_id = p.city_id and m.person_id = any (array(select registry.records_of(p.city_id, p.id)))), '[]') as memberships,
      coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'token', c.token, 'hasPin', c.pin_hash is not null))
        from registry.member_card c where c.city_id = p.city_id and c.person_id = any (array(select registry.records_of(p.city_id, p.id)))
          and c.revoked_at is null), '[]') as cards
    from registry.person p
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    left join registry.region kec on kec.city_id = p.city_id and kec.code = p.kecamatan_code
    where p.city_id = ${db.city} and p.id = ${ask.personId} and (p.state in ('provisional', 'registered') or (p.state = 'restricted' and ${ask.restrictedToo === true}))
      and ${livesWithin(ask.scope)}`.execute(db);
  return rows[0] ?? null;
}
