import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const reportProblems = defineProblems('mentoring', {
  unknownReport: {
    status: 404,
    say: () => ({
      id: 'Laporan ini tidak ditemukan. Kembali ke daftar laporan lalu pilih lagi.',
      en: 'There is no such report. Go back to the list of reports and choose again.',
    }),
  },
  notYourReport: {
    status: 403,
    say: () => ({
      id: 'Setiap pendamping menulis laporannya sendiri; laporan kota ditulis koordinator.',
      en: 'Each mentor writes her own report; the city’s is written by the coordinator.',
    }),
  },
  reportClosed: {
    status: 409,
    say: (d: { state: Words }) => ({
      id: `Laporan ini sudah ${d.state.id.toLowerCase()}, jadi tidak bisa diubah. Minta dikembalikan bila ada yang keliru.`,
      en: `This report is ${d.state.en.toLowerCase()}, so it cannot be changed. Ask for it to be returned if something is wrong.`,
    }),
  },
  monthNotOver: {
    status: 422,
    say: (d: { from: BusinessDate }) => ({
      id: `Bulannya belum selesai. Laporan ini bisa dikirim mulai ${formatDate(d.from, 'id')}.`,
      en: `The month is not over. This report can be sent from ${formatDate(d.from, 'en')}.`,
    }),
  },
  reportNotSent: {
    status: 409,
    say: (d: { state: Words }) => ({
      id: `Laporan ini sedang "${d.state.id}", bukan menunggu diterima. Muat ulang halaman.`,
      en: `This report is "${d.state.en}" and not waiting to be accepted. Reload the page.`,
    }),
  },
  ownReport: {
    status: 403,
    say: () => ({
      id: 'Laporan yang Anda kirim sendiri harus diterima orang lain.',
      en: 'A report that you sent must be accepted by somebody else.',
    }),
  },
});
