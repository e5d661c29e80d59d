import { sql } from 'kysely';
import type { BusinessRecord } from '../../business/businesses-alike.ts';
import type { RecordBusinessPairs } from '../../business/pair-input.ts';
import type { PairDecision } from '../../field/profile-input.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';

/** Every business of the register as it is compared, the oldest record first, under the living record of its owner. */
export async function readBusinesses(db: Reader): Promise<BusinessRecord[]> {
  const { rows } = await sql<BusinessRecord>`
    select b.id, p.id as "ownerId", p.name_key as "ownerKey", p.phone, b.name, b.product, b.kelurahan_code as "kelurahanCode",
      b.address
    from registry.business b
    join registry.person o on o.city_id = b.city_id and o.id = b.owner_id
    join registry.person p on p.city_id = o.city_id and p.id = coalesce(o.merged_into, o.id)
    where b.city_id = ${db.city} and b.state = 'active' and p.state in ('provisional', 'registered')
    order by b.created_at, b.id`.execute(db);
  return rows;
}

/** Keeps pairs that were not known in either order; businesses joined meanwhile are left out. @returns how many are new */
export async function insertBusinessPairs(
  tx: Tx,
  { pairs }: RecordBusinessPairs,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into registry.business_pair (city_id, id, business_id, other_id, grounds, found_at)
    select ${tx.city}, f.id, f."businessId", f."otherId", f.grounds, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as f (id uuid, "businessId" uuid, "otherId" uuid, grounds text[])
    join registry.business b on b.city_id = ${tx.city} and b.id = f."businessId" and b.state = 'active'
    join registry.business o on o.city_id = ${tx.city} and o.id = f."otherId" and o.state = 'active'
    where not exists (select from registry.business_pair k where k.city_id = ${tx.city}
      and ((k.business_id = f."businessId" and k.other_id = f."otherId")
        or (k.business_id = f."otherId" and k.other_id = f."businessId")))
    on conflict do nothing
    returning id`.execute(tx);
  return rows.length;
}

export interface BusinessSide {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'closed' | 'merged';
}

export interface TakenBusinessPair {
  readonly id: string;
  readonly state: 'open' | PairDecision;
  readonly decidedName: string | null;
  readonly led: readonly string[] | null;
  readonly business: BusinessSide;
  readonly other: BusinessSide;
}

/** The owners of both businesses of a pair; null for no pair. */
export async function ownersOfPair(db: Reader, pairId: string): Promise<string[] | null> {
  const { rows } = await sql<{ owners: string[] }>`
    select array[b.owner_id, o.owner_id] as owners from registry.business_pair c
    join registry.business b on b.city_id = c.city_id and b.id = c.business_id
    join registry.business o on o.city_id = c.city_id and o.id = c.other_id
    where c.city_id = ${db.city} and c.id = ${pairId}`.execute(db);
  return rows[0]?.owners ?? null;
}

/** A pair with its row and both businesses taken, in the order of their ids. */
export async function takeBusinessPair(tx: Tx, pairId: string): Promise<TakenBusinessPair | null> {
  await sql`
    select b.id from registry.business b join registry.business_pair c on c.city_id = b.city_id and b.id in (c.business_id, c.other_id)
    where b.city_id = ${tx.city} and c.id = ${pairId} order by b.id for update of b`.execute(tx);
  const { rows } = await sql<TakenBusinessPair>`
    select c.id, c.state, c.decided_name as "decidedName", c.led,
      jsonb_build_object('id', b.id, 'name', b.name, 'state', b.state) as business,
      jsonb_build_object('id', o.id, 'name', o.name, 'state', o.state) as other
    from registry.business_pair c
    join registry.business b on b.city_id = c.city_id and b.id = c.business_id
    join registry.business o on o.city_id = c.city_id and o.id = c.other_id
    where c.city_id = ${tx.city} and c.id = ${pairId} for update of c`.execute(tx);
  return rows[0] ?? null;
}

/** Lets the newer record, and those that led to it, lead to the other. Nothing that hangs on it is touched. @returns those that led */
export async function joinBusinesses(tx: Tx, pair: TakenBusinessPair): Promise<readonly string[]> {
  const into = pair.other.id;
  const { rows } = await sql<{ id: string }>`
    update registry.business set merged_into = ${into}::uuid
    where city_id = ${tx.city} and merged_into = ${pair.business.id}::uuid returning id`.execute(
    tx,
  );
  await sql`update registry.business set state = 'merged', merged_into = ${into}::uuid
    where city_id = ${tx.city} and id = ${pair.business.id}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Gives the newer record its own life back, and with it those that led to it before. */
export async function partBusinesses(tx: Tx, pair: TakenBusinessPair): Promise<void> {
  await sql`update registry.business set state = 'active', merged_into = null
    where city_id = ${tx.city} and id = ${pair.business.id}`.execute(tx);
  await sql`update registry.business set merged_into = ${pair.business.id}::uuid
    where city_id = ${tx.city} and id = any (${[...(pair.led ?? [])]}::uuid[]) and merged_into = ${pair.other.id}::uuid`.execute(
    tx,
  );
}

export async function closeBusinessPair(
  tx: Tx,
  pairId: string,
  decided: {
    readonly decision: PairDecision;
    readonly reason: string | null;
    readonly led: readonly string[] | null;
    readonly context: CommandContext;
  },
): Promise<void> {
  const { actor, now } = decided.context;
  await sql`
    update registry.business_pair set state = ${decided.decision}, reason = ${decided.reason},
      led = ${decided.led && [...decided.led]}::uuid[], decided_at = ${now}::timestamptz, decided_by = ${actor.userId}::uuid,
      decided_name = ${actor.name}
    where city_id = ${tx.city} and id = ${pairId}`.execute(tx);
}

/** The pair waits again, as if nobody had decided it. */
export async function openBusinessPairAgain(tx: Tx, pairId: string): Promise<void> {
  await sql`
    update registry.business_pair set state = 'open', reason = null, led = null, decided_at = null, decided_by = null,
      decided_name = null
    where city_id = ${tx.city} and id = ${pairId}`.execute(tx);
}
