import type { Words } from '#kernel/words.ts';
import { importFields, type ImportField } from './import-fields.ts';

/** The columns of the city's own template, in order. */
export const templateFields = [
  'name',
  'nik',
  'sex',
  'birthDate',
  'phone',
  'address',
  'kelurahan',
  'kecamatan',
  'businessName',
  'product',
  'sector',
  'nib',
  'turnover',
  'groupName',
] as const satisfies readonly ImportField[];

type TemplateField = (typeof templateFields)[number];

/** What stands in the example row; province 99 does not exist, so the NIK can be nobody's. */
const example: Readonly<Record<TemplateField, string>> = {
  name: 'Contoh: Siti Aminah',
  nik: '9999014105900001',
  sex: 'P',
  birthDate: '1990-05-01',
  phone: '0812-3456-7890',
  address: 'Jl. Mawar No. 12 RT 05',
  kelurahan: 'Simpang IV Sipin',
  kecamatan: 'Telanaipura',
  businessName: 'Dapur Siti',
  product: 'Keripik singkong',
  sector: 'Kuliner',
  nib: '',
  turnover: '2500000',
  groupName: '',
};

const hints: Readonly<Record<TemplateField, Words>> = {
  name: { id: 'wajib', en: 'required' },
  nik: { id: '16 angka, kolom diatur sebagai teks', en: '16 digits, column set to text' },
  sex: { id: 'L atau P', en: 'L (man) or P (woman)' },
  birthDate: { id: 'misalnya 01/05/1990', en: 'for example 01/05/1990' },
  phone: { id: 'boleh dua, dipisah garis miring', en: 'two are fine, divided by a slash' },
  address: { id: 'jalan, nomor, RT', en: 'street, number, RT' },
  kelurahan: { id: 'nama kelurahan', en: 'name of the kelurahan' },
  kecamatan: { id: 'nama kecamatan', en: 'name of the kecamatan' },
  businessName: { id: 'bila ada', en: 'if it has one' },
  product: { id: 'yang utama', en: 'the main one' },
  sector: {
    id: 'kuliner, fesyen, otomotif, TI, agro, pendidikan, lainnya',
    en: 'culinary, fashion, automotive, IT, agro, education, other',
  },
  nib: { id: '13 angka, bila sudah ada', en: '13 digits, if issued' },
  turnover: { id: 'rupiah per bulan', en: 'rupiah per month' },
  groupName: { id: 'bila sudah berkelompok', en: 'if in a group' },
};

export interface TemplateColumn {
  readonly field: TemplateField;
  readonly title: string;
  readonly hint: Words;
  readonly example: string;
}

/** The template as columns; headings are Indonesian, which the mapping knows word for word. */
export const templateColumns: readonly TemplateColumn[] = templateFields.map((field) => ({
  field,
  title: importFields[field].title.id,
  hint: hints[field],
  example: example[field],
}));

/** The template's own example row, left in place by many who fill it in. */
export function isTemplateExample(cells: readonly string[]): boolean {
  return cells.includes(example.name);
}
