import { findSession, touchSession } from '#domains/access/server/index.ts';
import type { Session } from '#domains/access/server/index.ts';
import { writeIn } from '#platform/db/tx.ts';
import type { App } from '../../app.ts';

/** How often a session's sign of life is written; far less than the idle limit, far more than once a click. */
const touchEveryMs = 5 * 60_000;

/** The session behind a cookie, or null; its idle clock starts again. */
export async function liveSession(
  app: App,
  wanted: { city: string; token: string },
): Promise<Session | null> {
  const now = app.now();
  const session = await app.read(wanted.city, (db) =>
    findSession(db, { token: wanted.token, now }),
  );
  if (session && now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
    await writeIn(app.pools.app, wanted.city, (tx) => touchSession(tx, { id: session.id, now }));
  }
  return session;
}
