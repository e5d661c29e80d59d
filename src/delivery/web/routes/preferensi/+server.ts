import { redirect } from '@sveltejs/kit';
import { keepPreference, langOf, preferenceCookies, safePath, themeOf } from '../../preferences.ts';
import type { RequestHandler } from './$types';

/** Keeps the language or the theme somebody chose and goes back to where she was. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const secure = url.protocol === 'https:';
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const lang = text('lang');
  const theme = text('theme');
  if (lang !== null) keepPreference(cookies, preferenceCookies.lang, langOf(lang), secure);
  if (theme !== null) keepPreference(cookies, preferenceCookies.theme, themeOf(theme), secure);
  redirect(303, safePath(text('next')));
};
