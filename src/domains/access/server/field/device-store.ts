import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RoleAssignment } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';

/** A phone as a request from it is judged. */
export interface KnownDevice {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  /** Of today: whoever lost a role has lost it on her phone too. */
  readonly roles: readonly RoleAssignment[];
  readonly revokedAt: Date | null;
  readonly userClosed: boolean;
  readonly pushSecretHash: Buffer;
  readonly readSecretHash: Buffer;
}

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export async function findDevice(
  db: Reader,
  asked: { deviceId: string; now: Date },
): Promise<KnownDevice | undefined> {
  const { rows } = await sql<KnownDevice>`
    select d.id, d.user_id as "userId", u.name as "userName", d.revoked_at as "revokedAt", u.closed_at is not null as "userClosed",
      d.push_secret_hash as "pushSecretHash", d.read_secret_hash as "readSecretHash",
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'jurisdiction', r.jurisdiction, 'at', r.jurisdiction_id))
        from access.role_assignment r where r.city_id = d.city_id and r.user_id = d.user_id
          and r.valid_from <= ${asked.now}::timestamptz::date and (r.valid_to is null or r.valid_to >= ${asked.now}::timestamptz::date)), '[]') as roles
    from access.device d join access.user_account u on u.city_id = d.city_id and u.id = d.user_id
    where d.city_id = ${db.city} and d.id = ${asked.deviceId}`.execute(db);
  return rows[0];
}

/** The phone whose secret for handing in this is; undefined for a revoked one. */
export async function findDeviceBySecret(db: Reader, secret: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select d.id from access.device d
    join access.user_account u on u.city_id = d.city_id and u.id = d.user_id and u.closed_at is null
    where d.city_id = ${db.city} and d.push_secret_hash = ${secretHash(secret)} and d.revoked_at is null`.execute(
    db,
  );
  return rows[0]?.id;
}

/**
 * How many rows of the register a phone carries, and which documents are on it after a fetch; like a sight of it this is
 * no command.
 */
export async function noteScope(
  tx: Tx,
  scope: { deviceId: string; rows: number; held: readonly string[]; now: Date },
): Promise<void> {
  const held = [...scope.held];
  await sql`update access.device set scope_rows = ${scope.rows}, held = ${held}::text[], held_at = ${scope.now}::timestamptz
    where city_id = ${tx.city} and id = ${scope.deviceId}
      and (scope_rows <> ${scope.rows} or held is distinct from ${held}::text[])`.execute(tx);
}

/** The documents a phone held after its last fetch, with the day of it; null before it fetched anything. */
export async function heldOnPhone(
  db: Reader,
  deviceId: string,
): Promise<{ keys: readonly string[]; at: Date } | null> {
  const { rows } = await sql<{ keys: string[] | null; at: Date }>`
    select held as keys, held_at as at from access.device where city_id = ${db.city} and id = ${deviceId}`.execute(
    db,
  );
  const [found] = rows;
  return found?.keys ? { keys: found.keys, at: found.at } : null;
}

/** Whose a phone is; undefined for one that was never enrolled here. */
export async function findOwner(
  db: Reader,
  deviceId: string,
): Promise<{ userId: string; revokedAt: Date | null; name: string } | undefined> {
  const { rows } = await sql<{ userId: string; revokedAt: Date | null; name: string }>`
    select user_id as "userId", revoked_at as "revokedAt", name from access.device
    where city_id = ${db.city} and id = ${deviceId}`.execute(db);
  return rows[0];
}

export interface NewDevice {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Hexadecimal SHA-256 each. */
  readonly pushSecretHash: string;
  readonly readSecretHash: string;
  readonly now: Date;
}

/** Enrols a phone, or gives it new secrets when its own user enrols it again. */
export async function putDevice(tx: Tx, device: NewDevice): Promise<void> {
  const [push, read] = [device.pushSecretHash, device.readSecretHash];
  await sql`
    insert into access.device (city_id, id, user_id, name, push_secret_hash, read_secret_hash, enrolled_at, last_seen_at)
    values (${tx.city}, ${device.id}, ${device.userId}, ${device.name}, decode(${push}, 'hex'), decode(${read}, 'hex'), ${device.now}, ${device.now})
    on conflict (city_id, id) do update set name = excluded.name, push_secret_hash = excluded.push_secret_hash,
      read_secret_hash = excluded.read_secret_hash, last_seen_at = excluded.last_seen_at`.execute(
    tx,
  );
}

/** Phones of a user that are not revoked. */
export async function countLiveDevices(db: Reader, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from access.device
    where city_id = ${db.city} and user_id = ${userId} and revoked_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function revokeDeviceRow(
  tx: Tx,
  revoked: { deviceId: string; by: string; why: string; now: Date },
): Promise<void> {
  await sql`
    update access.device set revoked_at = ${revoked.now}, revoked_by = ${revoked.by}, revoked_why = ${revoked.why}
    where city_id = ${tx.city} and id = ${revoked.deviceId}`.execute(tx);
}

/** What a phone tells of itself when it comes: how much it still holds, and what it no longer holds. */
export interface SightOfDevice {
  readonly deviceId: string;
  readonly pending: { readonly count: number; readonly oldestAt: string | null };
  readonly lost: readonly number[];
  readonly now: Date;
}

/**
 * Notes that a phone was here. Like the sign of life of a session this is no command: it changes nothing but what is
 * known of the phone. Answers the highest number that arrived from it and the gaps below.
 */
export async function noteSight(
  tx: Tx,
  sight: SightOfDevice,
): Promise<{ highestSeq: number; missing: number[] }> {
  const { rows } = await sql<{ highest: bigint; missing: bigint[] }>`
    with known as (
      select d.whole_until, greatest(d.whole_until, coalesce((select max(c.seq) from access.device_command c
        where c.city_id = d.city_id and c.device_id = d.id), 0)) as highest
      from access.device d where d.city_id = ${tx.city} and d.id = ${sight.deviceId}
    ), gaps as (
      select array(select n from generate_series(k.whole_until + 1, k.highest) n
        where not exists (select from access.device_command c
          where c.city_id = ${tx.city} and c.device_id = ${sight.deviceId} and c.seq = n)
        order by n limit 1000) as missing, k.highest from known k
    )
    update access.device d set last_seen_at = greatest(d.last_seen_at, ${sight.now}), pending_count = ${sight.pending.count},
      pending_oldest_at = case when ${sight.pending.count}::int > 0 then ${sight.pending.oldestAt}::timestamptz end,
      lost_numbers = array(select distinct n from unnest(d.lost_numbers || ${[...sight.lost]}::int[]) n
        where n = any (g.missing) order by n),
      whole_until = coalesce(g.missing[1] - 1, g.highest)
    from gaps g where d.city_id = ${tx.city} and d.id = ${sight.deviceId}
    returning g.highest, g.missing`.execute(tx);
  const row = rows[0];
  return { highestSeq: Number(row?.highest ?? 0n), missing: (row?.missing ?? []).map(Number) };
}
