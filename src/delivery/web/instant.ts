import type { Lang } from '#kernel/words.ts';

const zones: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** `22 Nov 2026, 20.00 WIB` in Indonesian, `22 Nov 2026, 20:00 WIB` in English: an instant in the city's zone. */
export function formatInstant(at: Date, zone: string, lang: Lang): string {
  const key = `${zone}|${lang}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    formats.set(key, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const dot = lang === 'id' ? '.' : ':';
  return `${part.day} ${part.month} ${part.year}, ${part.hour}${dot}${part.minute} ${zones[zone] ?? ''}`.trim();
}

/** "3 menit lalu": how long ago, in the largest unit that fits. */
export function formatAgo(at: Date, now: Date, lang: Lang): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return lang === 'id' ? 'baru saja' : 'just now';
  if (Math.abs(seconds) < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
  return relative.format(-Math.round(seconds / 86_400), 'day');
}
