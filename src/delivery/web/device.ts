import type { RequestEvent } from '@sveltejs/kit';
import type { Device } from '#domains/access/server/index.ts';

/** What is kept about the device of a sign-in: enough to recognise it in the list of sessions. */
export function deviceOf(event: RequestEvent): Device {
  return { ip: event.getClientAddress(), userAgent: event.request.headers.get('user-agent') ?? '' };
}

/** "Chrome di Android": the words people know their devices by. */
export function deviceName(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'Browser';
  const system = /Android/.test(userAgent)
    ? 'Android'
    : /iPhone|iPad/.test(userAgent)
      ? 'iPhone/iPad'
      : /Windows/.test(userAgent)
        ? 'Windows'
        : /Mac OS/.test(userAgent)
          ? 'Mac'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : '';
  return system ? `${browser} · ${system}` : browser;
}
