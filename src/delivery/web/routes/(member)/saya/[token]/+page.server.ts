import { redirect } from '@sveltejs/kit';
import { findMemberSession, openMemberSession } from '#domains/access/server/index.ts';
import { readPassbook } from '#domains/mentoring/server/index.ts';
import { findCardForPin } from '#domains/registry/server/index.ts';
import { refused } from '../../../../forms.ts';
import { dropMemberToken, keepMemberToken, memberToken } from '../../../../member-cookie.ts';
import { publicPaths } from '../../../../public-paths.ts';
import { isRefusal } from '../../../../refusal.ts';
import type { Actions, PageServerLoad } from './$types';

/** A member's own page: her PIN first, then her passbook. Whether the card exists is not told before the PIN. */
export const load: PageServerLoad = async (event) => {
  const { app, city, today } = event.locals;
  const { token: card } = event.params;
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  const token = memberToken(event);
  if (!token) return { passbook: null };
  const passbook = await app.read(city, async (db) => {
    const session = await findMemberSession(db, { token, now: app.now() });
    return session ? readPassbook(db, { cardId: session.cardId, today }) : null;
  });
  // A session opened with another card does not open this one.
  if (!passbook || passbook.owner.token !== card) return { passbook: null };
  const { token: _token, ...owner } = passbook.owner;
  return {
    passbook: {
      ...passbook,
      owner,
      today,
      receipts: passbook.receipts.map(({ token: receipt, ...rest }) => ({
        ...rest,
        href: publicPaths.receipt(receipt),
      })),
    },
  };
};

export const actions: Actions = {
  masuk: async (event) => {
    const { app, city } = event.locals;
    const form = await event.request.formData();
    const pin = String(form.get('pin') ?? '')
      .replace(/\s/g, '')
      .slice(0, 12);
    try {
      const opened = await openMemberSession(
        app.signInPorts,
        { city, cardToken: event.params.token.slice(0, 80), pin, ip: event.getClientAddress() },
        findCardForPin,
      );
      keepMemberToken(event, opened.token);
    } catch (error) {
      if (isRefusal(error)) return refused(error);
      throw error;
    }
    redirect(303, `/saya/${event.params.token}`);
  },
  keluar: (event) => {
    dropMemberToken(event);
    redirect(303, `/saya/${event.params.token}`);
  },
};
