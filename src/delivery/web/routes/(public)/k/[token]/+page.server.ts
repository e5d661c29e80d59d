import { findVerification } from '#domains/registry/server/index.ts';
import type { PageServerLoad } from './$types';

/** What a QR on a card or decree opens: valid or not, in one line, for anyone, and nothing about a person. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { app, city, today } = locals;
  setHeaders({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  });
  const found = await app.read(city, (db) => findVerification(db, params.token, today));
  return { found: found ?? null, token: params.token };
};
