import type { Words } from '#kernel/words.ts';

export const pickerWords = {
  search: { id: 'Cari orang, usaha, atau produk', en: 'Search people, businesses or products' },
  where: { id: 'Kelurahan tempat tinggal', en: 'Kelurahan of residence' },
  anywhere: { id: 'Semua kelurahan', en: 'All kelurahan' },
  find: { id: 'Cari', en: 'Search' },
  add: { id: 'Tambahkan yang dicentang', en: 'Add those ticked' },
  found: { id: 'Cari anggota', en: 'Find members' },
  chosen: { id: 'Anggota terpilih', en: 'Chosen members' },
  chosenHint: { id: 'Hapus centang untuk mengeluarkan.', en: 'Untick to take somebody off.' },
  none: {
    id: 'Belum ada yang dipilih. Cari di atas, centang, lalu tambahkan.',
    en: 'Nobody is chosen yet. Search above, tick, then add.',
  },
  nobody: {
    id: 'Tidak ada yang cocok. Coba sebagian nama, atau daftarkan orangnya lewat impor.',
    en: 'Nobody matches. Try part of the name, or register people by import.',
  },
  more: {
    id: 'Masih ada lagi. Persempit dengan nama atau kelurahan.',
    en: 'There are more. Narrow it by name or kelurahan.',
  },
  inGroup: { id: 'sudah di kelompok', en: 'already in' },
  noBusiness: { id: 'usaha belum tercatat', en: 'no business on record' },
} satisfies Record<string, Words>;

export function chosenWords(count: number): Words {
  return { id: `${count} orang`, en: count === 1 ? '1 person' : `${count} people` };
}
