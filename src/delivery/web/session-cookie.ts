import type { Cookies, RequestEvent } from '@sveltejs/kit';

/** Behind TLS the browser itself guards the name: `__Host-` cookies are only set by this host, over https. */
const plain = 'naik.session';
const guarded = '__Host-naik.session';

export function sessionToken(cookies: Cookies): string | undefined {
  return cookies.get(guarded) ?? cookies.get(plain);
}

/** Keeps the secret of a session in the browser; without `maxAge` it ends with the browser. */
export function keepSession(event: RequestEvent, token: string, maxAgeSeconds?: number): void {
  const secure = event.url.protocol === 'https:';
  event.cookies.set(secure ? guarded : plain, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

export function dropSession(event: RequestEvent): void {
  const secure = event.url.protocol === 'https:';
  event.cookies.delete(secure ? guarded : plain, { path: '/', secure });
}
