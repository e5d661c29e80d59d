import type { Words } from '#kernel/words.ts';

/** The five core fields of mentoring (domain notes §1.5). */
export const visitFieldWords = {
  institution: { id: 'Kelembagaan', en: 'Institution' },
  people: { id: 'SDM', en: 'People' },
  production: { id: 'Produksi', en: 'Production' },
  financing: { id: 'Pembiayaan', en: 'Financing' },
  marketing: { id: 'Pemasaran', en: 'Marketing' },
} as const satisfies Record<string, Words>;

export const productionStates = {
  smooth: { id: 'Lancar', en: 'Running well' },
  slow: { id: 'Berkurang', en: 'Slowed down' },
  stopped: { id: 'Berhenti', en: 'Stopped' },
} as const satisfies Record<string, Words>;

export const salesStates = {
  up: { id: 'Naik', en: 'Up' },
  same: { id: 'Sama saja', en: 'The same' },
  down: { id: 'Turun', en: 'Down' },
} as const satisfies Record<string, Words>;

/** Where she sells. */
export const sellingPlaces = {
  home: { id: 'Rumah', en: 'At home' },
  stall: { id: 'Warung atau lapak', en: 'Stall' },
  market: { id: 'Pasar', en: 'Market' },
  orders: { id: 'Pesanan', en: 'Orders' },
  resellers: { id: 'Dititip ke toko', en: 'Shops that resell' },
  online: { id: 'Lewat ponsel', en: 'By phone' },
} as const satisfies Record<string, Words>;

export const needWords = {
  capital: { id: 'Modal', en: 'Capital' },
  tools: { id: 'Alat', en: 'Tools' },
  training: { id: 'Pelatihan', en: 'Training' },
  permits: { id: 'Izin', en: 'Permits' },
  packaging: { id: 'Kemasan', en: 'Packaging' },
  buyers: { id: 'Pembeli', en: 'Buyers' },
  place: { id: 'Tempat', en: 'A place' },
} as const satisfies Record<string, Words>;

/** Permits that were worked on during the visit. */
export const permitWords = {
  nib: { id: 'NIB', en: 'NIB' },
  'spp-irt': { id: 'SPP-IRT', en: 'SPP-IRT' },
  halal: { id: 'Halal', en: 'Halal' },
  bpom: { id: 'BPOM', en: 'BPOM' },
  brand: { id: 'Merek', en: 'Trademark' },
} as const satisfies Record<string, Words>;

/** Where she was referred to for money. */
export const referralWords = {
  cooperative: { id: 'Koperasi', en: 'Cooperative' },
  kur: { id: 'KUR di bank', en: 'KUR at a bank' },
  pnm: { id: 'PNM', en: 'PNM' },
  takeover: { id: 'Lepas rentenir', en: 'Out of moneylender debt' },
} as const satisfies Record<string, Words>;

export const missedWords = {
  closed: { id: 'Tempat usaha tutup', en: 'The business was shut' },
  away: { id: 'Pemilik tidak di tempat', en: 'The owner was away' },
  weather: { id: 'Cuaca atau jalan', en: 'Weather or road' },
  mentor: { id: 'Pendamping berhalangan', en: 'The mentor could not come' },
  refused: { id: 'Pemilik tidak bersedia', en: 'The owner did not want it' },
  other: { id: 'Lainnya', en: 'Something else' },
} as const satisfies Record<string, Words>;

/** What had changed around a visit before it arrived; it is kept all the same. */
export const visitFlagWords = {
  'business-closed': { id: 'Usaha sudah tutup', en: 'The business has closed' },
  'business-merged': { id: 'Usaha sudah digabung', en: 'The business was merged' },
  'outside-area': { id: 'Di luar wilayah pendamping', en: 'Outside the mentor’s area' },
  'day-ahead': { id: 'Tanggal ponsel mendahului', en: 'The phone’s date was ahead' },
  'due-passed': {
    id: 'Batas temuan lewat saat diterima',
    en: 'A finding’s due date had passed on arrival',
  },
  'department-gone': {
    id: 'Perangkat daerah tidak berlaku lagi',
    en: 'The department no longer exists',
  },
} as const satisfies Record<string, Words>;

export type VisitField = keyof typeof visitFieldWords;
export type MissedWhy = keyof typeof missedWords;
export type VisitFlag = keyof typeof visitFlagWords;

type Keys<T extends Record<string, Words>> = [keyof T & string, ...(keyof T & string)[]];

/** The codes of a list of answers, in the order in which they are shown. */
export function codesOf<T extends Record<string, Words>>(words: T): Keys<T> {
  return Object.keys(words) as Keys<T>;
}

export const visitFields = codesOf(visitFieldWords);
