import { redirect } from '@sveltejs/kit';
import { demoCode, giveCode } from '#domains/access/server/index.ts';
import { deviceOf } from '../../../../device.ts';
import { readForm, refused } from '../../../../forms.ts';
import { safePath } from '../../../../preferences.ts';
import { isRefusal } from '../../../../refusal.ts';
import { keepSession } from '../../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const next = safePath(url.searchParams.get('next'), '/hari-ini');
  if (!locals.session) redirect(303, `/masuk?next=${encodeURIComponent(next)}`);
  if (!locals.session.needsCode) redirect(303, next);
  const { app, city, session } = locals;
  const asked = {
    userId: session.actor.userId,
    sealer: app.signInPorts.totpSealer,
    now: app.now(),
  };
  return { next, demoCode: await app.read(city, (db) => demoCode(db, asked)) };
};

export const actions: Actions = {
  default: async (event) => {
    const { session, app, city } = event.locals;
    const { data } = await readForm(event);
    const next = safePath(String(data.get('next') ?? ''), '/hari-ini');
    if (!session) redirect(303, `/masuk?next=${encodeURIComponent(next)}`);
    let token: string;
    try {
      ({ token } = await giveCode(app.signInPorts, {
        city,
        session,
        code: String(data.get('code') ?? '').slice(0, 20),
        device: deviceOf(event),
      }));
    } catch (error) {
      if (isRefusal(error)) return refused(error);
      throw error;
    }
    keepSession(event, token);
    redirect(303, next);
  },
};
