import { defineProblems } from '#platform/command/problem.ts';
import type { Refusal } from '#platform/command/problem.ts';
import type { FaultDetails, FaultReport } from './fault.ts';

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_000_000));
const count = (n: number, lang: 'id' | 'en') => n.toLocaleString(lang === 'id' ? 'id-ID' : 'en-US');

const saveAs = {
  id: 'Buka di Excel atau LibreOffice, pilih Simpan Sebagai “.xlsx”, lalu unggah lagi.',
  en: 'Open it in Excel or LibreOffice, choose Save As “.xlsx”, and upload it again.',
};

/** Every way an uploaded spreadsheet can be refused, with what to do about it. */
export const spreadsheetProblems = defineProblems('spreadsheet', {
  empty: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Berkas ini kosong (0 byte). Pilih berkas yang berisi daftar, lalu unggah lagi.',
      en: 'This file is empty (0 bytes). Choose the file that holds the list and upload it again.',
    }),
  },
  noRows: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Tidak ada satu baris pun di berkas ini. Periksa apakah datanya ada di berkas lain.',
      en: 'There is not a single row in this file. Check whether the data is in another file.',
    }),
  },
  tooBig: {
    status: 413,
    field: 'file',
    say: ({ bytes, limit }: FaultDetails['tooBig']) => ({
      id: `Berkas ini ${megabytes(bytes)} MB, batasnya ${megabytes(limit)} MB. Hapus gambar di dalamnya atau bagi menjadi beberapa berkas.`,
      en: `This file is ${megabytes(bytes)} MB; the limit is ${megabytes(limit)} MB. Remove pictures from it or split it into several files.`,
    }),
  },
  zipBomb: {
    status: 413,
    field: 'file',
    say: ({ unpackedBytes }: FaultDetails['zipBomb']) => ({
      id: `Berkas ini mengembang menjadi ${megabytes(unpackedBytes)} MB saat dibuka, jauh di luar kewajaran, jadi tidak dibuka. Salin datanya ke berkas baru lalu unggah lagi.`,
      en: `This file would swell to ${megabytes(unpackedBytes)} MB when opened, far beyond what is normal, so it was not opened. Copy the data into a new file and upload it again.`,
    }),
  },
  tooManyRows: {
    status: 413,
    field: 'file',
    say: ({ sheet, limit }: FaultDetails['tooManyRows']) => ({
      id: `Lembar “${sheet}” berisi lebih dari ${count(limit, 'id')} baris. Bagi menjadi beberapa berkas.`,
      en: `Sheet “${sheet}” holds more than ${count(limit, 'en')} rows. Split it into several files.`,
    }),
  },
  tooManyColumns: {
    status: 413,
    field: 'file',
    say: ({ sheet, row, limit }: FaultDetails['tooManyColumns']) => ({
      id: `Baris ${row} di lembar “${sheet}” terisi melewati kolom ke-${limit}. Hapus kolom yang tidak dipakai.`,
      en: `Row ${row} of sheet “${sheet}” is filled beyond column ${limit}. Delete the columns you do not need.`,
    }),
  },
  tooManyCells: {
    status: 413,
    field: 'file',
    say: ({ limit }: FaultDetails['tooManyCells']) => ({
      id: `Berkas ini berisi lebih dari ${count(limit, 'id')} sel. Bagi menjadi beberapa berkas.`,
      en: `This file holds more than ${count(limit, 'en')} cells. Split it into several files.`,
    }),
  },
  tooSlow: {
    status: 422,
    field: 'file',
    say: ({ seconds }: FaultDetails['tooSlow']) => ({
      id: `Berkas ini tidak selesai dibaca dalam ${seconds} detik. Simpan sebagai CSV atau bagi menjadi beberapa berkas.`,
      en: `This file could not be read within ${seconds} seconds. Save it as CSV or split it into several files.`,
    }),
  },
  tooHeavy: {
    status: 413,
    field: 'file',
    say: () => ({
      id: 'Berkas ini terlalu berat untuk dibaca sekaligus. Simpan sebagai CSV atau bagi menjadi beberapa berkas.',
      en: 'This file is too heavy to read at once. Save it as CSV or split it into several files.',
    }),
  },
  passwordProtected: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya (Berkas › Info › Proteksi), simpan, lalu unggah lagi.',
      en: 'This file is locked with a password. Open it in Excel, remove the password (File › Info › Protect), save it, and upload it again.',
    }),
  },
  oldXls: {
    status: 415,
    field: 'file',
    say: () => ({
      id: `Berkas ini berformat Excel lama (.xls). ${saveAs.id}`,
      en: `This file is in the old Excel format (.xls). ${saveAs.en}`,
    }),
  },
  unsupportedWorkbook: {
    status: 415,
    field: 'file',
    say: ({ format }: FaultDetails['unsupportedWorkbook']) => ({
      id: `Berkas ini berformat ${format}, yang belum dapat dibaca. ${saveAs.id}`,
      en: `This file is in the ${format} format, which cannot be read yet. ${saveAs.en}`,
    }),
  },
  notASpreadsheet: {
    status: 415,
    field: 'file',
    say: ({ looksLike }: FaultDetails['notASpreadsheet']) => ({
      id: `Isi berkas ini ${looksLike}, bukan tabel, walaupun namanya mungkin berakhiran .xlsx. Unggah berkas Excel (.xlsx) atau CSV.`,
      en: `The content of this file is ${looksLike}, not a table, even if its name ends in .xlsx. Upload an Excel file (.xlsx) or CSV.`,
    }),
  },
  changedMeanwhile: {
    status: 409,
    field: 'file',
    say: (_: Record<string, never>) => ({
      id: 'Berkas ini berubah selagi dibaca; mungkin masih terbuka dan sedang disimpan. Tutup dulu di Excel, lalu ulangi.',
      en: 'This file changed while it was being read; perhaps it is still open and being saved. Close it in Excel, then try again.',
    }),
  },
  damaged: {
    status: 422,
    field: 'file',
    say: ({ part }: FaultDetails['damaged']) => ({
      id: `Berkas ini rusak atau terpotong (${part}). Buka di Excel, simpan ulang, atau minta salinannya lagi.`,
      en: `This file is damaged or cut short (${part}). Open it in Excel and save it again, or ask for another copy.`,
    }),
  },
});

/** The refusal for what the parser found. */
export function refusalOf(report: FaultReport): Refusal {
  const make = spreadsheetProblems[report.name] as (details: unknown) => Refusal;
  return make(report.details);
}
