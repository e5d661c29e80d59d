import { redirect } from '@sveltejs/kit';
import { signIn } from '#domains/access/server/index.ts';
import { demoSignIns } from '../../../../../demo/demo-users.ts';
import { deviceOf } from '../../../device.ts';
import { readForm, refused } from '../../../forms.ts';
import { safePath } from '../../../preferences.ts';
import { isRefusal } from '../../../refusal.ts';
import { keepSession } from '../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safePath(url.searchParams.get('next'), '/hari-ini');
  if (locals.actor) redirect(303, next);
  const demo = locals.app.cities()[0]?.demo === true ? demoSignIns : null;
  const known = demo?.users.find((user) => user.login === url.searchParams.get('sebagai'));
  return { next, demo, login: known?.login ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').slice(0, 200);
    const next = safePath(text('next'), '/hari-ini');
    let opened: { token: string; needsCode: boolean };
    try {
      opened = await signIn(event.locals.app.signInPorts, {
        city: event.locals.city,
        login: text('login'),
        password: text('password'),
        device: deviceOf(event),
      });
    } catch (error) {
      if (isRefusal(error)) return refused(error, values);
      throw error;
    }
    keepSession(event, opened.token);
    redirect(303, opened.needsCode ? `/masuk/kode?next=${encodeURIComponent(next)}` : next);
  },
};
