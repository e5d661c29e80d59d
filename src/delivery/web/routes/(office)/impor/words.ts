import type { Words } from '#kernel/words.ts';
import type { ImportState } from '#domains/registry/import-states.ts';
import type { Tone } from '#delivery/ui/tag.svelte';

export const importWords = {
  title: { id: 'Impor', en: 'Imports' },
  sub: {
    id: 'Berkas dinas menjadi orang dan usaha: setiap baris baru, sudah ada, perlu ditinjau, atau perlu diperbaiki.',
    en: 'A department’s file becomes people and businesses: each row new, already here, to review, or to repair.',
  },
  upload: { id: 'Unggah berkas', en: 'Upload a file' },
  template: { id: 'Unduh templat', en: 'Download the template' },
  file: { id: 'Berkas', en: 'File' },
  state: { id: 'Keadaan', en: 'State' },
  rows: { id: 'Baris', en: 'Rows' },
  fresh: { id: 'Baru', en: 'New' },
  repair: { id: 'Perbaikan', en: 'To repair' },
  by: { id: 'Diunggah', en: 'Uploaded' },
  empty: { id: 'Belum ada impor', en: 'No imports yet' },
  emptyText: {
    id: 'Unggah daftar anggota atau usaha dalam Excel atau CSV, bentuk apa pun. Kolomnya dikenali, lalu Anda periksa.',
    en: 'Upload a list of members or businesses in Excel or CSV, of any shape. Its columns are recognised, then you check them.',
  },
} satisfies Record<string, Words>;

export const stateTones: Record<ImportState, Tone> = {
  reading: 'info',
  read: 'watch',
  mapped: 'watch',
  previewing: 'info',
  previewed: 'watch',
  applying: 'info',
  applied: 'good',
  failed: 'bad',
  cancelled: 'plain',
  undone: 'plain',
};

export const uploadWords = {
  title: { id: 'Unggah berkas', en: 'Upload a file' },
  sub: {
    id: 'Excel (.xlsx) atau CSV, paling besar 25 MB. Belum ada yang disimpan ke data warga sebelum Anda menerapkannya.',
    en: 'Excel (.xlsx) or CSV, 25 MB at most. Nothing enters the registry until you apply it.',
  },
  file: { id: 'Berkas', en: 'File' },
  hint: {
    id: 'Judul besar, kolom gabungan, beberapa lembar, dan HP tanpa nol di depan tidak masalah.',
    en: 'Title blocks, merged cells, several sheets and phones without their zero are no trouble.',
  },
  department: { id: 'Daftar siapa?', en: 'Whose list is it?' },
  departmentHint: {
    id: 'Tertulis pada impor dan di jejak audit, agar asal data bisa ditanyakan.',
    en: 'It stands on the import and in the audit trail, so that where data came from can be asked.',
  },
  nobodySays: { id: 'Tidak disebutkan', en: 'Not said' },
  send: { id: 'Unggah dan baca', en: 'Upload and read' },
  missing: { id: 'Pilih berkasnya dahulu.', en: 'Choose the file first.' },
  full: {
    id: 'Penyimpanan server penuh, jadi berkas ini tidak tersimpan. Beri tahu pengelola sistem lalu unggah lagi.',
    en: 'The server’s storage is full, so this file was not kept. Tell the operator, then upload it again.',
  },
} satisfies Record<string, Words>;
