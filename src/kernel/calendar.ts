/** A day in the city's zone, `YYYY-MM-DD`; compares correctly as text. */
export type BusinessDate = string;

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isBusinessDate(text: unknown): text is BusinessDate {
  return typeof text === 'string' && readDate(text) !== null;
}

// Schedules are made of dates by the thousand: digits are read one by one, which a regular expression is too slow for.
function readDate(text: string): { year: number; month: number; day: number } | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  return !Number.isNaN(year) && dateExists(year, month, day) ? { year, month, day } : null;
}

/** NaN unless all are digits. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
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
  const parts = readDate(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  return parts;
}

const daysOf400Years = 146_097;
const dayOfMarch0000 = -719_468;

/** Days since 1 January 1970, negative before it. Civil calendar, no zone. */
export function dayNumber(date: BusinessDate): number {
  const { year, month, day } = partsOf(date);
  // Years that begin in March put the leap day last, so that months have fixed places.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOf400Years + dayOfEra + dayOfMarch0000;
}

/** The reverse of {@link dayNumber}. */
export function dateOfDayNumber(days: number): BusinessDate {
  const sinceMarch0000 = days - dayOfMarch0000;
  const era = Math.floor(sinceMarch0000 / daysOf400Years);
  const dayOfEra = sinceMarch0000 - era * daysOf400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}
