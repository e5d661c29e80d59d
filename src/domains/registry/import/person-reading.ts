import { addDays, type BusinessDate, diffDays } from '#kernel/date.ts';
import { parseDate } from '#kernel/date-text.ts';
import { parseNik, type Nik, type Sex } from '#kernel/nik.ts';
import { parsePhones, type Phone } from '#kernel/phone.ts';
import { reasonOf, repair, type Reason, warn } from './reason.ts';

export function readSex(text: string, reasons: Reason[]): Sex | null {
  if (text === '') return null;
  if (/^(p|pr|w|f|wanita|perempuan|female|ibu)$/i.test(text)) return 'female';
  if (/^(l|lk|m|pria|laki.?laki|male|bapak)$/i.test(text)) return 'male';
  reasons.push(
    warn({
      code: 'sex.unknown',
      field: 'sex',
      says: {
        id: `“${text}” tidak dikenal; tulis L atau P.`,
        en: `“${text}” is not known; write L or P.`,
      },
    }),
  );
  return null;
}

/** A birth date that exists and gives an age of 0 to 110; anything else is for a person to repair. */
export function readBirthDate(
  text: string,
  today: BusinessDate,
  reasons: Reason[],
): BusinessDate | null {
  if (text === '') return null;
  const parsed = parseDate(text);
  if (!parsed.ok) {
    reasons.push(reasonOf('repair', 'birthDate', parsed.problem));
    return null;
  }
  const shortYear = parsed.warnings.some(({ code }) => code === 'date.two-digit-year');
  const date =
    shortYear && ageOn(parsed.value, today) < 10 ? centuryBefore(parsed.value) : parsed.value;
  for (const warning of parsed.warnings) {
    if (warning.code !== 'date.spreadsheet-number')
      reasons.push(reasonOf('warning', 'birthDate', warning));
  }
  const age = ageOn(date, today);
  if (age >= 0 && age < youngestOwner) {
    reasons.push(
      warn({
        code: 'birth-date.too-young',
        field: 'birthDate',
        says: {
          id: `Umurnya baru ${age} tahun menurut tanggal lahir ${date}. Cocokkan dengan KTP.`,
          en: `By the birth date ${date} the age is only ${age}. Compare it with the identity card.`,
        },
      }),
    );
  }
  if (age >= 0 && age <= 110) return date;
  reasons.push(
    repair({
      code: 'birth-date.impossible',
      field: 'birthDate',
      says: {
        id: `Tanggal lahir ${date} tidak mungkin (umur ${age} tahun). Cocokkan dengan KTP.`,
        en: `The birth date ${date} is impossible (age ${age}). Compare it with the identity card.`,
      },
    }),
  );
  return null;
}

/** Who runs a business has an identity card, which is had from this age on. */
const youngestOwner = 17;

function ageOn(birth: BusinessDate, today: BusinessDate): number {
  return Math.floor(diffDays(birth, today) / 365.2425);
}

function centuryBefore(date: BusinessDate): BusinessDate {
  const earlier = `${Number(date.slice(0, 4)) - 100}${date.slice(4)}`;
  return earlier.endsWith('02-29') ? addDays(`${earlier.slice(0, 5)}02-28`, 0) : earlier;
}

export interface NikCell {
  readonly text: string;
  /** The reader's note on the cell: a number of 16 digits has lost some. */
  readonly note: string | undefined;
}

/** The NIK, its contradictions as warnings. A NIK of the wrong length or rounded by Excel is to repair. */
export function readNik(
  cell: NikCell,
  beside: { bornOn: BusinessDate | null; sex: Sex | null; today: BusinessDate },
  reasons: Reason[],
): Nik | null {
  if (cell.text === '') return null;
  if (cell.note === 'lost-digits') {
    reasons.push(
      repair({
        code: 'nik.rounded-by-spreadsheet',
        field: 'nik',
        says: {
          id: 'Angka-angka terakhir NIK ini sudah hilang karena Excel menyimpannya sebagai bilangan. Atur kolomnya menjadi Teks (Format Sel › Teks), ketik ulang dari KTP, lalu simpan lagi.',
          en: 'The last digits of this NIK are gone: the spreadsheet stored it as a number. Set the column to Text (Format Cells › Text), type it again from the identity card, and save the file again.',
        },
      }),
    );
    return null;
  }
  const parsed = parseNik(cell.text, {
    birthDate: beside.bornOn ?? undefined,
    sex: beside.sex ?? undefined,
    today: beside.today,
    leastAge: 17,
  });
  if (!parsed.ok) {
    reasons.push(reasonOf('repair', 'nik', parsed.problem));
    return null;
  }
  for (const warning of parsed.warnings) reasons.push(reasonOf('warning', 'nik', warning));
  return parsed.value;
}

/** Every phone of a cell; the first usable one is the person's. One that cannot be read is a warning. */
export function readPhones(text: string, reasons: Reason[]): Phone[] {
  if (text === '') return [];
  const phones: Phone[] = [];
  for (const parsed of parsePhones(text)) {
    if (parsed.ok) {
      phones.push(parsed.value);
      for (const warning of parsed.warnings) reasons.push(reasonOf('warning', 'phone', warning));
    } else {
      reasons.push(reasonOf('warning', 'phone', parsed.problem));
    }
  }
  const mobiles = phones.filter((phone) => phone.startsWith('+628'));
  const sorted = [...new Set([...mobiles, ...phones])];
  if (sorted.length > 1) {
    reasons.push(
      warn({
        code: 'phone.several',
        field: 'phone',
        says: {
          id: `Ada ${sorted.length} nomor; yang pertama dipakai, lainnya dicatat.`,
          en: `There are ${sorted.length} numbers; the first is used, the others are noted.`,
        },
      }),
    );
  }
  return sorted;
}
