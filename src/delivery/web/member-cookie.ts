import type { RequestEvent } from '@sveltejs/kit';

/** Minutes a member's look at her page lasts; the same as the session behind it. */
const minutes = 20;

/** Behind TLS the browser itself guards the name: such cookies are only set by this host, over https. */
const nameFor = (event: RequestEvent) =>
  event.url.protocol === 'https:' ? '__Host-naik.member' : 'naik.member';

export function memberToken(event: RequestEvent): string | undefined {
  return event.cookies.get(nameFor(event));
}

export function keepMemberToken(event: RequestEvent, token: string): void {
  event.cookies.set(nameFor(event), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: minutes * 60,
  });
}

export function dropMemberToken(event: RequestEvent): void {
  event.cookies.delete(nameFor(event), { path: '/', secure: event.url.protocol === 'https:' });
}
