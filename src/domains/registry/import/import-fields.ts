import type { Words } from '#kernel/words.ts';
import { knownHeadings } from './known-headings.ts';

/** What a column of a spreadsheet can mean to the registry. */
export const importFields = {
  name: { title: { id: 'Nama pemilik', en: 'Owner’s name' }, headers: knownHeadings.name },
  nik: { title: { id: 'NIK', en: 'NIK' }, headers: knownHeadings.nik },
  kk: { title: { id: 'Nomor KK', en: 'Family card number' }, headers: knownHeadings.kk },
  sex: { title: { id: 'Jenis kelamin', en: 'Sex' }, headers: knownHeadings.sex },
  birthDate: { title: { id: 'Tanggal lahir', en: 'Birth date' }, headers: knownHeadings.birthDate },
  phone: { title: { id: 'Nomor HP', en: 'Phone' }, headers: knownHeadings.phone },
  address: { title: { id: 'Alamat', en: 'Address' }, headers: knownHeadings.address },
  kelurahan: { title: { id: 'Kelurahan', en: 'Kelurahan' }, headers: knownHeadings.kelurahan },
  kecamatan: { title: { id: 'Kecamatan', en: 'Kecamatan' }, headers: knownHeadings.kecamatan },
  businessName: {
    title: { id: 'Nama usaha', en: 'Business name' },
    headers: knownHeadings.businessName,
  },
  product: { title: { id: 'Produk', en: 'Product' }, headers: knownHeadings.product },
  sector: { title: { id: 'Bidang usaha', en: 'Sector' }, headers: knownHeadings.sector },
  kbliCode: { title: { id: 'Kode KBLI', en: 'KBLI code' }, headers: knownHeadings.kbliCode },
  kbliTitle: { title: { id: 'Uraian KBLI', en: 'KBLI title' }, headers: knownHeadings.kbliTitle },
  nib: { title: { id: 'NIB', en: 'NIB' }, headers: knownHeadings.nib },
  turnover: { title: { id: 'Omzet', en: 'Turnover' }, headers: knownHeadings.turnover },
  investment: {
    title: { id: 'Modal / nilai investasi', en: 'Capital' },
    headers: knownHeadings.investment,
  },
  workersMale: {
    title: { id: 'Tenaga kerja laki-laki', en: 'Male workers' },
    headers: knownHeadings.workersMale,
  },
  workersFemale: {
    title: { id: 'Tenaga kerja perempuan', en: 'Female workers' },
    headers: knownHeadings.workersFemale,
  },
  workers: { title: { id: 'Jumlah tenaga kerja', en: 'Workers' }, headers: knownHeadings.workers },
  legalForm: {
    title: { id: 'Bentuk badan usaha', en: 'Legal form' },
    headers: knownHeadings.legalForm,
  },
  groupName: { title: { id: 'Kelompok', en: 'Group' }, headers: knownHeadings.groupName },
  email: { title: { id: 'Surel', en: 'E-mail' }, headers: knownHeadings.email },
} as const satisfies Record<string, { title: Words; headers: readonly string[] }>;

export type ImportField = keyof typeof importFields;

export const importFieldNames = Object.keys(importFields) as ImportField[];

/** A heading as compared: lower case, no marks, no units, single spaces. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
