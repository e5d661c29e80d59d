import { error } from '@sveltejs/kit';
import { slipPhoto } from '#domains/ledger/server/index.ts';
import { isPhoto } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { readBook } from '../../../../book-of.ts';
import type { RequestHandler } from './$types';

/** The picture of one slip, for those who see its book. */
export const GET: RequestHandler = async (event) => {
  const depositId = event.params.deposit;
  if (!isId(depositId)) error(404);
  const { found } = await readBook(event, (db, { id: bookId }) =>
    slipPhoto(db, { bookId, depositId }),
  );
  const { settings } = event.locals.app;
  const bytes = found ? await openFileStore(settings.dataDir).get(found) : null;
  if (!bytes || !isPhoto(bytes)) error(404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
};
