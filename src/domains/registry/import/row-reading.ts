import type { BusinessDate } from '#kernel/date.ts';
import { kbliVersions, parseKbli } from '#kernel/kbli.ts';
import type { KbliVersion } from '#kernel/kbli.ts';
import { parseRupiah } from '#kernel/money.ts';
import { parseNib } from '#kernel/nib.ts';
import { cleanText, nameKey, normaliseName } from '#kernel/text.ts';
import type { PlaceIndex } from '../place-matching.ts';
import { sectorOf } from '../sector.ts';
import type { Candidate, CandidateBusiness, CandidatePerson } from './candidate.ts';
import { rupiahUnit, type ColumnMapping } from './column-mapping.ts';
import type { ImportField } from './import-fields.ts';
import { readBirthDate, readNik, readPhones, readSex } from './person-reading.ts';
import { readPlace } from './place-reading.ts';
import { reasonOf, repair, type Reason, warn } from './reason.ts';
import type { SourceRow, TableColumn } from './table-shape.ts';

export interface ReadingContext {
  readonly mapping: ColumnMapping;
  readonly columns: readonly TableColumn[];
  readonly places: PlaceIndex;
  readonly today: BusinessDate;
}

/** What a row says. The candidate is null when not even a name could be read. */
export interface RowReading {
  readonly candidate: Candidate | null;
  readonly reasons: readonly Reason[];
}

