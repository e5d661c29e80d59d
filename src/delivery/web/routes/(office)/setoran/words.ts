import type { Words } from '#kernel/words.ts';

export const bagWords = {
  title: { id: 'Setoran tas', en: 'Cash bags' },
  sub: (held: string, bags: number): Words => ({
    id: bags === 0 ? 'Semua tas pendamping kosong.' : `${held} masih di ${bags} tas pendamping.`,
    en:
      bags === 0
        ? 'All mentors’ bags are empty.'
        : `${held} still lies in ${bags} mentor${bags === 1 ? '’s bag' : 's’ bags'}.`,
  }),
  receive: { id: 'Terima setoran', en: 'Receive cash' },
  bag: { id: 'Tas milik', en: 'Whose bag' },
  bagOption: (mentor: string, holds: string, counted: string | null): Words => ({
    id: counted === null ? `${mentor}: ${holds}` : `${mentor}: ${holds} (dihitung ${counted})`,
    en: counted === null ? `${mentor}: ${holds}` : `${mentor}: ${holds} (counted ${counted})`,
  }),
  amount: { id: 'Jumlah yang diterima', en: 'Amount received' },
  amountHint: { id: 'Hitung dulu bersama pendampingnya.', en: 'Count it with the mentor first.' },
  slip: { id: 'Nomor slip', en: 'Slip number' },
  into: { id: 'Masuk ke', en: 'Goes into' },
  till: { id: 'Brankas', en: 'The safe' },
  bank: { id: 'Bank', en: 'The bank' },
  keep: { id: 'Catat setoran', en: 'Record it' },
  recorded: { id: 'Setoran tercatat.', en: 'The deposit was recorded.' },
  latest: { id: 'Setoran terakhir', en: 'Latest deposits' },
  on: { id: 'Tanggal', en: 'Date' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  by: { id: 'Diterima oleh', en: 'Received by' },
  none: { id: 'Belum ada tas', en: 'No bags yet' },
  noneText: {
    id: 'Tas muncul di sini begitu seorang pendamping menutup pertemuan yang menerima uang.',
    en: 'A bag appears here as soon as a mentor closes a meeting that took cash.',
  },
} as const;
