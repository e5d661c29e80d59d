import type { Words } from '#kernel/words.ts';
import type { Tone } from '#delivery/ui/tag.svelte';

export const jobWords = {
  title: { id: 'Pekerjaan latar', en: 'Background jobs' },
  calm: {
    id: 'Semua pekerjaan selesai; tidak ada yang gagal.',
    en: 'Every job is done; none failed.',
  },
  busy: {
    id: 'Ada yang sedang dikerjakan; halaman ini boleh ditinggalkan.',
    en: 'Work is going on; you may leave this page.',
  },
  trouble: {
    id: 'Ada pekerjaan yang gagal. Baca sebabnya, perbaiki, lalu ulangi; data tidak hilang.',
    en: 'Some jobs failed. Read why, fix it, then retry; no data is lost.',
  },
  job: { id: 'Pekerjaan', en: 'Job' },
  state: { id: 'Keadaan', en: 'State' },
  asked: { id: 'Diminta', en: 'Asked' },
  result: { id: 'Hasil', en: 'Outcome' },
  retry: { id: 'Ulangi', en: 'Retry' },
  retried: { id: 'Pekerjaan dimasukkan lagi ke antrean.', en: 'The job is back in the queue.' },
  tries: { id: 'percobaan', en: 'attempts' },
  bySystem: { id: 'sistem', en: 'the system' },
  unknownFault: {
    id: 'Kesalahan yang tidak terduga. Ulangi; bila gagal lagi, hubungi pengelola sistem.',
    en: 'An unexpected fault. Retry; if it fails again, tell the system administrator.',
  },
  empty: { id: 'Belum ada pekerjaan', en: 'No jobs yet' },
  emptyText: {
    id: 'Impor, dokumen PDF, dan pekerjaan malam akan muncul di sini beserta hasilnya.',
    en: 'Imports, PDF documents and nightly work will appear here with their outcome.',
  },
  all: { id: 'Semua', en: 'All' },
  states: { id: 'Menurut keadaan', en: 'By state' },
  notAllowed: { id: 'hanya petugas dinas dan pengelola', en: 'officers and administrators only' },
} satisfies Record<string, Words>;

export const jobStates: Record<string, { words: Words; tone: Tone }> = {
  waiting: { words: { id: 'Menunggu', en: 'Waiting' }, tone: 'plain' },
  running: { words: { id: 'Berjalan', en: 'Running' }, tone: 'info' },
  done: { words: { id: 'Selesai', en: 'Done' }, tone: 'good' },
  failed: { words: { id: 'Gagal', en: 'Failed' }, tone: 'bad' },
  cancelled: { words: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'plain' },
};
