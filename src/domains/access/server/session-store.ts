import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';

/** Sessions end after twelve hours, or two hours without a sign of life. */
const lifeHours = 12;
const idleHours = 2;

/** A session as the web layer holds it for one request. */
export interface Session {
  readonly id: string;
  readonly actor: Actor;
  readonly login: string;
  /** Second factor is on for this account but not yet given in this session. */
  readonly needsCode: boolean;
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: Date;
}

export interface Device {
  readonly ip: string;
  readonly userAgent: string;
}

/** A random token for a cookie (43 characters) and the hash that is stored in its place. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function openSession(
  tx: Tx,
  session: { userId: string; now: Date; device: Device; secondFactor: boolean },
): Promise<{ token: string; sessionId: string }> {
  const { token, hash } = newToken();
  const sessionId = newId();
  await sql`
    insert into access.session (city_id, id, user_id, token_hash, created_at, last_seen_at, expires_at, second_factor_at, user_agent, ip)
    values (${tx.city}, ${sessionId}, ${session.userId}, ${hash}, ${session.now}, ${session.now},
      ${session.now}::timestamptz + make_interval(hours => ${lifeHours}),
      ${session.secondFactor ? session.now : null}, ${session.device.userAgent.slice(0, 300)}, ${session.device.ip})`.execute(
    tx,
  );
  return { token, sessionId };
}

/** The live session behind a cookie, with the actor's roles of today; null when there is none. */
export async function findSession(
  db: Reader,
  wanted: { token: string; now: Date },
): Promise<Session | null> {
  const { rows } = await sql<{
    id: string;
    user_id: string;
    name: string;
    login: string;
    totp: boolean;
    second_factor_at: Date | null;
    last_seen_at: Date;
    roles: RoleAssignment[];
  }>`
    select s.id, s.user_id, u.name, u.login, u.totp_confirmed_at is not null as totp, s.second_factor_at, s.last_seen_at,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'jurisdiction', r.jurisdiction, 'at', r.jurisdiction_id))
        from access.role_assignment r where r.city_id = s.city_id and r.user_id = s.user_id
          and r.valid_from <= ${wanted.now}::timestamptz::date and (r.valid_to is null or r.valid_to >= ${wanted.now}::timestamptz::date)), '[]') as roles
    from access.session s join access.user_account u on u.city_id = s.city_id and u.id = s.user_id
    where s.city_id = ${db.city} and s.token_hash = ${tokenHash(wanted.token)} and s.ended_at is null
      and s.expires_at > ${wanted.now} and s.last_seen_at > ${wanted.now}::timestamptz - make_interval(hours => ${idleHours})
      and u.closed_at is null`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    login: row.login,
    needsCode: row.totp && row.second_factor_at === null,
    hasSecondFactor: row.totp,
    lastSeenAt: row.last_seen_at,
    actor: {
      userId: row.user_id,
      name: row.name,
      roles: row.roles,
      secondFactor: row.second_factor_at !== null,
    },
  };
}

export async function touchSession(tx: Tx, session: { id: string; now: Date }): Promise<void> {
  await sql`update access.session set last_seen_at = ${session.now}
    where city_id = ${tx.city} and id = ${session.id} and last_seen_at < ${session.now}`.execute(
    tx,
  );
}

/** Marks the second factor as given and changes the token, so that the half-session's cookie is dead. */
export async function passSecondFactor(
  tx: Tx,
  session: { id: string; now: Date },
): Promise<{ token: string }> {
  const { token, hash } = newToken();
  await sql`update access.session set second_factor_at = ${session.now}, token_hash = ${hash}
    where city_id = ${tx.city} and id = ${session.id} and ended_at is null`.execute(tx);
  return { token };
}

/** Ends sessions of a user; with `only`, just that one. Answers how many were open. */
export async function endSessions(
  tx: Tx,
  end: {
    userId: string;
    now: Date;
    why: 'signed-out' | 'ended-elsewhere' | 'password-changed';
    only?: string;
    except?: string;
  },
): Promise<number> {
  const { rows } = await sql`
    update access.session set ended_at = ${end.now}, ended_why = ${end.why}
    where city_id = ${tx.city} and user_id = ${end.userId} and ended_at is null
      and (${end.only ?? null}::uuid is null or id = ${end.only ?? null})
      and (${end.except ?? null}::uuid is null or id <> ${end.except ?? null})
    returning id`.execute(tx);
  return rows.length;
}
