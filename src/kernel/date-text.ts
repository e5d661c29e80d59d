import { type BusinessDate, dateExists, dateOfDayNumber, makeDate } from './calendar.ts';
import { notice, type Notice, type Parsed, parsed, unreadable } from './parsed.ts';

const monthsByPrefix: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  mrt: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  agust: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
};

const twoDigitYear = notice(
  'date.two-digit-year',
  'Tahun hanya dua angka; periksa abadnya.',
  'The year has only two digits; check the century.',
);
const monthFirst = notice(
  'date.month-first',
  'Dibaca sebagai bulan/hari/tahun karena tidak ada bulan setelah 12.',
  'Read as month/day/year because there is no month after 12.',
);
const spreadsheetNumber = notice(
  'date.spreadsheet-number',
  'Tanggal tersimpan sebagai angka Excel.',
  'The date was stored as a spreadsheet number.',
);

/**
 * Reads a date as files and people here write it: `2026-11-22`, `22/11/2026`, `22-11-26`, `22.11.2026`,
 * `22 Nov 2026`, `Jambi, 22 November 2026`, `22-Agu-90`, an ISO instant (its date part), or a spreadsheet's
 * day number between 1954 and 2119. Day before month, unless only month first can be meant.
 *
 * Two-digit years follow Excel (00–29 are 2000s) and carry a warning. Refused: days that do not exist,
 * a month with a year but no day, and anything else.
 */
export function parseDate(text: string): Parsed<BusinessDate> {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^[^\d,]*, ?(?=\d)/, '')
    .replace(/(?<=\d)[T ]\d{1,2}[:.]\d{2}.*$/, '');
  if (bare === '') return unreadable('date.empty', 'Tanggal belum diisi.', 'The date is empty.');
  if (/^\d{5}$/.test(bare)) return fromSpreadsheetNumber(Number(bare));

  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(bare);
  if (yearFirst) {
    const [year, month, day] = yearFirst.slice(1).map(Number) as [number, number, number];
    return existing({ year, month, day });
  }

  const dayFirst = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(bare);
  if (dayFirst) return inEitherOrder(Number(dayFirst[1]), Number(dayFirst[2]), dayFirst[3] ?? '');

  const named = /^(\d{1,2})[-/. ]*([A-Za-z]{3,9})[-/., ]*(\d{4}|\d{2})$/.exec(bare);
  const month = named && monthOf(named[2] ?? '');
  if (named && month) {
    const year = fullYear(named[3] ?? '');
    return existing({ year: year.year, month, day: Number(named[1]) }, year.warnings);
  }
  return unreadable(
    'date.not-a-date',
    `"${text}" bukan tanggal yang dikenal. Tulis misalnya 22/11/2026.`,
    `"${text}" is not a date we can read. Write it as 22/11/2026, for example.`,
  );
}

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  return monthsByPrefix[lower] ?? monthsByPrefix[lower.slice(0, 3)];
}

function fullYear(text: string) {
  const year = Number(text);
  if (text.length === 4) return { year, warnings: [] };
  return { year: year < 30 ? 2000 + year : 1900 + year, warnings: [twoDigitYear] };
}

function inEitherOrder(first: number, second: number, yearText: string): Parsed<BusinessDate> {
  const { year, warnings } = fullYear(yearText);
  if (second > 12 && first <= 12)
    return existing({ year, month: first, day: second }, [...warnings, monthFirst]);
  return existing({ year, month: second, day: first }, warnings);
}

function existing(
  { year, month, day }: { year: number; month: number; day: number },
  warnings: readonly Notice[] = [],
): Parsed<BusinessDate> {
  if (year >= 1000 && dateExists(year, month, day))
    return parsed(makeDate(year, month, day), warnings);
  return unreadable(
    'date.does-not-exist',
    `Tanggal ${day}-${month}-${year} tidak ada di kalender.`,
    `There is no day ${day}-${month}-${year} in the calendar.`,
  );
}

/** Day 25569 of the 1900 date system is 1 January 1970. */
function fromSpreadsheetNumber(serial: number): Parsed<BusinessDate> {
  if (serial < 20_000 || serial > 80_000) {
    return unreadable(
      'date.not-a-date',
      `Angka ${serial} bukan tanggal.`,
      `The number ${serial} is not a date.`,
    );
  }
  return parsed(dateOfDayNumber(serial - 25_569), [spreadsheetNumber]);
}
