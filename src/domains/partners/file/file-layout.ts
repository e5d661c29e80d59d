import { z } from 'zod';
import type { Words } from '#kernel/words.ts';

export const fileKinds = {
  candidates: { id: 'Calon penerima', en: 'Candidates' },
  decisions: { id: 'Keputusan', en: 'Decisions' },
  schedules: { id: 'Jadwal angsuran', en: 'Schedules' },
  repayments: { id: 'Pembayaran', en: 'Repayments' },
  grades: { id: 'Kolektibilitas', en: 'Grades' },
} as const satisfies Record<string, Words>;

export type FileKind = keyof typeof fileKinds;
export type IncomingKind = Exclude<FileKind, 'candidates'>;
export const incomingKinds = ['decisions', 'schedules', 'repayments', 'grades'] as const;

/** How a field's cells are read and written. */
export type FieldShape = 'text' | 'date' | 'amount' | 'whole' | 'percent' | 'code';

export interface FileField {
  readonly shape: FieldShape;
  readonly name: Words;
  /** A column every template of the kind has. */
  readonly needed: boolean;
}

const text = (id: string, en: string, needed = false): FileField => ({
  shape: 'text',
  name: { id, en },
  needed,
});
const of = (shape: FieldShape, names: readonly [string, string], needed = true): FileField => ({
  shape,
  name: { id: names[0], en: names[1] },
  needed,
});

/** What can stand in a file of each kind. Candidates have the fields SIKP asks of a local government. */
export const fileFields: Readonly<Record<FileKind, Readonly<Record<string, FileField>>>> = {
  candidates: {
    reference: text('Nomor rujukan', 'Reference', true),
    nik: text('NIK', 'NIK'),
    name: text('Nama', 'Name', true),
    sex: of('code', ['Jenis kelamin', 'Sex'], false),
    bornOn: of('date', ['Tanggal lahir', 'Birth date'], false),
    phone: text('Telepon', 'Phone'),
    address: text('Alamat', 'Address'),
    kelurahan: text('Kelurahan', 'Kelurahan'),
    kelurahanCode: text('Kode wilayah', 'Region code'),
    kecamatan: text('Kecamatan', 'Kecamatan'),
    business: text('Nama usaha', 'Business'),
    product: text('Produk', 'Product'),
    kbli: text('KBLI', 'KBLI'),
    nib: text('NIB', 'NIB'),
    group: text('Kelompok', 'Group'),
    meetings: of('whole', ['Pertemuan dihadiri', 'Meetings attended'], false),
    amount: of('amount', ['Jumlah diajukan', 'Amount asked'], false),
  },
  decisions: {
    reference: text('Nomor rujukan', 'Reference', true),
    decision: of('code', ['Keputusan', 'Decision']),
    reason: of('code', ['Alasan', 'Reason'], false),
    decidedOn: of('date', ['Tanggal keputusan', 'Decided on']),
    loanNumber: text('Nomor pinjaman', 'Loan number'),
    disbursedOn: of('date', ['Tanggal cair', 'Disbursed on'], false),
    principal: of('amount', ['Plafon', 'Principal'], false),
    rate: of('percent', ['Bunga per tahun', 'Annual rate'], false),
    installments: of('whole', ['Jumlah angsuran', 'Instalments'], false),
    firstDueOn: of('date', ['Angsuran pertama', 'First due'], false),
  },
  schedules: {
    loanNumber: text('Nomor pinjaman', 'Loan number', true),
    number: of('whole', ['Angsuran ke', 'Instalment']),
    dueOn: of('date', ['Jatuh tempo', 'Due on']),
    principal: of('amount', ['Pokok', 'Principal']),
    interest: of('amount', ['Bunga', 'Interest']),
    total: of('amount', ['Jumlah', 'Total'], false),
  },
  repayments: {
    loanNumber: text('Nomor pinjaman', 'Loan number', true),
    reference: text('Nomor transaksi', 'Transaction', true),
    paidOn: of('date', ['Tanggal bayar', 'Paid on']),
    principal: of('amount', ['Pokok', 'Principal']),
    interest: of('amount', ['Bunga', 'Interest']),
    penalty: of('amount', ['Denda', 'Penalty'], false),
    total: of('amount', ['Jumlah', 'Total'], false),
  },
  grades: {
    loanNumber: text('Nomor pinjaman', 'Loan number', true),
    grade: of('code', ['Kolektibilitas', 'Grade']),
    outstanding: of('amount', ['Baki debet', 'Outstanding']),
    daysLate: of('whole', ['Hari tunggakan', 'Days late'], false),
  },
};

