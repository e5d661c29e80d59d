import { notice, type Notice, type Parsed, parsed, unreadable } from './parsed.ts';

/** E.164, e.g. `+6281234567890`. */
export type Phone = string;

const mobile = /^\+628[1-9]\d{7,10}$/;
const landline = /^\+62[2-79]\d{6,10}$/;
// A toll-free or unfinished number: digits that could be a phone but follow neither plan.
const someNumber = /^\+62\d{6,12}$/;

/**
 * Reads one Indonesian phone number: `08…`, `628…`, `+62 8…`, `8123…` (a spreadsheet ate the zero),
 * with spaces, points, hyphens and brackets. Landlines and unusual lengths carry a warning.
 * Refused: anything that cannot be written as +62 and 6–12 digits.
 */
export function parsePhone(text: string): Parsed<Phone> {
  const cleaned = text
    .replace(/^'/, '')
    .replace(/^(no\.?|hp|telp\.?|tel\.?|wa)[\s.:]*/i, '')
    .replace(/\.0+$/, '')
    .replace(/[\s().\-\u00a0]/g, '');
  if (!/^\+?\d+$/.test(cleaned)) return notAPhone();
  const { national, zeroMissing } = nationalPart(cleaned);
  const phone = `+62${national}`;
  const warnings: Notice[] = [];
  if (zeroMissing) {
    warnings.push(
      notice(
        'phone.zero-missing',
        'Angka nol di depan hilang; sudah ditambahkan.',
        'The leading zero was missing and has been added.',
      ),
    );
  }
  if (mobile.test(phone)) return parsed(phone, warnings);
  if (landline.test(phone)) {
    return parsed(phone, [
      ...warnings,
      notice(
        'phone.landline',
        'Ini telepon rumah; tidak bisa menerima WhatsApp.',
        'This is a landline; it cannot receive WhatsApp.',
      ),
    ]);
  }
  if (someNumber.test(phone)) {
    return parsed(phone, [
      ...warnings,
      notice(
        'phone.unusual',
        'Panjang atau awalan nomor tidak biasa; periksa lagi.',
        'The number has an unusual length or prefix; check it.',
      ),
    ]);
  }
  return notAPhone();
}

/** Every phone in a cell: `0812… / 0813…`, `0812…, 0741-…`, two numbers divided by spaces or a line break. */
export function parsePhones(cell: string): Parsed<Phone>[] {
  return cell
    .split(/\s*(?:[/,;&\n|]|\bdan\b|\batau\b)\s*/i)
    .filter((part) => part.trim() !== '')
    .flatMap(splitAtSpaces);
}

function splitAtSpaces(part: string): Parsed<Phone>[] {
  const whole = parsePhone(part);
  if (whole.ok && !whole.warnings.some((warning) => warning.code === 'phone.unusual'))
    return [whole];
  const pieces = part.trim().split(/\s+/).map(parsePhone);
  const eachIsUsual = pieces.every(
    (piece) => piece.ok && !piece.warnings.some((warning) => warning.code === 'phone.unusual'),
  );
  return pieces.length > 1 && eachIsUsual ? pieces : [whole];
}

/** `+6281234567890` → `0812-3456-7890`, as people here read it. */
export function formatPhone(phone: Phone): string {
  const national = phone.replace(/^\+62/, '0');
  return national.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3');
}

/** Shows only the last three digits. */
export function maskPhone(phone: Phone): string {
  return `${'•'.repeat(Math.max(0, phone.length - 6))}${phone.slice(-3)}`;
}

function nationalPart(digits: string): { national: string; zeroMissing: boolean } {
  if (digits.startsWith('+62'))
    return { national: digits.slice(3).replace(/^0/, ''), zeroMissing: false };
  if (digits.startsWith('+')) return { national: 'x', zeroMissing: false };
  if (/^620?8/.test(digits))
    return { national: digits.slice(2).replace(/^0/, ''), zeroMissing: false };
  if (digits.startsWith('0')) return { national: digits.slice(1), zeroMissing: false };
  return { national: digits, zeroMissing: true };
}

function notAPhone(): Parsed<never> {
  return unreadable(
    'phone.not-a-number',
    'Bukan nomor telepon Indonesia. Tulis misalnya 0812-3456-7890.',
    'Not an Indonesian phone number. Write it as 0812-3456-7890, for example.',
  );
}
