import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { writeIn } from '#platform/db/tx.ts';
import type { Reader } from '#platform/db/reader.ts';
import { accessProblems } from '../problems.ts';
import { assertNotLockedOut, recordAttempt } from './attempts.ts';
import { pretendToVerify, verifySecret } from './password.ts';
import { newToken, tokenHash } from './session-store.ts';
import type { SignInPorts } from './sign-in.ts';

const lifeMinutes = 20;

/** A member's own card, as the registry finds it by its token. */
export interface CardForPin {
  readonly cardId: string;
  readonly pinHash: string | null;
}

/**
 * Opens a member's page with her card and PIN.
 *
 * @param find looks the card up; the registry's, which stands above this shelf
 * @throws Refusal cardOrPinWrong (unknown card, no PIN and wrong PIN alike), tooManyAttempts
 */
export async function openMemberSession(
  ports: SignInPorts,
  asked: { city: string; cardToken: string; pin: string; ip: string },
  find: (db: Reader, cardToken: string) => Promise<CardForPin | null>,
): Promise<{ token: string }> {
  const now = ports.now();
  const attempt = { subject: `card:${asked.cardToken}`, ip: asked.ip, now };
  const result = await writeIn(ports.pool, asked.city, async (tx) => {
    await assertNotLockedOut(tx, attempt);
    const card = await find(tx, asked.cardToken);
    const matches = card?.pinHash
      ? await verifySecret(asked.pin, card.pinHash)
      : await pretendToVerify(asked.pin);
    await recordAttempt(tx, attempt, matches === true);
    if (!card || matches !== true) return null;
    const { token, hash } = newToken();
    await sql`
      insert into access.member_session (city_id, id, card_id, token_hash, created_at, expires_at)
      values (${tx.city}, ${newId()}, ${card.cardId}, ${hash}, ${now}, ${now}::timestamptz + make_interval(mins => ${lifeMinutes}))`.execute(
      tx,
    );
    return { token };
  });
  if (!result) throw accessProblems.cardOrPinWrong();
  return result;
}

/** The card whose owner is looking, or null when the member's session has ended. */
export async function findMemberSession(
  db: Reader,
  wanted: { token: string; now: Date },
): Promise<{ cardId: string } | null> {
  const { rows } = await sql<{ card_id: string }>`
    select card_id from access.member_session
    where city_id = ${db.city} and token_hash = ${tokenHash(wanted.token)} and ended_at is null and expires_at > ${wanted.now}`.execute(
    db,
  );
  return rows[0] ? { cardId: rows[0].card_id } : null;
}
