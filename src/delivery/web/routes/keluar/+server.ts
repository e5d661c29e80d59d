import { redirect } from '@sveltejs/kit';
import { endSessions } from '#domains/access/server/index.ts';
import { writeIn } from '#platform/db/tx.ts';
import { dropSession } from '../../session-cookie.ts';
import type { RequestHandler } from './$types';

/** Ends this session, here and in the database. */
export const POST: RequestHandler = async (event) => {
  const { session, app, city } = event.locals;
  if (session) {
    const end = {
      userId: session.actor.userId,
      now: app.now(),
      why: 'signed-out',
      only: session.id,
    } as const;
    await writeIn(app.pools.app, city, (tx) => endSessions(tx, end));
  }
  dropSession(event);
  redirect(303, '/masuk');
};
