import type { CrossRow } from '#domains/programmes/server/index.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { View } from './rules.ts';

export const crossWords = {
  title: { id: 'Lintas perangkat daerah', en: 'Across departments' },
  search: { id: 'Cari nama…', en: 'Search a name…' },
  lists: { id: 'Daftar yang dibaca', en: 'Lists that were read' },
  name: { id: 'Nama', en: 'Name' },
  business: { id: 'Usaha', en: 'Business' },
  place: { id: 'Kelurahan', en: 'Kelurahan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  listedBy: { id: 'Terdaftar di', en: 'Listed by' },
  givenBy: { id: 'Diberi oleh', en: 'Given by' },
  service: { id: 'Layanan', en: 'Service' },
  allServices: { id: 'Semua layanan', en: 'All services' },
  department: { id: 'Perangkat daerah', en: 'Department' },
  anyDepartment: { id: 'Terdaftar di lebih dari satu', en: 'Listed by more than one' },
  last: { id: 'Terakhir', en: 'Last' },
  own: { id: 'Pendampingan kota', en: 'the city’s mentors' },
  shares: { id: 'Siapa mendaftar siapa', en: 'Who lists whom' },
  sharesNote: {
    id: 'menurut daftar perangkat daerah yang sudah diterapkan',
    en: 'by the departments’ lists that were applied',
  },
  people: { id: 'orang', en: 'people' },
  shared: { id: 'di antaranya juga terdaftar di tempat lain', en: 'of them also listed elsewhere' },
  noShares: {
    id: 'Belum ada daftar perangkat daerah yang diterapkan.',
    en: 'No department’s list was applied yet.',
  },
  empty: { id: 'Tidak ada orangnya', en: 'Nobody' },
  emptyText: {
    id: 'Baca daftar perangkat daerah lebih dulu untuk melihat siapa terdaftar di mana.',
    en: 'Read the departments’ lists first to see who is listed where.',
  },
} as const satisfies Record<string, Words>;

export const viewWords: Record<View, Words> = {
  'daftar-ganda': { id: 'Di beberapa daftar', en: 'On several lists' },
  'layanan-ganda': { id: 'Layanan ganda', en: 'Double service' },
  'belum-dilayani': { id: 'Belum pernah dilayani', en: 'Never served' },
};

/** The sentence each list opens with: what is counted, and how. */
export function crossConclusion(
  view: View,
  { total, more }: { total: number; more?: boolean | undefined },
  narrowed: boolean,
): Words {
  const id = `${more ? 'Lebih dari ' : ''}${groupDigits(total, 'id')}`;
  const en = `${more ? 'More than ' : ''}${groupDigits(total, 'en')}`;
  const sentences: Record<View, Words> = {
    'daftar-ganda': narrowed
      ? { id: `${id} orang cocok.`, en: `${en} people match.` }
      : {
          id: `${id} orang terdaftar di lebih dari satu perangkat daerah.`,
          en: `${en} people are listed by more than one department.`,
        },
    'layanan-ganda': {
      id: `${id} kali layanan yang sama diterima dari lebih dari satu pemberi dalam 12 bulan.`,
      en: `${en} times the same service came from more than one giver within 12 months.`,
    },
    'belum-dilayani': {
      id: `${id} pemilik usaha belum pernah menerima layanan apa pun. Sekadar terdaftar belum berarti dilayani.`,
      en: `${en} business owners never received any service. Being listed is not being served.`,
    },
  };
  return sentences[view];
}

/** Givers by name; the city's own mentors and meetings have none of their own. */
export function giverNames(row: CrossRow, lang: 'id' | 'en'): string {
  return row.givers.map((giver) => (giver === '' ? crossWords.own[lang] : giver)).join(', ');
}
