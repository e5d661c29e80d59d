import type { Words } from '#kernel/words.ts';

export const receiptCheckWords = {
  title: { id: 'Periksa kuitansi', en: 'Check a receipt' },
  genuine: { id: 'Kuitansi asli', en: 'The receipt is genuine' },
  unknown: { id: 'Kuitansi belum dikenal', en: 'The receipt is not known yet' },
  line: (r: { number: string; date: string; institution: string; total: string }): Words => ({
    id: `${r.number}, ${r.date}: ${r.institution} menerima ${r.total}.`,
    en: `${r.number}, ${r.date}: ${r.institution} received ${r.total}.`,
  }),
  reversed: {
    id: 'Kuitansi asli, ada yang dibatalkan',
    en: 'Genuine, and partly or wholly reversed',
  },
  reversal: (r: { amount: string; date: string; reference: string }): Words => ({
    id: `${r.amount} dibatalkan pada ${r.date}, catatan pembatalan ${r.reference}.`,
    en: `${r.amount} was reversed on ${r.date}, entry of reversal ${r.reference}.`,
  }),
  compare: {
    id: 'Cocokkan nomor, tanggal, dan jumlahnya dengan kertas di tangan Anda.',
    en: 'Compare number, date and amount with the paper in your hand.',
  },
  unknownText: {
    id: 'Kode ini belum ada di catatan kota ini. Kuitansi dari pertemuan tanpa sinyal baru sah setelah sampai di server, biasanya pada hari yang sama: periksa lagi nanti. Sampai itu jangan terima sebagai bukti; tanyakan kepada pendamping atau koperasi.',
    en: 'This code is not in this city’s records yet. A receipt from a meeting without signal is valid once it has reached the server, usually the same day: check again later. Until then do not take it as proof; ask the mentor or the cooperative.',
  },
  private: {
    id: 'Halaman ini tidak menampilkan nama atau data pribadi.',
    en: 'This page shows no name and no personal data.',
  },
} as const;
