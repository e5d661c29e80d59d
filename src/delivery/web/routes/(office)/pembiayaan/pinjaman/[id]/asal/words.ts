import type { Words } from '#kernel/words.ts';

export const originWords = {
  title: { id: 'Asal angka', en: 'Where the figures come from' },
  sub: {
    id: 'Setiap angka bisa dibuka sampai ke hitungannya, untuk hari apa pun sejak pencairan.',
    en: 'Every figure opens down to its arithmetic, for any day since the disbursement.',
  },
  on: { id: 'Keadaan pada akhir hari', en: 'As it stood at the end of' },
  show: { id: 'Tampilkan', en: 'Show' },
  outside: {
    id: 'Pilih hari antara pencairan dan hari ini. Yang tampil keadaan hari ini.',
    en: 'Choose a day between the disbursement and today. Shown is today.',
  },
  totals: { id: 'Angka pokok', en: 'Main figures' },
  instalment: { id: 'Angsuran ke-', en: 'Instalment ' },
  entries: {
    id: 'Apa yang terjadi, dan ke mana uangnya',
    en: 'What happened, and where the money went',
  },
  entriesNote: {
    id: 'Bernomor seperti pada rekening koran',
    en: 'Numbered as on the statement',
  },
  schedule: { id: 'Jadwal pada hari itu', en: 'The schedule on that day' },
  version: { id: 'Jadwal versi', en: 'Schedule version' },
  of: { id: 'dari', en: 'of' },
  number: { id: 'Ke-', en: 'No.' },
  dueOn: { id: 'Jatuh tempo', en: 'Due' },
  principal: { id: 'Pokok', en: 'Principal' },
  interest: { id: 'Jasa', en: 'Interest' },
  charges: { id: 'Biaya & denda', en: 'Charges' },
  paid: { id: 'Dibayar', en: 'Paid' },
  left: { id: 'Masih kurang', en: 'Still to pay' },
  open: { id: 'Asalnya', en: 'Origin' },
} satisfies Record<string, Words>;
