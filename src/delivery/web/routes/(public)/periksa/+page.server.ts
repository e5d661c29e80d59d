import { redirect } from '@sveltejs/kit';
import { codeFrom, publicPaths } from '../../../public-paths.ts';
import type { PageServerLoad } from './$types';

/** Sends a typed card or receipt code to its page; a code that cannot be one is said to be so here. */
export const load: PageServerLoad = ({ url }) => {
  const receipt = url.searchParams.get('jenis') === 'kuitansi';
  const code = codeFrom(url.searchParams.get('kode') ?? '');
  if (code) redirect(303, receipt ? publicPaths.receipt(code) : publicPaths.card(code));
  return { receipt };
};
