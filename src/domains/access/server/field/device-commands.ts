import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Words } from '#kernel/words.ts';
import type { CommandEnvelope, CommandOrigin, Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { clockWasOff } from '../../device.ts';
import { deviceProblems } from '../../device-problems.ts';
import type { FieldFlag } from '../../field-rule.ts';

export type NotedStatus =
  | 'applied'
  | 'needs-review'
  | 'refused'
  | 'quarantined'
  | 'discarded'
  | 'replaced';

/** What became of a command a phone handed in. */
export interface DeviceCommand {
  readonly deviceId: string;
  readonly seq: number;
  readonly commandId: string;
  /** SHA-256 of its content, hexadecimal; null where its number was given away before it arrived. */
  readonly digest: string | null;
  readonly status: NotedStatus;
  readonly code: string | null;
  readonly problem: { readonly words?: Words; readonly field?: string } | null;
  /** What it answered, where it was applied. */
  readonly answer: Json;
}

/**
 * The receipt of a command from a phone and its number there, in one statement. `numbered` is false where the number,
 * or the command, is already noted with another ending: refused, set aside or discarded.
 */
export async function claimFromDevice(
  tx: Tx,
  envelope: CommandEnvelope & { device: CommandOrigin },
  at: { hash: Buffer; now: Date },
): Promise<{ first: boolean; numbered: boolean }> {
  const { device } = envelope;
  const { rows } = await sql<{ first: boolean; numbered: boolean }>`
    with claimed as (
      insert into access.command_receipt (city_id, id, kind, version, body_hash, actor_id)
      values (${tx.city}, ${envelope.id}, ${envelope.kind}, ${envelope.version}, ${at.hash}, ${envelope.actor.userId})
      on conflict do nothing returning id
    ), numbered as (${numberSql(tx, envelope, at.now)} from claimed on conflict do nothing returning 1)
    select exists (select from claimed) as first, exists (select from numbered) as numbered`.execute(
    tx,
  );
  const claimed = rows[0] ?? { first: false, numbered: false };
  if (claimed.numbered && device.replaces?.length) await replace(tx, device, at.now);
  return claimed;
}

/**
 * The same for several that repair nothing, in one statement and in the order of their ids, so that two senders of the
 * same ones wait for each other and never crosswise. Answers the ids that are claimed and numbered by this.
 */
export async function claimFromDeviceAll(
  tx: Tx,
  claimed: readonly (CommandEnvelope & { device: CommandOrigin; hash: Buffer })[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = claimed.map(({ id, kind, version, hash, actor, device }) => ({
    ...{ id, kind, version, hash: hash.toString('hex'), actor: actor.userId },
    ...{ device: device.deviceId, seq: device.seq, digest: device.digest, made_at: device.madeAt },
    flags: flagsOf(device, now),
  }));
  const { rows: numbered } = await sql<{ id: string }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, kind text, version int, hash text, actor uuid,
        device uuid, seq bigint, digest text, made_at timestamptz, flags text[])
      order by id
    ), claimed as (
      insert into access.command_receipt (city_id, id, kind, version, body_hash, actor_id)
      select ${tx.city}, id, kind, version, decode(hash, 'hex'), actor from given order by id
      on conflict do nothing returning id
    )
    insert into access.device_command (city_id, device_id, seq, command_id, kind, body_hash, status, flags, made_at, received_at)
    select ${tx.city}, g.device, g.seq, g.id, g.kind, decode(g.digest, 'hex'), 'applied', g.flags, g.made_at, ${now}::timestamptz
    from given g join claimed c on c.id = g.id order by g.id
    on conflict do nothing returning command_id as id`.execute(tx);
  return new Set(numbered.map(({ id }) => id));
}

/** The number of a command that had been done by another way under the same id: then the number is not missing. */
export async function numberDone(
  tx: Tx,
  envelope: CommandEnvelope & { device: CommandOrigin },
  now: Date,
): Promise<void> {
  await sql`${numberSql(tx, envelope, now)} from (select ${envelope.id}::uuid as id) done on conflict do nothing`.execute(
    tx,
  );
}

function numberSql(
  tx: Tx,
  { device, kind }: CommandEnvelope & { device: CommandOrigin },
  now: Date,
): RawBuilder<unknown> {
  return sql`insert into access.device_command (city_id, device_id, seq, command_id, kind, body_hash, status, flags, made_at, received_at)
    select ${tx.city}, ${device.deviceId}::uuid, ${device.seq}::bigint, id, ${kind}, decode(${device.digest}, 'hex'), 'applied',
      ${flagsOf(device, now)}::text[], ${device.madeAt}::timestamptz, ${now}::timestamptz`;
}

function flagsOf(device: CommandOrigin, now: Date): FieldFlag[] {
  return clockWasOff(device, now) ? ['clock-skew'] : [];
}

/**
 * Gives away the numbers of refused commands to their repair, whether they had arrived or not: none of them is done any
 * more.
 *
 * @throws Refusal `access.repaired-stands` where one of them was done after all
 */
async function replace(tx: Tx, device: CommandOrigin, now: Date): Promise<void> {
  const given = device.replaces ?? [];
  const { rows } = await sql`
    insert into access.device_command (city_id, device_id, seq, command_id, kind, status, made_at, received_at)
    select ${tx.city}, r.device_id, r.seq, r.id, 'unknown', 'replaced', ${now}::timestamptz, ${now}::timestamptz
    from unnest(${given.map((one) => one.deviceId)}::uuid[], ${given.map((one) => one.seq)}::bigint[],
      ${given.map((one) => one.id)}::uuid[]) as r (device_id, seq, id)
    on conflict (city_id, device_id, seq) do update set status = 'replaced'
      where device_command.command_id = excluded.command_id
        and device_command.status in ('refused', 'quarantined', 'replaced', 'discarded')
    returning 1`.execute(tx);
  if (rows.length < given.length) throw deviceProblems.repairedStands();
}

export async function addFlags(
  tx: Tx,
  device: CommandOrigin,
  flags: readonly FieldFlag[],
): Promise<void> {
  await sql`
    update access.device_command set flags = array(select distinct unnest(flags || ${[...flags]}::text[]))
    where city_id = ${tx.city} and device_id = ${device.deviceId} and seq = ${device.seq}`.execute(
    tx,
  );
}

/** What is known of these commands, and of these numbers of phones: one statement. */
export async function findDeviceCommands(
  db: Reader,
  asked: {
    readonly ids: readonly string[];
    readonly numbers: readonly { readonly deviceId: string; readonly seq: number }[];
  },
): Promise<DeviceCommand[]> {
  const { rows } = await sql<Omit<DeviceCommand, 'seq'> & { seq: bigint }>`
    with found as (
      select c.device_id, c.seq from access.device_command c
      where c.city_id = ${db.city} and c.command_id = any (${[...asked.ids]}::uuid[])
      union
      select n.device_id, n.seq
      from unnest(${asked.numbers.map((one) => one.deviceId)}::uuid[], ${asked.numbers.map((one) => one.seq)}::bigint[]) as n (device_id, seq)
    )
    select c.device_id as "deviceId", c.seq, c.command_id as "commandId", encode(c.body_hash, 'hex') as digest, c.status, c.code,
      c.problem, a.answer
    from found f
    join access.device_command c on c.city_id = ${db.city} and c.device_id = f.device_id and c.seq = f.seq
    left join access.command_answer a on a.city_id = c.city_id and a.command_id = c.command_id and c.status = 'applied'`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** A command as it is noted without having been done. */
export interface NewNote {
  readonly deviceId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly kind: string;
  /** SHA-256 of its content, hexadecimal; null where nothing arrived. */
  readonly digest: string | null;
  readonly status: Exclude<NotedStatus, 'applied' | 'replaced'>;
  readonly code: string | null;
  readonly problem: object;
  readonly madeAt: string;
  readonly now: Date;
}

/** False where the number or the command was noted before: what stands stays. */
export async function insertNote(tx: Tx, note: NewNote): Promise<boolean> {
  const { rows } = await sql`
    insert into access.device_command (city_id, device_id, seq, command_id, kind, body_hash, status, code, problem, made_at, received_at)
    values (${tx.city}, ${note.deviceId}, ${note.seq}, ${note.commandId}, ${note.kind}, decode(${note.digest}, 'hex'), ${note.status},
      ${note.code}, ${JSON.stringify(note.problem)}::jsonb, ${note.madeAt}::timestamptz, ${note.now})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** Writes a refused or quarantined command off, as its author asked. */
export async function markDiscarded(
  tx: Tx,
  discarded: { commandId: string; deviceId: string; problem: object },
): Promise<boolean> {
  const { rows } = await sql`
    update access.device_command set status = 'discarded', problem = ${JSON.stringify(discarded.problem)}::jsonb
    where city_id = ${tx.city} and command_id = ${discarded.commandId} and device_id = ${discarded.deviceId}
      and status in ('refused', 'quarantined') returning 1`.execute(tx);
  return rows.length > 0;
}
