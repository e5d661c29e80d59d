import { redirect } from '@sveltejs/kit';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findLoanIdByNumber } from '#domains/lending/server/index.ts';
import { isBusinessDate } from '#kernel/date.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { RequestHandler } from './$types';

/**
 * The short address on a statement and behind a report's rows: a loan by its number, and a line of the statement by its
 * own; `?tanggal=` the day. Leads to where the figures come from, for whoever may see the loan.
 */
export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.loans');
  const { number, line } = event.params;
  const id = await event.locals.app.read(event.locals.city, (db) => findLoanIdByNumber(db, number));
  if (id === null) throw lendingProblems.unknownLoan();
  const day = event.url.searchParams.get('tanggal') ?? '';
  const asked = new URLSearchParams();
  if (isBusinessDate(day)) asked.set('tanggal', day);
  const isLine = /^[1-9]\d{0,5}$/.test(line ?? '');
  if (isLine) asked.set('catatan', line ?? '');
  const query = asked.size > 0 ? `?${asked}` : '';
  redirect(303, `/pembiayaan/pinjaman/${id}/asal${query}${isLine ? `#catatan-${line}` : ''}`);
};
