import type { Words } from '#kernel/words.ts';

export const loanWords = {
  sub: {
    id: 'Setiap pinjaman punya jadwal, yang terjadi, dan jurnalnya. Angka hari ini.',
    en: 'Every loan has its schedule, what happened and its journals. Figures of today.',
  },
  search: { id: 'Cari nomor, nama, kelompok…', en: 'Search number, name, group…' },
  inArrears: { id: 'menunggak', en: 'in arrears' },
  principal: { id: 'Pokok', en: 'Principal' },
  outstanding: { id: 'Sisa pokok', en: 'Outstanding' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  days: { id: 'Hari terlambat', en: 'Days late' },
  next: { id: 'Jatuh tempo', en: 'Next due' },
  disbursedOn: { id: 'Cair', en: 'Disbursed' },
  empty: { id: 'Belum ada pinjaman', en: 'No loans yet' },
  emptyText: {
    id: 'Pinjaman muncul setelah pengajuan kelompok dicairkan.',
    en: 'Loans appear once a group’s application is disbursed.',
  },
} satisfies Record<string, Words>;
