import type { Words } from '#kernel/words.ts';

export const searchWords = {
  title: { id: 'Cari', en: 'Search' },
  label: {
    id: 'Nama, usaha, produk, tempat, telepon, atau NIK',
    en: 'Name, business, product, place, telephone or NIK',
  },
  find: { id: 'Cari', en: 'Search' },
  nik: { id: 'satu NIK', en: 'one NIK' },
  short: { id: 'Ketik sedikitnya dua huruf.', en: 'Type at least two letters.' },
  none: { id: 'Tidak ditemukan', en: 'Nothing found' },
  noneText: {
    id: 'Coba satu kata saja, atau nama kelurahannya. Yang di luar wilayah tugas Anda tidak ditampilkan.',
    en: 'Try one word only, or the name of the kelurahan. What is outside your area is not shown.',
  },
  noneNik: {
    id: 'Tidak ada orang dengan NIK itu di wilayah tugas Anda. Periksa ke-16 angkanya, atau cari dengan namanya.',
    en: 'Nobody in your area has that NIK. Check its 16 digits, or search by the name.',
  },
  person: { id: 'Orang', en: 'People' },
  business: { id: 'Usaha', en: 'Businesses' },
  group: { id: 'Kelompok', en: 'Groups' },
  loan: { id: 'Pinjaman', en: 'Loans' },
  more: {
    id: 'Hanya yang teratas ditampilkan; perjelas katanya.',
    en: 'Only the first are shown; be more precise.',
  },
  all: { id: 'Tampilkan semua hasil', en: 'Show all results' },
  nothing: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  offline: {
    id: 'Tidak tersambung. Tekan Enter untuk mencoba lagi.',
    en: 'Not connected. Press Enter to try again.',
  },
} satisfies Record<string, Words>;

/** Said to a screen reader when the list under the box changes. */
export function countWords(count: number): Words {
  return count === 0
    ? searchWords.nothing
    : {
        id: `${count} hasil. Panah atas dan bawah untuk memilih.`,
        en: `${count} results. Use the arrow keys to choose.`,
      };
}
