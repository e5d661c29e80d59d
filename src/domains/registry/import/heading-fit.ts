import { headingKey, plainHeading } from './heading-words.ts';
import { importFieldNames, importFields, type ImportField } from './import-fields.ts';
import { otherHeaders } from './known-headings.ts';

/** Words of a heading by which it is another thing of the same kind: a mother's name, the day a permit was given. */
const others: Readonly<Partial<Record<ImportField, RegExp>>> = {
  name: /\b(ibu|bank|pendamping|petugas|surveyor|enumerator|pasangan|suami|istri|anak|instansi|koperasi|kegiatan|pelatihan|program|sekolah|ahli waris|provinsi|kabupaten|kota|kelompok|jalan|mother|bank|officer)\b/,
  nik: /\b(pasangan|suami|istri|ibu|kk|npwp)\b/,
  birthDate:
    /\b(daftar|terbit|izin|ijin|berlaku|input|timestamp|created|updated|mulai|berdiri|sk|kegiatan|pelatihan|kunjungan|survei|survey|expired|issued|registered)\b/,
  phone: /\b(rekening|npwp|izin|ijin|sk|pirt|halal|sertifikat|kode|pos|darurat|bank|account)\b/,
  nib: /\b(rekening|npwp|halal|pirt|barcode|ean)\b/,
  sex: /\b(blok|tipe|kelas|pendidikan|status)\b/,
  turnover: /\b(modal|kapasitas|jumlah produksi)\b/,
  email: /\b(pendamping|petugas)\b/,
};

const otherHeadings: ReadonlySet<string> = new Set(otherHeaders.map(plainHeading));

/** A heading that is understood to mean nothing the registry reads. */
export function isOtherHeading(title: string): boolean {
  return otherHeadings.has(headingKey(title.split(' · ').at(-1)!));
}

interface HeadingOf {
  readonly header: string;
  readonly plain: string;
}

const headingsByField: ReadonlyMap<ImportField, readonly HeadingOf[]> = new Map(
  importFieldNames.map((field) => [
    field,
    importFields[field].headers.map((header) => ({ header, plain: plainHeading(header) })),
  ]),
);

const headingsOf = (field: ImportField) => headingsByField.get(field) ?? [];

/** Headings so general that a more telling one beside them goes first. */
const general: ReadonlySet<string> = new Set(['nama', 'name', 'usaha', 'business', 'kategori']);

/** Whether a heading says of itself that it is not this field, though it may look like it. */
export function meansAnother(title: string, field: ImportField): boolean {
  const whole = headingKey(title);
  return (
    (others[field]?.test(whole) ?? false) && !headingsOf(field).some(({ plain }) => plain === whole)
  );
}

/** How well a heading names a field: 1 word for word, less when it only contains it. */
export function headerFit(title: string, field: ImportField): number {
  const whole = headingKey(title);
  const child = headingKey(title.split(' · ').at(-1)!);
  if (meansAnother(title, field)) return 0;
  let best = 0;
  for (const [rank, { header, plain }] of headingsOf(field).entries()) {
    // Among equally exact headings the earlier in the list is the more telling one.
    const exact = general.has(header) ? 0.87 : 1 - rank * 0.0025;
    if (whole === plain || child === plain) best = Math.max(best, exact);
    else best = Math.max(best, containedFit(whole, plain) * exact);
  }
  return best;
}

function containedFit(whole: string, plain: string): number {
  const share = plain.length / whole.length;
  if (` ${whole} `.includes(` ${plain} `)) {
    return (whole.startsWith(plain) ? 0.45 : 0.3) + 0.5 * share;
  }
  const words = plain.split(' ');
  const there = new Set(whole.split(' '));
  return words.length > 1 && words.every((word) => there.has(word)) ? 0.3 + 0.4 * share : 0;
}
