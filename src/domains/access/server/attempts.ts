import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import { accessProblems } from '../problems.ts';

/** Failures within the window after which a login, a card or an address has to wait. */
export const attemptLimits = { windowMinutes: 15, perSubject: 5, perAddress: 60 } as const;

export interface Attempt {
  /** What was tried: `login:…`, `code:…`, `card:…`; only its hash is kept. */
  readonly subject: string;
  readonly ip: string;
  readonly now: Date;
}

/**
 * Refuses when there were too many failures lately. Unknown logins count like known ones, so the answer
 * does not tell which exist.
 *
 * @throws Refusal `access.too-many-attempts`
 */
export async function assertNotLockedOut(tx: Tx, attempt: Attempt): Promise<void> {
  const since = new Date(attempt.now.getTime() - attemptLimits.windowMinutes * 60_000);
  const subject = subjectHash(attempt.subject);
  // Serialises attempts on one subject, so that fifty at once don't all see four failures.
  await sql`select pg_advisory_xact_lock(${subject.readInt32BE(0)}, ${subject.readInt32BE(4)})`.execute(
    tx,
  );
  const { rows } = await sql<{ subject_failures: bigint; address_failures: bigint }>`
    select
      (select count(*) from access.sign_in_attempt a where a.city_id = ${tx.city} and a.subject_hash = ${subject}
        and a.at > ${since} and not a.succeeded
        and a.at > coalesce((select max(s.at) from access.sign_in_attempt s where s.city_id = ${tx.city}
          and s.subject_hash = ${subject} and s.succeeded), '-infinity')) as subject_failures,
      (select count(*) from access.sign_in_attempt a where a.city_id = ${tx.city} and a.ip = ${attempt.ip}
        and a.at > ${since} and not a.succeeded) as address_failures`.execute(tx);
  const counted = rows[0];
  if (!counted) return;
  const locked =
    counted.subject_failures >= BigInt(attemptLimits.perSubject) ||
    counted.address_failures >= BigInt(attemptLimits.perAddress);
  if (locked) throw accessProblems.tooManyAttempts();
}

export async function recordAttempt(tx: Tx, attempt: Attempt, succeeded: boolean): Promise<void> {
  await sql`
    insert into access.sign_in_attempt (city_id, id, subject_hash, ip, at, succeeded)
    values (${tx.city}, ${newId()}, ${subjectHash(attempt.subject)}, ${attempt.ip}, ${attempt.now}, ${succeeded})`.execute(
    tx,
  );
}

function subjectHash(subject: string): Buffer {
  return createHash('sha256').update(subject).digest();
}
