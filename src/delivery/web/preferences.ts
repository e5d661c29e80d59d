import type { Cookies } from '@sveltejs/kit';
import type { Lang } from '#kernel/words.ts';

export type Theme = 'system' | 'light' | 'dark';

const year = 365 * 24 * 60 * 60;

export const preferenceCookies = { lang: 'naik.lang', theme: 'naik.theme' } as const;

/** Indonesian unless English was chosen. */
export function langOf(text: string | null | undefined): Lang {
  return text === 'en' ? 'en' : 'id';
}

export function themeOf(text: string | null | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

export function keepPreference(
  cookies: Cookies,
  name: string,
  value: string,
  secure: boolean,
): void {
  cookies.set(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure });
}

/**
 * A path of this site and nothing else: what a form or an address asks to go back to may have been written by
 * anybody, so another host, a scheme or a backslash leads to `fallback`.
 */
export function safePath(asked: string | null | undefined, fallback = '/'): string {
  if (!asked || !asked.startsWith('/') || /^\/[/\\]|[\\\u0000-\u001f]/.test(asked)) return fallback;
  return asked;
}
