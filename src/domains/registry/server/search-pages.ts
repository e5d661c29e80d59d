import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import { containing } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { livesWithin, matching } from './person-pages.ts';

/** One thing found: what it is called, and one line that tells it from others of that name. */
export interface Hit {
  readonly kind: 'person' | 'business' | 'group';
  readonly id: string;
  /** Whose page opens: the owner's for a business. */
  readonly openId: string;
  readonly name: string;
  readonly kelurahan: string | null;
  readonly about: string | null;
}

/** What may be searched: people and businesses, groups, each within its own scope; null for not at all. */
export interface SearchAsk {
  readonly q: string;
  readonly people: Scope | null;
  readonly groups: Scope | null;
  /** Hits of each kind. */
  readonly limit: number;
}

/**
 * People, businesses and groups whose name (or telephone, or product) contains what was typed; those that begin
 * with it first. Never by NIK: that is looked up on purpose, with a reason.
 */
export async function searchEverything(db: Reader, ask: SearchAsk): Promise<Hit[]> {
  const like = containing(ask.q);
  const start = like.slice(1);
  const digits = ask.q.replace(/\D/g, '').replace(/^(62|0)/, '');
  const phone = digits.length >= 5 ? `%${digits}%` : null;
  const narrowed = { ...ask, like, start, phone };
  const people = ask.people ? await findPeople(db, { ...narrowed, scope: ask.people }) : [];
  const groups = ask.groups ? await findGroups(db, { ...narrowed, scope: ask.groups }) : [];
  return [...groups, ...people];
}

interface Narrowed extends SearchAsk {
  readonly scope: Scope;
  readonly like: string;
  readonly start: string;
  readonly phone: string | null;
}

/** As many matches as are looked at to find the best ten among them. */
const looked = 500;

async function findPeople(db: Reader, ask: Narrowed): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with found as materialized (
      select p.id, p.name, p.kelurahan_code, p.phone from registry.person p
      where p.city_id = ${db.city} and p.state in ('provisional', 'registered') and ${livesWithin(ask.scope)}
        and ${matching(db, ask.q, looked)})
    (select 'person' as kind, p.id, p.id as "openId", p.name, r.name as kelurahan,
        (select b.name from registry.business b where b.city_id = ${db.city} and b.owner_id = p.id and b.state = 'active' limit 1) as about
      from found p left join registry.region r on r.city_id = ${db.city} and r.code = p.kelurahan_code
      where p.name ilike ${ask.like} or (${ask.phone}::text is not null and p.phone like ${ask.phone})
      order by p.name not ilike ${ask.start}, p.name, p.id limit ${ask.limit})
    union all
    (select 'business' as kind, b.id, p.id as "openId", b.name, r.name as kelurahan, p.name as about
      from found p join registry.business b on b.city_id = ${db.city} and b.owner_id = p.id and b.state = 'active'
        left join registry.region r on r.city_id = b.city_id and r.code = b.kelurahan_code
      where b.name ilike ${ask.like} or b.product ilike ${ask.like}
      order by b.name not ilike ${ask.start}, b.name, b.id limit ${ask.limit})`.execute(db);
  return rows;
}

async function findGroups(db: Reader, ask: Narrowed): Promise<Hit[]> {
  const { scope } = ask;
  const within =
    scope.all || scope.institution.length > 0
      ? sql`true`
      : sql`(g.kecamatan_code = any(${scope.kecamatan}::text[]) or g.kelurahan_code = any(${scope.kelurahan}::text[])
          or g.id = any(${scope.group}::uuid[]))`;
  const { rows } = await sql<Hit>`
    select 'group' as kind, g.id, g.id as "openId", g.name, r.name as kelurahan, null as about
    from registry.business_group g left join registry.region r on r.city_id = g.city_id and r.code = g.kelurahan_code
    where g.city_id = ${db.city} and g.name ilike ${ask.like} and ${within}
    order by g.name not ilike ${ask.start}, g.name, g.id limit ${ask.limit}`.execute(db);
  return rows;
}
