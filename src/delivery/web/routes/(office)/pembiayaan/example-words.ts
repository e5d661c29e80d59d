import type { Words } from '#kernel/words.ts';

export const exampleWords = {
  title: { id: 'Contoh dan harga sebenarnya', en: 'Example and true price' },
  of: { id: 'pinjaman', en: 'a loan of' },
  dueOn: { id: 'Jatuh tempo', en: 'Due' },
  principal: { id: 'Pokok', en: 'Principal' },
  interest: { id: 'Jasa', en: 'Interest' },
  fee: { id: 'Biaya', en: 'Fee' },
  instalment: { id: 'Angsuran', en: 'Instalment' },
  whole: { id: 'Semua angsuran', en: 'All instalments' },
  notYet: {
    id: 'Jadwal dan harga muncul di sini begitu jumlah, jasa, dan angsurannya bisa dihitung.',
    en: 'Schedule and price appear here as soon as amount, interest and instalments can be computed.',
  },
} satisfies Record<string, Words>;
