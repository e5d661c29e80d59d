import type { Words } from '#kernel/words.ts';

export const claimWords = {
  title: { id: 'Utang antaranggota', en: 'Debts between members' },
  text: {
    id: 'Uangnya dari tangan ke tangan, bukan kas pertemuan. Perlu sinyal untuk mencatat.',
    en: 'The money goes from hand to hand and is not the meeting’s cash. Recording needs a connection.',
  },
  owes: { id: 'masih berutang', en: 'still owes' },
  to: { id: 'kepada', en: 'to' },
  amount: { id: 'Dibayar sekarang', en: 'Paid now' },
  record: { id: 'Catat', en: 'Record' },
  done: {
    id: 'Pembayaran kepada anggota yang menanggung tercatat.',
    en: 'The payment to the member who covered was recorded.',
  },
} satisfies Record<string, Words>;
