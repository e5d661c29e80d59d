import type { Words } from '#kernel/words.ts';

export const premisesKinds = [
  'home',
  'shop',
  'market-stall',
  'kiosk',
  'workshop',
  'cart',
  'online',
  'other',
] as const;
export type PremisesKind = (typeof premisesKinds)[number];

export const premisesNames: Readonly<Record<PremisesKind, Words>> = {
  home: { id: 'Di rumah', en: 'At home' },
  shop: { id: 'Toko atau warung', en: 'Shop' },
  'market-stall': { id: 'Los atau lapak pasar', en: 'Market stall' },
  kiosk: { id: 'Kios', en: 'Kiosk' },
  workshop: { id: 'Bengkel atau rumah produksi', en: 'Workshop' },
  cart: { id: 'Gerobak atau keliling', en: 'Cart, or going around' },
  online: { id: 'Hanya daring', en: 'Online only' },
  other: { id: 'Lainnya', en: 'Other' },
};

export const tenures = ['own', 'family', 'rented', 'lent', 'none'] as const;
export type Tenure = (typeof tenures)[number];

export const tenureNames: Readonly<Record<Tenure, Words>> = {
  own: { id: 'Milik sendiri', en: 'Her own' },
  family: { id: 'Milik keluarga', en: 'The family’s' },
  rented: { id: 'Sewa', en: 'Rented' },
  lent: { id: 'Pinjam pakai', en: 'Lent' },
  none: { id: 'Tanpa tempat tetap', en: 'No fixed place' },
};
