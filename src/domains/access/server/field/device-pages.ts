import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Scope } from '../../who-may.ts';

/** A phone in a list. */
export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly userName: string;
  readonly enrolledAt: Date;
  readonly lastSeenAt: Date;
  /** Work it had not handed in when it was last here. */
  readonly pendingCount: number;
  readonly pendingOldestAt: Date | null;
  /** Numbers that never arrived although later ones did. */
  readonly gaps: number;
  /** Of them, those the phone says it no longer holds. */
  readonly lost: readonly number[];
  readonly refused: number;
  readonly flagged: number;
  /** Rows of the register it carried at its last fetch. */
  readonly scopeRows: number;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
}

const gapsSql = sql<number>`(
  (select coalesce(max(c.seq), d.whole_until) from access.device_command c where c.city_id = d.city_id and c.device_id = d.id)
  - d.whole_until - (select count(*) from access.device_command c
    where c.city_id = d.city_id and c.device_id = d.id and c.seq > d.whole_until))::int`;

const rowSql = sql`select d.id, d.name, d.user_id as "userId", u.name as "userName", d.enrolled_at as "enrolledAt",
    d.last_seen_at as "lastSeenAt", d.pending_count as "pendingCount", d.pending_oldest_at as "pendingOldestAt",
    greatest(${gapsSql}, 0) as gaps, d.lost_numbers as lost, d.revoked_at as "revokedAt", d.revoked_why as "revokedWhy", d.scope_rows as "scopeRows",
    (select count(*)::int from access.device_command c where c.city_id = d.city_id and c.device_id = d.id and c.status = 'refused') as refused,
    (select count(*)::int from access.device_command c where c.city_id = d.city_id and c.device_id = d.id and c.flags <> '{}') as flagged
  from access.device d join access.user_account u on u.city_id = d.city_id and u.id = d.user_id`;

/** Phones of people in one's area: in use ones first, those that hold the oldest unsent work at the top. */
export async function listDevices(db: Reader, asked: { scope: Scope }): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    ${rowSql} where d.city_id = ${db.city} and ${withinScope(asked.scope)}
    order by d.revoked_at is not null, cardinality(d.lost_numbers) > 0 desc, d.pending_oldest_at nulls last, d.last_seen_at, d.id
    limit 500`.execute(db);
  return rows;
}

/** One's own phones, the newest first. */
export async function devicesOfUser(db: Reader, userId: string): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    ${rowSql} where d.city_id = ${db.city} and d.user_id = ${userId}
    order by d.revoked_at is not null, d.enrolled_at desc limit 50`.execute(db);
  return rows;
}

/** Whether a phone belongs to somebody who works in this area. */
export async function isWithinDeviceScope(
  db: Reader,
  asked: { deviceId: string; scope: Scope },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from access.device d where d.city_id = ${db.city} and d.id = ${asked.deviceId} and ${withinScope(asked.scope)}`.execute(
    db,
  );
  return rows.length > 0;
}

/** What needs somebody's eye: phones with gaps or lost numbers, and phones whose unsent work is older than two days. */
export async function countDeviceAlarms(
  db: Reader,
  asked: { scope: Scope; now: Date },
): Promise<{ gaps: number; late: number }> {
  const { rows } = await sql<{ gaps: number; late: number }>`
    select (count(*) filter (where ${gapsSql} > 0 or cardinality(d.lost_numbers) > 0))::int as gaps,
      (count(*) filter (where d.pending_oldest_at < ${asked.now}::timestamptz - interval '2 days'))::int as late
    from access.device d where d.city_id = ${db.city} and d.revoked_at is null and ${withinScope(asked.scope)}`.execute(
    db,
  );
  return rows[0] ?? { gaps: 0, late: 0 };
}

/** A phone lies where its user works today. */
function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  const kecamatan = [...scope.kecamatan];
  return sql<boolean>`exists (select from access.role_assignment r
    where r.city_id = d.city_id and r.user_id = d.user_id and r.valid_to is null
      and (r.jurisdiction = 'kecamatan' and r.jurisdiction_id = any (${kecamatan}::text[])
        or r.jurisdiction = 'kelurahan' and left(r.jurisdiction_id, 8) = any (${kecamatan}::text[])))`;
}
