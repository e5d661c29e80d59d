import { error } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import { isPhoto } from '#domains/mentoring/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import type { RequestHandler } from './$types';

/** A photo by its hash, for those who see meetings; other kept files are not given out here. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.actor || !maySee(locals.actor, 'see.meetings')) error(403);
  const bytes = await openFileStore(locals.app.settings.dataDir).get(params.sha256);
  if (!bytes || !isPhoto(bytes)) error(404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
};
