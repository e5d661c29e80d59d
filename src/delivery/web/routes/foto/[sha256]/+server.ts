import { error } from '@sveltejs/kit';
import { findFieldPhoto } from '#domains/access/server/index.ts';
import { maySee } from '#domains/access/who-may.ts';
import { isPhoto } from '#domains/mentoring/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import type { RequestHandler } from './$types';

/** A photo by its hash, for those who see meetings; other kept files are not given out here. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.actor || !maySee(locals.actor, 'see.meetings')) error(403);
  const files = openFileStore(locals.app.settings.dataDir);
  const bytes = (await files.get(params.sha256)) ?? (await keptOf(locals, params.sha256));
  if (!bytes || !isPhoto(bytes)) error(404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
};

/** What a photo became that is named by the hash its phone gave it. */
async function keptOf({ app, city }: App.Locals, sha256: string): Promise<Uint8Array | null> {
  const kept = await app.read(city, (db) => findFieldPhoto(db, sha256));
  return kept ? openFileStore(app.settings.dataDir).get(kept) : null;
}
