import type { Lang } from './words.ts';

/** A day in the city's zone, `YYYY-MM-DD`; never an instant. */
export type BusinessDate = string;

const dayMillis = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, from year 1900 to 2199. */
export function isDate(text: string): text is BusinessDate {
  const match = shape.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  return fromDayNumber(dayNumber(text)) === text;
}

/** Days since 1970-01-01. */
export function dayNumber(date: BusinessDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayMillis;
}

export function fromDayNumber(day: number): BusinessDate {
  return new Date(day * dayMillis).toISOString().slice(0, 10);
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `to` is earlier. */
export function diffDays(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: BusinessDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week a day lies in: weeks start on Monday. */
export function mondayOf(date: BusinessDate): BusinessDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The day an instant falls on in a zone, e.g. `Asia/Jakarta`. */
export function businessDateOf(instant: Date, zone: string): BusinessDate {
  return dayFormat(zone).format(instant);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(zone);
  if (!format) {
    // The Swedish form of a date is ISO 8601.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    dayFormats.set(zone, format);
  }
  return format;
}

const monthNames: Record<Lang, readonly string[]> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const shortMonths: Record<Lang, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const weekdays: Record<Lang, readonly string[]> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `22 Nov 2026`; with `style: 'long'`, `22 November 2026`. */
export function formatDate(date: BusinessDate, lang: Lang, style: 'short' | 'long' = 'short'): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const names = style === 'long' ? monthNames : shortMonths;
  return `${day} ${names[lang][month - 1] ?? ''} ${year}`;
}

/** `Rabu` or `Wednesday`. */
export function weekdayName(weekday: number, lang: Lang): string {
  return weekdays[lang][weekday - 1] ?? '';
}

/** `08.30` in Indonesian, `08:30` in English, in the zone. */
export function formatTime(instant: Date, zone: string, lang: Lang): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant);
  return lang === 'id' ? text.replace(':', '.') : text;
}

/** What the three zones are called. */
export function zoneName(zone: string): 'WIB' | 'WITA' | 'WIT' {
  if (zone === 'Asia/Makassar') return 'WITA';
  return zone === 'Asia/Jayapura' ? 'WIT' : 'WIB';
}
