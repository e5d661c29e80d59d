import type { Words } from '#kernel/words.ts';

export const institutionKinds = {
  bank: { id: 'Bank umum', en: 'Commercial bank' },
  bpr: { id: 'BPR', en: 'Rural bank (BPR)' },
  pnm: { id: 'PNM', en: 'PNM' },
  cooperative: { id: 'Koperasi', en: 'Cooperative' },
  'revolving-fund': { id: 'Dana bergulir', en: 'Revolving fund' },
  lkm: { id: 'Lembaga keuangan mikro', en: 'Microfinance institution' },
  department: { id: 'Perangkat daerah', en: 'City department' },
  plut: { id: 'PLUT', en: 'Integrated service centre (PLUT)' },
  university: { id: 'Perguruan tinggi', en: 'University' },
  kadin: { id: 'KADIN', en: 'Chamber of commerce (KADIN)' },
  dekranasda: { id: 'Dekranasda', en: 'Crafts council (Dekranasda)' },
  buyer: { id: 'Pembeli', en: 'Buyer' },
} as const satisfies Record<string, Words>;

export type InstitutionKind = keyof typeof institutionKinds;
export const institutionKindNames = Object.keys(institutionKinds) as InstitutionKind[];

/** Whose books say what a member owes: ours, the partner's own system, or none. */
export const bookKeeping = {
  'kept-here': { id: 'Buku dikelola di sini', en: 'Books kept here' },
  'kept-by-partner': { id: 'Buku di lembaga itu sendiri', en: 'Books kept by the partner' },
  none: { id: 'Tidak memberi pinjaman', en: 'Does not lend' },
} as const satisfies Record<string, Words>;

export type BookKeeping = keyof typeof bookKeeping;

const lenderKinds: readonly InstitutionKind[] = [
  'bank',
  'bpr',
  'pnm',
  'cooperative',
  'revolving-fund',
  'lkm',
];

/** Kinds that lend by their own system always; the city never books their loans (domain.md §1.3). */
const ownSystemKinds: readonly InstitutionKind[] = ['bank', 'bpr', 'pnm'];

/** Of those whose books can be kept here, who may hold people's savings: cooperatives (UU 25/1992) and microfinance institutions (UU 1/2013). */
export const savingsKeepers: readonly InstitutionKind[] = ['cooperative', 'lkm'];

export function isLender(kind: InstitutionKind): boolean {
  return lenderKinds.includes(kind);
}

/** Whether this kind of institution can have its books kept in this way. */
export function mayKeepBooks(kind: InstitutionKind, books: BookKeeping): boolean {
  if (books === 'none') return !isLender(kind);
  if (books === 'kept-here') return isLender(kind) && !ownSystemKinds.includes(kind);
  return isLender(kind);
}
