import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

/** A quarter of a year as lists of deciles are dated: `2026-Q3`. As text it sorts by time. */
export type Quarter = string;

export function isQuarter(text: unknown): text is Quarter {
  return typeof text === 'string' && /^\d{4}-Q[1-4]$/.test(text);
}

export function quarterOf(day: BusinessDate): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The quarter so many later; earlier with a negative number. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count;
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
}

/** The month a quarter ends with, as family cards are dated: `2026-09`. */
export function lastMonthOf(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
}

export function sayQuarter(quarter: Quarter): Words {
  const [year, number] = [quarter.slice(0, 4), quarter.slice(6)];
  return { id: `triwulan ${number} ${year}`, en: `quarter ${number} of ${year}` };
}
