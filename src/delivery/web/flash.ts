import type { Cookies } from '@sveltejs/kit';
import type { Words } from '#kernel/words.ts';

const name = 'naik.flash';

/** Leaves one sentence for the next page: what was just done. */
export function setFlash(cookies: Cookies, words: Words, secure: boolean): void {
  cookies.set(name, JSON.stringify([words.id, words.en]), {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'lax',
    secure,
  });
}

/** Takes the sentence left by the page before, once. */
export function takeFlash(cookies: Cookies): Words | null {
  const text = cookies.get(name);
  if (!text) return null;
  cookies.delete(name, { path: '/' });
  try {
    const pair: unknown = JSON.parse(text);
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string')
      return null;
    return { id: pair[0], en: pair[1] };
  } catch {
    return null;
  }
}