/** What people type where they have nothing to say. */
const nothing =
  /^(?:[-–—.\/]+|0|n\/?a|nihil|tidak ada|tdk ada|belum ada|tak terdefinisi|tidak diketahui|null|none|kosong|#\w+[!?]?)$/i;

const longestName = 160;

type ReadField = (field: ImportField) => string;

/** A cell's clean text; empty when it holds what people type where they have nothing to say. */
export function spokenCell(row: SourceRow, column: number | undefined): string {
  const text = column === undefined ? '' : cleanText(row.cells[column] ?? '');
  return nothing.test(text) ? '' : text;
}

/** Reads one row by a mapping. What cannot be kept is a `repair` reason; what is only odd is a `warning`. */
export function readRow(row: SourceRow, context: ReadingContext): RowReading {
  const reasons: Reason[] = [];
  const cell: ReadField = (field) => spokenCell(row, context.mapping[field]);
  const nikColumn = context.mapping.nik;
  const nikNote = nikColumn === undefined ? undefined : row.notes?.[nikColumn];
  const person = readPerson(cell, { nikNote, today: context.today }, reasons);
  const place = readPlace(
    { kelurahan: cell('kelurahan'), kecamatan: cell('kecamatan'), address: cell('address') },
    context.places,
    reasons,
  );
  const business = readBusiness(cell, kbliEdition(context), reasons);
  const facts = readFacts(cell, row, context);
  return { candidate: person === null ? null : { person, business, place, facts }, reasons };
}

function readPerson(
  cell: ReadField,
  { nikNote, today }: { nikNote: string | undefined; today: BusinessDate },
  reasons: Reason[],
): CandidatePerson | null {
  const name = readName(cell, reasons);
  const typedSex = readSex(cell('sex'), reasons);
  const bornOn = readBirthDate(cell('birthDate'), today, reasons);
  const nik = readNik(
    { text: cell('nik'), note: nikNote },
    { bornOn, sex: typedSex, today },
    reasons,
  );
  const kk = readFamilyCard(cell('kk'), reasons);
  const [phone = null, ...otherPhones] = readPhones(cell('phone'), reasons);
  if (name === null) return null;
  return {
    name,
    nameKey: nameKey(name),
    nik: nik?.number ?? null,
    kk,
    sex: typedSex ?? nik?.sex ?? null,
    bornOn,
    phone,
    otherPhones,
  };
}

function readName(cell: ReadField, reasons: Reason[]): string | null {
  const name = normaliseName(cell('name'));
  if (name === '') {
    const business = cell('businessName');
    reasons.push(
      repair({
        code: 'name.missing',
        field: 'name',
        says: {
          id: 'Nama pemilik kosong. Isi nama orangnya; satu usaha harus punya pemilik.',
          en: 'The owner’s name is empty. Fill in the person’s name; every business has an owner.',
        },
        ...(business !== '' && { fix: normaliseName(business) }),
      }),
    );
    return null;
  }
  if (!/\p{L}/u.test(name) || name.length > longestName || nameKey(name) === '') {
    reasons.push(
      repair({
        code: 'name.not-a-name',
        field: 'name',
        says: {
          id: `“${withoutNumbers(name)}” bukan nama orang. Periksa apakah kolomnya tertukar.`,
          en: `“${withoutNumbers(name)}” is not a person’s name. Check whether the columns are swapped.`,
        },
      }),
    );
    return null;
  }
  return name;
}

/** The beginning of a cell, for a reason that stays in the open: where columns are swapped it may be a NIK. */
function withoutNumbers(text: string): string {
  return text.slice(0, 40).replace(/\d{5,}/g, (digits) => `${digits.slice(0, 2)}…`);
}

function readFamilyCard(text: string, reasons: Reason[]): string | null {
  if (text === '') return null;
  const digits = text.replace(/[\s.\-']/g, '');
  if (/^\d{16}$/.test(digits)) return digits;
  reasons.push(
    warn({
      code: 'kk.wrong-length',
      field: 'kk',
      says: {
        id: 'Nomor KK harus 16 angka; tidak disimpan.',
        en: 'A family card number has 16 digits; it was not kept.',
      },
    }),
  );
  return null;
}

/** The business of a row; named after its product when it has no name of its own. */
function readBusiness(
  cell: ReadField,
  edition: KbliVersion,
  reasons: Reason[],
): CandidateBusiness | null {
  const product = normaliseName(cell('product')) || null;
  const name = (normaliseName(cell('businessName')) || product || '').slice(0, longestName).trim();
  if (name === '' || nameKey(name) === '') return null;
  return {
    name,
    nameKey: nameKey(name),
    product,
    sector: sectorOf(cell('sector'), product, name, cell('kbliTitle')),
    kbliCode: readKbli(cell('kbliCode'), edition, reasons),
    ...(edition === '2025' && { kbliVersion: edition }),
    nib: readNib(cell('nib'), reasons),
  };
}

/** The edition a heading such as "KBLI 2025" names; the same five digits are another business in another edition. */
function kbliEdition({ mapping, columns }: ReadingContext): KbliVersion {
  const title = columns.find((column) => column.index === mapping.kbliCode)?.title ?? '';
  return kbliVersions.find((version) => title.includes(version)) ?? '2020';
}

function readKbli(text: string, edition: KbliVersion, reasons: Reason[]): string | null {
  if (text === '') return null;
  if (edition === '2017') {
    const says = {
      id: 'Kode KBLI 2017 tidak disimpan: artinya lain di edisi sekarang. Isi kode KBLI 2020 atau 2025.',
      en: 'A code of KBLI 2017 was not kept: it means something else today. Give the code of KBLI 2020 or 2025.',
    };
    reasons.push(warn({ code: 'kbli.old-edition', field: 'kbliCode', says }));
    return null;
  }
  const read = parseKbli(text, edition);
  if (read.ok) return read.value.code;
  reasons.push(reasonOf('warning', 'kbliCode', read.problem));
  return null;
}

function readNib(text: string, reasons: Reason[]): string | null {
  if (text === '') return null;
  const read = parseNib(text);
  if (read.ok) return read.value;
  reasons.push(reasonOf('warning', 'nib', read.problem));
  return null;
}

const factFields = [
  'sector',
  'kbliTitle',
  'workersMale',
  'workersFemale',
  'workers',
  'legalForm',
  'groupName',
  'email',
] as const satisfies readonly ImportField[];

function readFacts(
  cell: ReadField,
  row: SourceRow,
  context: ReadingContext,
): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const field of factFields) {
    const text = cell(field);
    if (text !== '') facts[field] = text.slice(0, 300);
  }
  for (const field of ['turnover', 'investment'] as const) {
    const column = context.mapping[field];
    if (column === undefined || cell(field) === '') continue;
    const title = context.columns.find(({ index }) => index === column)?.title ?? '';
    const amount = readAmount(cell(field), row.notes?.[column], rupiahUnit(title));
    if (amount !== null) facts[field] = String(amount);
  }
  return facts;
}

/** Whole rupiah; a number cell has a decimal point, typed text has Indonesian or English thousands. */
function readAmount(text: string, note: string | undefined, unit: bigint): bigint | null {
  const decimal = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (note !== undefined && decimal !== null) {
    const [, whole = '', fraction = ''] = decimal;
    return (BigInt(whole + fraction) * unit) / 10n ** BigInt(fraction.length);
  }
  const parsed = parseRupiah(text);
  const read = parsed.ok ? parsed : parseRupiah(text, ',');
  return read.ok ? read.value * unit : null;
}
