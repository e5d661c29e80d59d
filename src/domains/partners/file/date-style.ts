import { type BusinessDate, isBusinessDate } from '#kernel/date.ts';
import type { DateStyle } from './file-layout.ts';

const written = [
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
const months = written.map((name) => name.toLowerCase());

/** English abbreviations that differ, since some systems write those. */
const otherMonths: Readonly<Record<string, number>> = { may: 5, aug: 8, ags: 8, oct: 10, dec: 12 };

/**
 * Reads a day in exactly the file's style; null for anything else, also for days that do not exist. `YYYY-MM-DD`
 * is read in every file: date cells of a spreadsheet come as that.
 */
export function readDay(text: string, style: DateStyle): BusinessDate | null {
  const bare = text.trim();
  if (isBusinessDate(bare)) return bare;
  const parts = partsIn(bare, style);
  if (parts === null) return null;
  const [year, month, day] = parts;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isBusinessDate(date) ? date : null;
}

function partsIn(text: string, style: DateStyle): [string, number, number] | null {
  if (style === 'YYYYMMDD') {
    const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    return found && [found[1]!, Number(found[2]), Number(found[3])];
  }
  if (style === 'D MMM YYYY') {
    const found = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})$/.exec(text);
    const name = found?.[2]?.toLowerCase() ?? '';
    const month = otherMonths[name] ?? months.indexOf(name) + 1;
    return found && month > 0 ? [found[3]!, month, Number(found[1])] : null;
  }
  const sign = style === 'DD-MM-YYYY' ? '-' : '/';
  const found = new RegExp(`^(\\d{1,2})${sign}(\\d{1,2})${sign}(\\d{4})$`).exec(text);
  return style === 'YYYY-MM-DD' || !found ? null : [found[3]!, Number(found[2]), Number(found[1])];
}

/** A day as a file of the style writes it. */
export function writeDay(date: BusinessDate, style: DateStyle): string {
  const [year = '', month = '', day = ''] = date.split('-');
  switch (style) {
    case 'YYYY-MM-DD':
      return date;
    case 'YYYYMMDD':
      return `${year}${month}${day}`;
    case 'DD/MM/YYYY':
      return `${day}/${month}/${year}`;
    case 'DD-MM-YYYY':
      return `${day}-${month}-${year}`;
    case 'D MMM YYYY':
      return `${Number(day)} ${written[Number(month) - 1]} ${year}`;
  }
}
