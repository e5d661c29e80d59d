import type { Words } from '#kernel/words.ts';
import type { MatchMethod } from './match-list-row.ts';

export const matchMethods = {
  nik: { id: 'NIK sama', en: 'same NIK' },
  'name-birth': { id: 'nama dan tanggal lahir sama', en: 'same name and birth date' },
  'family-card': { id: 'kartu keluarga sama', en: 'same family card' },
  chosen: { id: 'dipilih petugas', en: 'chosen by an officer' },
} as const satisfies Record<MatchMethod, Words>;

export const relations = {
  head: { id: 'Kepala keluarga', en: 'Head of the family' },
  spouse: { id: 'Istri atau suami', en: 'Spouse' },
  child: { id: 'Anak', en: 'Child' },
  parent: { id: 'Orang tua', en: 'Parent' },
  other: { id: 'Keluarga lain', en: 'Other relative' },
} as const satisfies Record<string, Words>;

export type Relation = keyof typeof relations;

/** What departments give the people on their lists. */
export const listServices = {
  training: { id: 'Pelatihan', en: 'Training' },
  capital: { id: 'Modal', en: 'Capital' },
  equipment: { id: 'Bantuan alat', en: 'Equipment' },
  mentoring: { id: 'Pendampingan', en: 'Mentoring' },
  permit: { id: 'Fasilitasi izin', en: 'Help with permits' },
  market: { id: 'Fasilitasi pemasaran', en: 'Help to market' },
} as const satisfies Record<string, Words>;

export type ListService = keyof typeof listServices;

/** What is said to be wrong with what a list says of a family. */
export const proposalAsks = {
  listed: {
    id: 'Seharusnya ada di daftar',
    en: 'Should be on the list',
  },
  lower: {
    id: 'Lebih miskin dari yang tertulis',
    en: 'Poorer than the list says',
  },
  higher: {
    id: 'Tidak semiskin yang tertulis',
    en: 'Not as poor as the list says',
  },
  unlisted: {
    id: 'Sudah tidak perlu di daftar',
    en: 'Need not be on the list any more',
  },
} as const satisfies Record<string, Words>;

export const proposalStates = {
  open: { id: 'menunggu', en: 'waiting' },
  forwarded: { id: 'diteruskan', en: 'forwarded' },
  refused: { id: 'tidak diteruskan', en: 'not forwarded' },
} as const satisfies Record<string, Words>;
