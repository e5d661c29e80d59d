import type { Words } from '#kernel/words.ts';

export const applicationListWords = {
  sub: {
    id: 'Kelompok mengajukan, satu orang merekomendasikan, orang lain menyetujui, lalu uangnya cair sekali.',
    en: 'A group applies, one person recommends, another approves, and the money is handed out once.',
  },
  open: { id: 'menunggu keputusan atau pencairan', en: 'waiting for a decision or the money' },
  search: { id: 'Cari nomor, kelompok, produk…', en: 'Search number, group, product…' },
  empty: { id: 'Belum ada pengajuan', en: 'No applications yet' },
} satisfies Record<string, Words>;
