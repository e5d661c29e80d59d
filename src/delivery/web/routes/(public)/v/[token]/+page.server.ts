import { verifyReceipt } from '#domains/mentoring/server/index.ts';
import type { PageServerLoad } from './$types';

/** What a receipt's QR opens: genuine or not, in one line, for anyone, and nothing about a person. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  return { receipt: await locals.app.read(locals.city, (db) => verifyReceipt(db, params.token)) };
};