export const dateStyles = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'YYYYMMDD',
  'D MMM YYYY',
] as const;
export type DateStyle = (typeof dateStyles)[number];

/** How one lender writes one kind of file: everything about it that differs from lender to lender, as data. */
export const fileLayoutInput = z.object({
  format: z.enum(['csv', 'xlsx']),
  delimiter: z.enum([';', ',', '\t', '|']).default(';'),
  /** The sheet's name in a workbook we write, by the rules of spreadsheets; the file's own name without it. */
  sheetName: z
    .string()
    .trim()
    .min(1)
    .max(31)
    .regex(/^[^[\]:*?/\\]*$/)
    .nullish()
    .transform((name) => name ?? null),
  /** In order. A heading under a merged one is written `ANGSURAN · POKOK`. */
  columns: z
    .array(z.object({ field: z.string().max(40), title: z.string().trim().min(1).max(120) }))
    .min(1)
    .max(60),
  /** The word by which the lender names itself in the lines above the table. */
  lender: z.string().trim().min(2).max(80),
  /** The word before the day the file speaks of, in the lines above the table, e.g. `Posisi`. */
  asOfWord: z.string().trim().min(2).max(40),
  dates: z.enum(dateStyles),
  decimal: z.enum([',', '.']),
  /** Decimal places of its amounts: 2 where the lender keeps cents. */
  digits: z.int().min(0).max(4),
  /** What stands in the first cells of the line of totals; null where the file has none. */
  totals: z.string().trim().min(2).max(40).nullable(),
  /** Per field, the lender's codes and what they mean. */
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** What the lender's loans have in common, as the lending engine reads terms; a decision adds rate, length and day. */
  loanTerms: z.record(z.string(), z.json()).nullable().default(null),
});

export type FileLayout = z.output<typeof fileLayoutInput>;

/** What a code may mean. */
export const codeMeanings: Readonly<Record<string, readonly string[]>> = {
  decision: ['approved', 'refused'],
  reason: [
    'old-arrears',
    'documents',
    'not-interested',
    'cannot-afford',
    'group-not-ready',
    'other',
  ],
  grade: ['1', '2', '3', '4', '5'],
  sex: ['female', 'male'],
};

/** What is wrong with a layout as a whole: unknown or missing fields, a field or heading twice, codes of no meaning. */
export function faultsOfLayout(kind: FileKind, layout: FileLayout): string[] {
  const fields = fileFields[kind];
  const named = layout.columns.map((column) => column.field);
  const titles = layout.columns.map((column) => headingKey(column.title));
  return [
    ...named.filter((field) => !Object.hasOwn(fields, field)),
    ...named.filter((field, at) => named.indexOf(field) !== at),
    ...titles.filter((title, at) => titles.indexOf(title) !== at),
    ...Object.keys(fields).filter((field) => fields[field]?.needed && !named.includes(field)),
    ...Object.entries(layout.codes).flatMap(([field, codes]) =>
      Object.values(codes).filter((meaning) => !codeMeanings[field]?.includes(meaning)),
    ),
  ];
}

/** A heading without what spreadsheets do to it: case, spaces, line breaks, stops. */
export function headingKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[.:()[\]"']/g, ' ')
    .replace(/\s*·\s*/g, '·')
    .replace(/\s+/g, ' ')
    .trim();
}
