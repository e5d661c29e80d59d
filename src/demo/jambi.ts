import type { Sector } from '#domains/registry/server/index.ts';

/** Kota Jambi's published counts of businesses (kenali.co, 2025; domain.md §1.4): 10,763 in all, both ways. */
export const businessesByKecamatan: Readonly<Record<string, number>> = {
  '15.71.01': 1195, // Telanaipura
  '15.71.02': 847, // Jambi Selatan
  '15.71.03': 1423, // Jambi Timur
  '15.71.04': 929, // Pasar Jambi
  '15.71.05': 601, // Pelayangan
  '15.71.06': 656, // Danau Teluk
  '15.71.07': 736, // Kota Baru
  '15.71.08': 553, // Jelutung
  '15.71.09': 1116, // Alam Barajo
  '15.71.10': 1592, // Danau Sipin
  '15.71.11': 1115, // Paal Merah
};

export const businessesBySector: Readonly<Record<Sector, number>> = {
  culinary: 4634,
  fashion: 741,
  automotive: 321,
  it: 209,
  agro: 16,
  education: 1,
  other: 4841,
};

/** How many people were recognised in how many groups on 23 April 2025. */
export const recognised = { groups: 21, members: 801 } as const;

export const demoCity = {
  code: '15.71',
  name: 'Kota Jambi',
  province: 'Jambi',
  timeZone: 'Asia/Jakarta',
} as const;
