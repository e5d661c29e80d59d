import type { Words } from '#kernel/words.ts';

export const applicationListWords = {
  sub: {
    id: 'Kelompok atau satu orang mengajukan, satu petugas merekomendasikan, orang lain menyetujui, lalu uangnya cair sekali.',
    en: 'A group or one person applies, one officer recommends, another approves, and the money is handed out once.',
  },
  open: { id: 'menunggu keputusan atau pencairan', en: 'waiting for a decision or the money' },
  search: { id: 'Cari nomor, pemohon, produk…', en: 'Search number, applicant, product…' },
  empty: { id: 'Belum ada pengajuan', en: 'No applications yet' },
} satisfies Record<string, Words>;
