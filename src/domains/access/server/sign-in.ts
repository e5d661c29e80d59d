import { sql } from 'kysely';
import type { Pool } from 'pg';
import { newId } from '#kernel/id.ts';
import { writeIn } from '#platform/db/tx.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { accessProblems } from '../problems.ts';
import { assertNotLockedOut, recordAttempt } from './attempts.ts';
import { pretendToVerify, verifySecret } from './password.ts';
import { stepOfCode } from './second-factor.ts';
import { openSession, passSecondFactor } from './session-store.ts';
import type { Device, Session } from './session-store.ts';

/** What sign-in needs from the house. */
export interface SignInPorts {
  readonly pool: Pool;
  readonly totpSealer: Sealer;
  readonly now: () => Date;
}

interface Account {
  id: string;
  name: string;
  password_hash: string;
  totp: boolean;
}

/**
 * Signs in with login and password. Not a command: its body is a secret that must leave no hash behind;
 * it writes sessions, attempts and an audit line only.
 *
 * @returns the cookie token; `needsCode` when the second factor is still to be given
 * @throws Refusal signInFailed (the same for unknown, wrong and closed), tooManyAttempts
 */
export async function signIn(
  ports: SignInPorts,
  asked: { city: string; login: string; password: string; device: Device },
): Promise<{ token: string; needsCode: boolean }> {
  const now = ports.now();
  const login = asked.login.trim().toLowerCase();
  const attempt = { subject: `login:${login}`, ip: asked.device.ip, now };
  const result = await writeIn(ports.pool, asked.city, async (tx) => {
    await assertNotLockedOut(tx, attempt);
    const account = await findAccount(tx, login);
    const matches = account
      ? await verifySecret(asked.password, account.password_hash)
      : await pretendToVerify(asked.password);
    if (!account || !matches) {
      await recordAttempt(tx, attempt, false);
      return null;
    }
    if (!account.totp) await recordAttempt(tx, attempt, true);
    const opened = await openSession(tx, {
      userId: account.id,
      now,
      device: asked.device,
      secondFactor: false,
    });
    if (!account.totp) await auditSignIn(tx, { account, sessionId: opened.sessionId, now });
    return { token: opened.token, needsCode: account.totp };
  });
  if (!result) throw accessProblems.signInFailed();
  return result;
}

/**
 * Gives the second factor for a session that has only a password.
 *
 * @throws Refusal codeWrong, tooManyAttempts
 */
export async function giveCode(
  ports: SignInPorts,
  asked: { city: string; session: Session; code: string; device: Device },
): Promise<{ token: string }> {
  const now = ports.now();
  const { session } = asked;
  const attempt = { subject: `code:${session.actor.userId}`, ip: asked.device.ip, now };
  const result = await writeIn(ports.pool, asked.city, async (tx) => {
    await assertNotLockedOut(tx, attempt);
    const accepted = await acceptCode(tx, {
      userId: session.actor.userId,
      code: asked.code,
      now,
      sealer: ports.totpSealer,
    });
    await recordAttempt(tx, attempt, accepted);
    if (!accepted) return null;
    await recordAttempt(tx, { ...attempt, subject: `login:${session.login}` }, true);
    const account = { id: session.actor.userId, name: session.actor.name };
    await auditSignIn(tx, { account, sessionId: session.id, now });
    return passSecondFactor(tx, { id: session.id, now });
  });
  if (!result) throw accessProblems.codeWrong();
  return result;
}

/**
 * Whether somebody who is signed in knows her password, as changing it asks. Tries count as sign-in tries do.
 *
 * @throws Refusal tooManyAttempts
 */
export async function checkOwnPassword(
  ports: SignInPorts,
  asked: { city: string; userId: string; password: string; ip: string },
): Promise<boolean> {
  const attempt = { subject: `password:${asked.userId}`, ip: asked.ip, now: ports.now() };
  return writeIn(ports.pool, asked.city, async (tx) => {
    await assertNotLockedOut(tx, attempt);
    const { rows } = await sql<{ password_hash: string }>`
      select password_hash from access.user_account
      where city_id = ${tx.city} and id = ${asked.userId} and closed_at is null`.execute(tx);
    const hash = rows[0]?.password_hash;
    const matches = hash !== undefined && (await verifySecret(asked.password, hash));
    await recordAttempt(tx, attempt, matches);
    return matches;
  });
}

/** Whether a code fits and was not used before; marks its step as used. */
export async function acceptCode(
  tx: Tx,
  given: { userId: string; code: string; now: Date; sealer: Sealer },
): Promise<boolean> {
  const { rows } = await sql<{ totp_secret: Buffer | null; totp_last_step: bigint | null }>`
    select totp_secret, totp_last_step from access.user_account
    where city_id = ${tx.city} and id = ${given.userId} for update`.execute(tx);
  const account = rows[0];
  if (!account?.totp_secret) return false;
  const step = stepOfCode({
    secret: given.sealer.open(account.totp_secret),
    code: given.code,
    now: given.now,
  });
  if (step === null || (account.totp_last_step !== null && BigInt(step) <= account.totp_last_step))
    return false;
  await sql`update access.user_account set totp_last_step = ${step}
    where city_id = ${tx.city} and id = ${given.userId}`.execute(tx);
  return true;
}

async function findAccount(tx: Tx, login: string): Promise<Account | null> {
  const { rows } = await sql<Account>`
    select id, name, password_hash, totp_confirmed_at is not null as totp from access.user_account
    where city_id = ${tx.city} and login = ${login} and closed_at is null`.execute(tx);
  return rows[0] ?? null;
}

async function auditSignIn(
  tx: Tx,
  signedIn: { account: { id: string; name: string }; sessionId: string; now: Date },
): Promise<void> {
  const { account } = signedIn;
  const says = { id: `${account.name} masuk`, en: `${account.name} signed in` };
  await sql`select access.append_audit(${tx.city}, ${signedIn.now}, ${newId()}, 'access.sign-in', ${account.id}, ${account.name},
    'session', ${signedIn.sessionId}, ${JSON.stringify(says)}::jsonb, '{}'::jsonb)`.execute(tx);
}
