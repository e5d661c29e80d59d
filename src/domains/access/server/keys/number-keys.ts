import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';

/** A key of a city by its name; see `access.number_key`. */
export interface NumberKey {
  readonly name: string;
  readonly introducedAt: Date;
  readonly inForceAt: Date | null;
  readonly leftAt: Date | null;
  readonly retiredAt: Date | null;
}

/** Names of the keys that any city still uses; read by the owner, since no city's lock is on yet. */
export async function keysInUse(ownerPool: Pool): Promise<string[]> {
  const { rows } = await ownerPool.query<{ name: string }>(
    'select distinct name from access.number_key where retired_at is null order by name',
  );
  return rows.map(({ name }) => name);
}

/** A city's keys, the newest first. */
export async function listNumberKeys(db: Reader): Promise<NumberKey[]> {
  const { rows } = await sql<NumberKey>`
    select name, introduced_at as "introducedAt", in_force_at as "inForceAt", left_at as "leftAt", retired_at as "retiredAt"
    from access.number_key where city_id = ${db.city} order by introduced_at desc, in_force_at desc nulls first`.execute(
    db,
  );
  return rows;
}

/**
 * For looking numbers up: with the key whose hashes stand in the tables as this snapshot sees them. Hashes change their
 * key all at once, so whatever a snapshot holds is found by it.
 */
export async function numbersIn(db: Reader, sealer: NumberSealer): Promise<KeyedSealer> {
  const { rows } = await sql<{ name: string }>`
    select name from access.number_key
    where city_id = ${db.city} and in_force_at is not null and left_at is null`.execute(db);
  return sealer.under(rows[0]?.name ?? null);
}

/**
 * For writing numbers or copying their hashes: until the transaction ends no other key comes into force. Asked for before
 * anything else of them is read.
 */
export async function holdNumbers(tx: Tx, sealer: NumberSealer): Promise<KeyedSealer> {
  const [, numbers] = await together(holdNumberKey(tx), numbersIn(tx, sealer));
  return numbers;
}

/** The same where hashes are only copied. */
export async function holdNumberKey(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(tx)})`.execute(tx);
}

/** Waits until nobody writes numbers, and keeps all from it until the transaction ends. */
export async function takeNumbersAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockOf(tx)})`.execute(tx);
}

function lockOf(db: Reader) {
  return sql`hashtextextended(${`access.number_key ${db.city}`}, 0)`;
}

/**
 * How many phones were set up before this key was introduced: what they hand in may be sealed to an earlier one, today or
 * when they are found in a drawer.
 */
export async function phonesSealingBefore(db: Reader, key: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from access.device d where d.city_id = ${db.city} and d.revoked_at is null
      and d.enrolled_at < coalesce((select k.introduced_at from access.number_key k
        where k.city_id = ${db.city} and k.name = ${key}), 'infinity')`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

/** Writes down that a key is coming; the one there was, too, where the city never changed its key. */
export async function insertNumberKey(
  tx: Tx,
  { name, oldest, now }: { name: string; oldest: string; now: Date },
): Promise<void> {
  await sql`
    insert into access.number_key (city_id, name, introduced_at, in_force_at)
    select ${tx.city}, ${oldest}, c.created_at, c.created_at from access.city c
    where c.city_id = ${tx.city} and not exists (select from access.number_key k where k.city_id = ${tx.city})`.execute(
    tx,
  );
  await sql`
    insert into access.number_key (city_id, name, introduced_at) values (${tx.city}, ${name}, ${now}::timestamptz)`.execute(
    tx,
  );
}

/** A new city has the newest key from its first day. */
export async function insertFirstKey(
  tx: Tx,
  { name, now }: { name: string; now: Date },
): Promise<void> {
  await sql`
    insert into access.number_key (city_id, name, introduced_at, in_force_at)
    values (${tx.city}, ${name}, ${now}::timestamptz, ${now}::timestamptz)`.execute(tx);
}

/** The coming key is in force from here on. */
export async function putInForce(tx: Tx, name: string, now: Date): Promise<void> {
  await sql`
    update access.number_key set left_at = ${now}::timestamptz
    where city_id = ${tx.city} and in_force_at is not null and left_at is null`.execute(tx);
  await sql`
    update access.number_key set in_force_at = ${now}::timestamptz
    where city_id = ${tx.city} and name = ${name}`.execute(tx);
}

/** Retires every key that was left for another. @returns their names */
export async function retireLeftKeys(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    update access.number_key set retired_at = ${now}::timestamptz
    where city_id = ${tx.city} and left_at is not null and retired_at is null returning name`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}
