import type { Words } from '#kernel/words.ts';

export const searchWords = {
  title: { id: 'Cari', en: 'Search' },
  label: {
    id: 'Nama orang, usaha, kelompok, atau nomor telepon',
    en: 'Name of a person, business or group, or a telephone number',
  },
  find: { id: 'Cari', en: 'Search' },
  short: { id: 'Ketik sedikitnya dua huruf.', en: 'Type at least two letters.' },
  none: { id: 'Tidak ditemukan', en: 'Nothing found' },
  noneText: {
    id: 'Coba sebagian nama saja. Yang di luar wilayah tugas Anda tidak ditampilkan.',
    en: 'Try only a part of the name. What is outside your area is not shown.',
  },
  group: { id: 'Kelompok', en: 'Groups' },
  person: { id: 'Orang', en: 'People' },
  business: { id: 'Usaha', en: 'Businesses' },
  more: {
    id: 'Hanya yang teratas ditampilkan; perjelas katanya.',
    en: 'Only the first are shown; be more precise.',
  },
} satisfies Record<string, Words>;
