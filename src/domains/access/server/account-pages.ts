import { sql } from 'kysely';
import type { RoleAssignment } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { currentCode, enrolmentUri } from './second-factor.ts';

/** One open session of a person, for her own list. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
  ip: string;
}

/** The sessions of a user that are still open, the one last used first. */
export async function listSessions(
  db: Reader,
  wanted: { userId: string; now: Date },
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", ip
    from access.session
    where city_id = ${db.city} and user_id = ${wanted.userId} and ended_at is null and expires_at > ${wanted.now}
      and last_seen_at > ${wanted.now}::timestamptz - interval '2 hours'
    order by last_seen_at desc limit 50`.execute(db);
  return rows;
}

/** Where a person's second factor stands; `uri` and `secret` only while it is being set up, by herself. */
export type SecondFactorState =
  | { state: 'off' }
  | { state: 'begun'; uri: string; secret: string }
  | { state: 'on'; since: Date };

export async function secondFactorState(
  db: Reader,
  wanted: { userId: string; sealer: Sealer },
): Promise<SecondFactorState> {
  const { rows } = await sql<{
    login: string;
    totp_secret: Buffer | null;
    totp_confirmed_at: Date | null;
    city: string;
  }>`
    select u.login, u.totp_secret, u.totp_confirmed_at, c.name as city
    from access.user_account u join access.city c on c.city_id = u.city_id
    where u.city_id = ${db.city} and u.id = ${wanted.userId}`.execute(db);
  const account = rows[0];
  if (account?.totp_confirmed_at) return { state: 'on', since: account.totp_confirmed_at };
  if (!account?.totp_secret) return { state: 'off' };
  const secret = wanted.sealer.open(account.totp_secret);
  return {
    state: 'begun',
    secret,
    uri: enrolmentUri({ secret, login: account.login, city: account.city }),
  };
}

const stepMs = 30_000;

/**
 * The code an authenticator would show now, for the sign-in page of a demo city; null everywhere else, whoever asks.
 * A code works once: where this one was used, it is the next one, which is accepted early.
 */
export async function demoCode(
  db: Reader,
  wanted: { userId: string; sealer: Sealer; now: Date },
): Promise<string | null> {
  const { rows } = await sql<{ totp_secret: Buffer | null; totp_last_step: bigint | null }>`
    select u.totp_secret, u.totp_last_step from access.user_account u join access.city c on c.city_id = u.city_id
    where u.city_id = ${db.city} and u.id = ${wanted.userId} and c.is_demo_since is not null`.execute(
    db,
  );
  const account = rows[0];
  if (!account?.totp_secret) return null;
  const used = (account.totp_last_step ?? -1n) >= BigInt(Math.floor(wanted.now.getTime() / stepMs));
  const at = used ? new Date(wanted.now.getTime() + stepMs) : wanted.now;
  return currentCode(wanted.sealer.open(account.totp_secret), at);
}

/** One user as the administrator's list shows her. */
export interface UserRow {
  id: string;
  login: string;
  name: string;
  title: string | null;
  secondFactor: boolean;
  closed: boolean;
  lastSeenAt: Date | null;
  roles: RoleAssignment[];
}

/** Users by name, with the roles they hold today. */
export async function listUsers(
  db: Reader,
  query: { q: string; role?: string | undefined; today: string; limit: number; offset: number },
): Promise<{ rows: UserRow[]; total: number }> {
  const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
  const role = query.role ?? null;
  const where = sql`u.city_id = ${db.city}
    and (${query.q} = '' or u.name ilike ${like} or u.login ilike ${like} or u.title ilike ${like})
    and (${role}::text is null or exists (select 1 from access.role_assignment r
      where r.city_id = u.city_id and r.user_id = u.id and r.role = ${role}
        and r.valid_from <= ${query.today}::date and (r.valid_to is null or r.valid_to >= ${query.today}::date)))`;
  const { rows } = await sql<UserRow>`
    select u.id, u.login, u.name, u.title, u.totp_confirmed_at is not null as "secondFactor",
      u.closed_at is not null as closed,
      (select max(s.last_seen_at) from access.session s where s.city_id = u.city_id and s.user_id = u.id) as "lastSeenAt",
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'jurisdiction', r.jurisdiction, 'at', r.jurisdiction_id))
        from access.role_assignment r where r.city_id = u.city_id and r.user_id = u.id
          and r.valid_from <= ${query.today}::date and (r.valid_to is null or r.valid_to >= ${query.today}::date)), '[]') as roles
    from access.user_account u where ${where}
    order by u.name, u.id limit ${query.limit} offset ${query.offset}`.execute(db);
  const counted = await sql<{
    total: bigint;
  }>`select count(*) as total from access.user_account u where ${where}`.execute(db);
  return { rows, total: Number(counted.rows[0]?.total ?? 0) };
}
