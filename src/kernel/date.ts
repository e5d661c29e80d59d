import {
  type BusinessDate,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  makeDate,
  partsOf,
} from './calendar.ts';
import type { Lang } from './words.ts';

export * from './calendar.ts';
export { parseDate } from './date-text.ts';

const monthNames = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
const weekdayNames = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day some months later; a day the month does not have becomes its last one (31 Jan + 1 → 28 Feb). */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return makeDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from the first date to the second; negative when the second is earlier. */
export function diffDays(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(date: BusinessDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: BusinessDate): BusinessDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The first day, on or after a date, that falls on a weekday (1 = Monday). */
export function nextWeekday(date: BusinessDate, weekday: number): BusinessDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** Whole years completed between birth and a day; negative before birth. */
export function ageOn(birthDate: BusinessDate, on: BusinessDate): number {
  const years = partsOf(on).year - partsOf(birthDate).year;
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day it is at an instant in a zone such as `Asia/Jakarta`.
 *
 * @throws RangeError when the zone is unknown
 */
export function businessDateOf(instant: Date, zone: string): BusinessDate {
  let format = zoneFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    zoneFormats.set(zone, format);
  }
  return format.format(instant);
}

const shortMonthsId = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
];

/** `22 Nov 2026`; with `long`, `22 November 2026`; with `day`, `Minggu, 22 November 2026`. */
export function formatDate(
  date: BusinessDate,
  lang: Lang = 'id',
  style: 'short' | 'long' | 'day' = 'short',
): string {
  const { year, month, day } = partsOf(date);
  if (style === 'short') {
    const name = lang === 'id' ? shortMonthsId[month - 1] : monthNames.en[month - 1]?.slice(0, 3);
    return `${day} ${name} ${year}`;
  }
  const long = `${day} ${monthName(month, lang)} ${year}`;
  return style === 'long' ? long : `${weekdayName(weekdayOf(date), lang)}, ${long}`;
}

/** @param month 1–12 */
export function monthName(month: number, lang: Lang): string {
  return monthNames[lang][month - 1] ?? '';
}

/** @param weekday 1 = Monday … 7 = Sunday */
export function weekdayName(weekday: number, lang: Lang): string {
  return weekdayNames[lang][weekday - 1] ?? '';
}
