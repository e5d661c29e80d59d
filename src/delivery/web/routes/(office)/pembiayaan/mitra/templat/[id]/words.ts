import { formatDate } from '#kernel/date.ts';
import { gradeWords } from '#domains/lending/arrears.ts';
import { refusalReasonWords } from '#domains/lending/application.ts';
import type { Words } from '#kernel/words.ts';

export const templateWords = {
  title: { id: 'Templat berkas', en: 'File templates' },
  kinds: { id: 'Jenis berkas', en: 'Kinds of file' },
  sub: {
    id: 'Kolom apa, urutannya, judulnya, dan cara menulis tanggal dan jumlah. Perubahan menjadi versi baru setelah disetujui orang kedua.',
    en: 'Which columns, in what order, under which headings, and how dates and amounts are written. A change becomes a new version once a second person approves.',
  },
  columns: { id: 'Kolom', en: 'Columns' },
  columnsText: {
    id: 'Beri nomor urut pada yang ikut; kosongkan yang tidak. Judul ditulis persis seperti yang diminta lembaga.',
    en: 'Number those that go in; leave the others empty. Headings are written exactly as the lender asks.',
  },
  place: { id: 'Urutan', en: 'Place' },
  field: { id: 'Isi', en: 'Field' },
  heading: { id: 'Judul kolom', en: 'Heading' },
  needed: { id: 'wajib', en: 'needed' },
  form: { id: 'Cara menulis', en: 'How it is written' },
  format: { id: 'Jenis berkas', en: 'File' },
  sheet: { id: 'Nama lembar', en: 'Sheet name' },
  sheetHint: {
    id: 'Untuk XLSX, paling panjang 31 huruf.',
    en: 'For XLSX, at most 31 letters.',
  },
  delimiter: { id: 'Pemisah kolom CSV', en: 'CSV separator' },
  semicolon: { id: 'titik koma ;', en: 'semicolon ;' },
  comma: { id: 'koma ,', en: 'comma ,' },
  tab: { id: 'tab', en: 'tab' },
  bar: { id: 'garis |', en: 'bar |' },
  dates: { id: 'Tanggal', en: 'Dates' },
  decimal: { id: 'Tanda desimal', en: 'Decimal sign' },
  decimalComma: { id: 'koma: 1500,00', en: 'comma: 1500,00' },
  decimalPoint: { id: 'titik: 1500.00', en: 'point: 1500.00' },
  digits: { id: 'Angka di belakang koma', en: 'Decimals' },
  sheetHead: { id: 'Kepala dan kaki berkas', en: 'Head and foot of the file' },
  sheetHeadText: {
    id: 'Dengan ini berkas dikenali: nama lembaga di atas tabel, hari yang dibicarakan, dan baris jumlah.',
    en: 'This is how a file is recognised: the lender’s name above the table, the day it speaks of, and the line of totals.',
  },
  lender: { id: 'Nama lembaga dalam berkas', en: 'Lender’s name in the file' },
  asOf: { id: 'Kata sebelum tanggal', en: 'Word before the day' },
  asOfHint: { id: 'Misalnya Posisi atau Per tanggal.', en: 'For instance Posisi or Per tanggal.' },
  totals: { id: 'Awal baris jumlah', en: 'Beginning of the totals' },
  totalsHint: { id: 'Kosongkan bila tidak ada.', en: 'Leave empty where there is none.' },
  codes: { id: 'Kode lembaga', en: 'The lender’s codes' },
  codesText: {
    id: 'Kode apa yang ditulis lembaga untuk setiap arti; beberapa kode dipisah koma. Kosong berarti ditulis seperti artinya.',
    en: 'Which code the lender writes for each meaning; several with commas between. Empty means it is written as its meaning.',
  },
  show: { id: 'Lihat contohnya', en: 'Show an example' },
  preview: { id: 'Contoh dengan isi rekaan', en: 'Example with made-up lines' },
  previewBroken: {
    id: 'Belum bisa dibuat: periksa urutan, judul, dan kolom wajib.',
    en: 'Cannot be made yet: check places, headings and needed columns.',
  },
  faults: (fields: string): Words => ({
    id: `Kurang atau ganda: ${fields}.`,
    en: `Missing or twice: ${fields}.`,
  }),
  validFrom: { id: 'Berlaku mulai', en: 'Holds from' },
  propose: { id: 'Ajukan versi ini', en: 'Propose this version' },
  proposeText: {
    id: 'Penyetuju lembaga atau kepala dinas menyetujuinya di halaman Hari ini.',
    en: 'The lender’s approver or the head of department approves it on the Today page.',
  },
  proposed: {
    id: 'Versi baru diajukan; menunggu orang kedua.',
    en: 'The new version was proposed; it waits for a second person.',
  },
  versions: { id: 'Versi', en: 'Versions' },
  version: { id: 'Versi', en: 'Version' },
  inForce: { id: 'berlaku', en: 'in force' },
  ahead: { id: 'akan berlaku', en: 'to come' },
  first: { id: 'versi pertama', en: 'first version' },
  none: { id: 'Belum ada templat', en: 'No template yet' },
  noneText: {
    id: 'Isi kolom dan cara menulisnya, lalu ajukan.',
    en: 'Fill in columns and how they are written, then propose it.',
  },
} satisfies Record<string, Words | ((...given: never[]) => Words)>;

export function versionLine(version: {
  validFrom: string;
  proposedBy: string | null;
  savedBy: string | null;
}): Words {
  const from = (lang: 'id' | 'en') => formatDate(version.validFrom, lang);
  const { proposedBy, savedBy } = version;
  return {
    id: `mulai ${from('id')} · ${proposedBy ? `${proposedBy}, disetujui ${savedBy ?? '–'}` : (savedBy ?? templateWords.first.id)}`,
    en: `from ${from('en')} · ${proposedBy ? `${proposedBy}, approved by ${savedBy ?? '–'}` : (savedBy ?? templateWords.first.en)}`,
  };
}

/** What a code means, in words. */
export const meaningWords: Readonly<Record<string, Words>> = {
  approved: { id: 'Disetujui', en: 'Approved' },
  refused: { id: 'Ditolak', en: 'Refused' },
  female: { id: 'Perempuan', en: 'Female' },
  male: { id: 'Laki-laki', en: 'Male' },
  ...refusalReasonWords,
  ...gradeWords,
};
