import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { PairGround } from '../../business/businesses-alike.ts';
import type { Sector } from '../../sector.ts';
import { livesWithin } from '../person-pages.ts';

/** The newer business of a pair and the owner whose area says who may see it; both sides are still somebody's. */
const waiting = sql`
  from registry.business_pair c
  join registry.business b on b.city_id = c.city_id and b.id = c.business_id and b.state = 'active'
  join registry.business o on o.city_id = c.city_id and o.id = c.other_id and o.state = 'active'
  join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
  join registry.person q on q.city_id = o.city_id and q.id = o.owner_id`;
const stillOpen = sql`c.state in ('open', 'later') and p.state <> 'restricted' and q.state <> 'restricted'`;

export async function countBusinessPairs(db: Reader, scope: Scope): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::int as pairs ${waiting} where c.city_id = ${db.city} and ${stillOpen} and ${livesWithin(scope)}`.execute(
    db,
  );
  return rows[0]?.pairs ?? 0;
}

export interface BusinessPairRow {
  readonly id: string;
  readonly state: 'open' | 'later';
  readonly grounds: readonly PairGround[];
  readonly name: string;
  readonly owner: string;
  readonly otherName: string;
  readonly otherOwner: string;
}

/** Pairs that wait, the longest waiting first, those put aside last. */
export async function listBusinessPairs(
  db: Reader,
  ask: { readonly scope: Scope; readonly limit: number; readonly offset?: number },
): Promise<BusinessPairRow[]> {
  const { rows } = await sql<BusinessPairRow>`
    select c.id, c.state, c.grounds, b.name, p.name as owner, o.name as "otherName", q.name as "otherOwner" ${waiting}
    where c.city_id = ${db.city} and ${stillOpen} and ${livesWithin(ask.scope)}
    order by c.state = 'later', c.found_at, c.id limit ${ask.limit} offset ${ask.offset ?? 0}`.execute(
    db,
  );
  return rows;
}

/** One business of a pair, as it is laid beside the other. */
export interface PairedBusiness {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly sector: Sector;
  readonly kbliCode: string | null;
  readonly nib: string | null;
  readonly owner: string;
  readonly ownerId: string;
  readonly phone: string | null;
  readonly kelurahan: string | null;
  readonly address: string | null;
  readonly startedYear: number | null;
  readonly licences: string | null;
  readonly source: string | null;
}

export interface BusinessPairPage {
  readonly id: string;
  readonly state: 'open' | 'same' | 'different' | 'later';
  readonly grounds: readonly PairGround[];
  readonly business: PairedBusiness;
  readonly other: PairedBusiness;
}

/** A pair of businesses side by side, within the asker's area. */
export async function findBusinessPair(
  db: Reader,
  { scope, pairId }: { readonly scope: Scope; readonly pairId: string },
): Promise<BusinessPairPage | null> {
  const { rows } = await sql<
    Omit<BusinessPairPage, 'business' | 'other'> & { businessId: string; otherId: string }
  >`
    select c.id, c.state, c.grounds, c.business_id as "businessId", c.other_id as "otherId"
    from registry.business_pair c
    join registry.business b on b.city_id = c.city_id and b.id = c.business_id
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    where c.city_id = ${db.city} and c.id = ${pairId} and ${livesWithin(scope)}`.execute(db);
  const pair = rows[0];
  if (!pair) return null;
  const { businessId, otherId, ...rest } = pair;
  const records = await pairedBusinesses(db, [businessId, otherId]);
  const business = records.find(({ id }) => id === businessId);
  const other = records.find(({ id }) => id === otherId);
  return business && other ? { ...rest, business, other } : null;
}

async function pairedBusinesses(db: Reader, ids: readonly string[]): Promise<PairedBusiness[]> {
  const { rows } = await sql<PairedBusiness>`
    select b.id, b.name, b.product, b.sector, b.kbli_code as "kbliCode", b.nib, b.address, b.started_year as "startedYear",
      p.id as "ownerId", p.name as owner, p.phone, coalesce(r.name, b.place_text) as kelurahan,
      (select string_agg(l.number, ', ' order by l.issued_on, l.id) from registry.business_licence l
        where l.city_id = b.city_id and l.business_id = b.id) as licences,
      (select concat_ws(', ', s.origin ->> 'file', s.origin ->> 'sheet', s.origin ->> 'row') from registry.source_value s
        where s.city_id = b.city_id and s.subject_kind = 'business' and s.subject_id = b.id order by s.recorded_at, s.id limit 1) as source
    from registry.business b
    join registry.person w on w.city_id = b.city_id and w.id = b.owner_id
    join registry.person p on p.city_id = w.city_id and p.id = coalesce(w.merged_into, w.id)
    left join registry.region r on r.city_id = b.city_id and r.code = b.kelurahan_code
    where b.city_id = ${db.city} and b.id = any (${[...ids]}::uuid[]) and p.state <> 'restricted'`.execute(
    db,
  );
  return rows;
}

/** A record that leads to a business, as its page lists it. */
export interface JoinedBusiness {
  readonly pairId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly reason: string | null;
  readonly decidedName: string | null;
}

/** Records of which somebody decided that they are this business, the latest first. */
export async function joinedInto(db: Reader, businessId: string): Promise<JoinedBusiness[]> {
  const { rows } = await sql<JoinedBusiness>`
    select c.id as "pairId", b.name, p.id as "ownerId", p.name as owner, c.reason, c.decided_name as "decidedName"
    from registry.business_pair c
    join registry.business b on b.city_id = c.city_id and b.id = c.business_id
    join registry.person w on w.city_id = b.city_id and w.id = b.owner_id
    join registry.person p on p.city_id = w.city_id and p.id = coalesce(w.merged_into, w.id)
    where c.city_id = ${db.city} and c.other_id = ${businessId} and c.state = 'same' and p.state <> 'restricted'
    order by c.decided_at desc, c.id`.execute(db);
  return rows;
}
