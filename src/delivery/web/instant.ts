import { businessDateOf, formatDate } from '#kernel/date.ts';
import type { Lang } from '#kernel/words.ts';

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `22 Nov 2026, 20.00 WIB` in Indonesian, `22 Nov 2026, 20:00 WIB` in English: an instant in the city's zone. */
export function formatInstant(at: Date, zone: string, lang: Lang): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, clock);
  }
  const time = lang === 'id' ? clock.format(at).replace(':', '.') : clock.format(at);
  return `${formatDate(businessDateOf(at, zone), lang)}, ${time} ${zoneNames[zone] ?? ''}`.trim();
}

/** "3 menit yang lalu": how long ago, in the largest unit that fits. */
export function formatAgo(at: Date, now: Date, lang: Lang): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  if (Math.abs(seconds) < 60) return lang === 'id' ? 'baru saja' : 'just now';
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  if (Math.abs(seconds) < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
  return relative.format(-Math.round(seconds / 86_400), 'day');
}
