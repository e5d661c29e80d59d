import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { businessDateOf } from '#kernel/date.ts';
import { appFromDoor } from './app-door.ts';
import { compressed } from './compression.ts';
import { langOf, preferenceCookies, themeOf } from './preferences.ts';
import { logFault } from './fault-log.ts';
import { liveSession } from './live-session.ts';
import { isRefusal } from './refusal.ts';
import { sessionToken } from './session-cookie.ts';

/** Every request: who asks, in which language, for which city; then the page. */
export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies } = event;
  locals.app = appFromDoor();
  locals.lang = langOf(cookies.get(preferenceCookies.lang));
  locals.theme = themeOf(cookies.get(preferenceCookies.theme));
  const token = sessionToken(cookies);
  const city = locals.app.cities()[0];
  locals.city = city?.id ?? '';
  locals.cityName = city?.name ?? '';
  locals.zone = city?.zone ?? 'Asia/Jakarta';
  locals.today = businessDateOf(locals.app.now(), locals.zone);
  locals.session = token && city ? await liveSession(locals.app, { city: city.id, token }) : null;
  locals.actor = locals.session && !locals.session.needsCode ? locals.session.actor : null;

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%naik.lang%', locals.lang).replace('%naik.theme%', locals.theme),
  });
  // What a signed-in person saw must not come back out of a shared computer's memory.
  if (locals.session && !response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-store');
  }
  return compressed(event.request, response);
};

/** A refusal thrown while a page loads is an answer, not a fault; a fault gets a reference people can quote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return {};
  if (isRefusal(error)) {
    return {
      status: error.status,
      message: error.words[event.locals.lang ?? 'id'],
      words: error.words,
    };
  }
  const about = { route: event.route.id ?? event.url.pathname, method: event.request.method };
  return { reference: logFault(error, about) };
};
