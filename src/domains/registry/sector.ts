import type { Words } from '#kernel/words.ts';

/** The sectors the city publishes its businesses by. */
export const sectors = [
  'culinary',
  'fashion',
  'automotive',
  'it',
  'agro',
  'education',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

export const sectorNames: Readonly<Record<Sector, Words>> = {
  culinary: { id: 'Kuliner', en: 'Culinary' },
  fashion: { id: 'Fesyen', en: 'Fashion' },
  automotive: { id: 'Otomotif', en: 'Automotive' },
  it: { id: 'Teknologi informasi', en: 'Information technology' },
  agro: { id: 'Agrobisnis', en: 'Agribusiness' },
  education: { id: 'Pendidikan', en: 'Education' },
  other: { id: 'Lainnya', en: 'Other' },
};

/** Words by which a sector, product or business name gives its sector away; the first match wins. */
const signs: readonly (readonly [Sector, RegExp])[] = [
  ['education', /\b(pendidikan|education|kursus|bimbel|les|paud|tk|sekolah|pelatihan)\b/],
  [
    'it',
    /\b(it|teknologi|aplikasi|software|komputer|computer|website|digital|information technology|internet)\b/,
  ],
  [
    'automotive',
    /\b(otomotif|automotive|bengkel motor|bengkel mobil|cuci motor|cuci mobil|tambal ban|servis motor|service motor|sepeda motor|variasi mobil|onderdil|oli)\b/,
  ],
  [
    'agro',
    /\b(agro\w*|pertanian|perkebunan|peternakan|perikanan|budidaya|tanaman hias|bibit|ternak|lele|sayur hidroponik|hidroponik|pupuk)\b/,
  ],
  [
    'culinary',
    /\b(kuliner|culinary|makanan|minuman|food|drinks?|kue|roti|keripik|kripik|kerupuk|peyek|catering|katering|warung makan|rumah makan|warung nasi|nasi|sambal|kopi|teh|jamu|bakso|mie|sate|soto|abon|dodol|snack|camilan|cemilan|jajanan|madu|sirup|susu|tempe|tahu|pempek|cake|bakery|olahan|gorengan|es|depot air|air minum)\b/,
  ],
  [
    'fashion',
    /\b(fesyen|fashion|sandang|pakaian|baju|batik|tenun|jahit|penjahit|konveksi|konfeksi|bordir|sulam|busana|garment?|tailor|taylor|hijab|jilbab|kaos|sepatu|sandal|tas|vermak|rajut)\b/,
  ],
];

/** The sector a row's own words point to; `other` when none does. Texts are asked in the order given. */
export function sectorOf(...texts: readonly (string | null | undefined)[]): Sector {
  for (const text of texts) {
    const plain = (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    const found = signs.find(([, sign]) => sign.test(plain));
    if (found !== undefined) return found[0];
  }
  return 'other';
}
