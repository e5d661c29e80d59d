import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { findBusiness, placesOfBusiness } from '#domains/registry/server/index.ts';
import { isId } from '#kernel/id.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { RequestHandler } from './$types';

/** A photograph of a business, for whoever sees the business, as long as it is kept with it. */
export const GET: RequestHandler = async (event) => {
  const scope = scopeOf(actorWhoSees(event, 'see.people'), 'see.people');
  const { id: businessId, photo: photoId } = event.params;
  const { app, city } = event.locals;
  if (!isId(businessId) || !isId(photoId)) error(404);
  const photo = await app.read(city, async (db) => {
    const business = await findBusiness(db, { scope, businessId });
    const { photos } = business ? await placesOfBusiness(db, businessId) : { photos: [] };
    return photos.find(({ id }) => id === photoId);
  });
  const bytes = photo && (await openFileStore(app.settings.dataDir).get(photo.sha256));
  if (!bytes) error(404);
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' },
  });
};
