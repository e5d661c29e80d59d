import { json } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import { cleanPhoto } from '#domains/mentoring/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { isRefusal } from '../../../../../refusal.ts';
import type { RequestHandler } from './$types';

/** Takes one photo as the request's bytes, draws it anew and keeps it; answers the hash the sheet names it by. */
export const POST: RequestHandler = async ({ locals, request }) => {
  if (!locals.actor || !maySee(locals.actor, 'mentoring.close-meeting'))
    return json({ code: 'web.signed-out' }, { status: 401 });
  try {
    const photo = await cleanPhoto(new Uint8Array(await request.arrayBuffer()));
    return json({ sha256: await openFileStore(locals.app.settings.dataDir).put(photo) });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return json({ code: error.code, words: error.words }, { status: error.status });
  }
};
