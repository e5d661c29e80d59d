/** A day in the city's zone, `YYYY-MM-DD`; compares correctly as text. */
export type BusinessDate = string;

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isBusinessDate(text: unknown): text is BusinessDate {
  if (typeof text !== 'string') return false;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dateExists(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function dateExists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @throws RangeError when there is no such day */
export function makeDate(year: number, month: number, day: number): BusinessDate {
  if (!dateExists(year, month, day)) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Year, month (1–12) and day of a business date. @throws RangeError when it is not one */
export function partsOf(date: BusinessDate): { year: number; month: number; day: number } {
  const exists: boolean = isBusinessDate(date);
  if (!exists) throw new RangeError(`not a date: ${date}`);
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) };
}

/** Days since 1 January 1970, negative before it. Civil calendar, no zone. */
export function dayNumber(date: BusinessDate): number {
  const { year, month, day } = partsOf(date);
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

/** The reverse of {@link dayNumber}. */
export function dateOfDayNumber(days: number): BusinessDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
