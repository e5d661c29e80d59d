import { formatDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** What can be wrong with a lender's file as a whole; nothing of such a file is kept. */
export const fileProblems = defineProblems('partners', {
  noTemplate: {
    status: 409,
    field: 'kind',
    say: (d: { lender: string }) => ({
      id: `Templat berkas ini untuk ${d.lender} belum ada. Simpan templatnya dulu di halaman lembaga.`,
      en: `There is no template of this file for ${d.lender} yet. Save one on the lender’s page first.`,
    }),
  },
  layoutFaulty: {
    status: 422,
    field: 'columns',
    say: (d: { fields: readonly string[] }) => ({
      id: `Templat belum lengkap atau ganda: ${d.fields.join(', ')}. Perbaiki kolom dan kodenya.`,
      en: `The template is incomplete or says things twice: ${d.fields.join(', ')}. Correct its columns and codes.`,
    }),
  },
  columnsMissing: {
    status: 422,
    field: 'file',
    say: (d: { titles: readonly string[] }) => ({
      id: `Kolom tidak ditemukan: ${d.titles.join('; ')}. Periksa apakah ini jenis berkas yang benar, atau sesuaikan templatnya.`,
      en: `Columns not found: ${d.titles.join('; ')}. Check that this is the right kind of file, or adjust the template.`,
    }),
  },
  anotherLender: {
    status: 409,
    field: 'file',
    say: (d: { expected: string }) => ({
      id: `Berkas ini tidak menyebut ${d.expected}; kemungkinan milik lembaga lain. Belum ada yang dicatat. Pilih lembaga yang benar.`,
      en: `This file does not name ${d.expected}; it may be another lender’s. Nothing was recorded. Choose the right lender.`,
    }),
  },
  noDay: {
    status: 422,
    field: 'file',
    say: (d: { word: string }) => ({
      id: `Tanggal posisi tidak ditemukan. Berkas harus memuat baris "${d.word}" dengan tanggal di atas tabel.`,
      en: `The file does not say its day. It needs a line "${d.word}" with a date above the table.`,
    }),
  },
  noLines: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Tidak ada baris data di bawah judul kolom. Minta berkas yang lengkap dari lembaga.',
      en: 'There are no lines under the headings. Ask the lender for the whole file.',
    }),
  },
  totalsDiffer: {
    status: 422,
    field: 'file',
    say: (d: { column: string; said: bigint; counted: bigint; digits: number }) => ({
      id: `Jumlah kolom ${d.column} tidak cocok: berkas menulis ${formatScaled(d.said, d.digits, 'id')}, barisnya berjumlah ${formatScaled(d.counted, d.digits, 'id')}. Minta lembaga mengirim ulang.`,
      en: `The total of ${d.column} does not add up: the file says ${formatScaled(d.said, d.digits, 'en')}, its lines make ${formatScaled(d.counted, d.digits, 'en')}. Ask the lender to send it again.`,
    }),
  },
  noTotals: {
    status: 422,
    field: 'file',
    say: (d: { word: string }) => ({
      id: `Baris "${d.word}" tidak ada, jadi berkas mungkin terpotong. Minta berkas yang lengkap.`,
      en: `The line "${d.word}" is missing, so the file may be cut off. Ask for the whole file.`,
    }),
  },
  dayAhead: {
    status: 422,
    field: 'file',
    say: (d: { asOf: string }) => ({
      id: `Berkas ini bertanggal ${formatDate(d.asOf, 'id')}, yang belum tiba. Periksa tanggal posisinya.`,
      en: `This file is dated ${formatDate(d.asOf, 'en')}, which has not come. Check its day.`,
    }),
  },
});
