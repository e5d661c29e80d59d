import type { Words } from '#kernel/words.ts';

/**
 * The roles of people who sign in; members use their card and PIN instead. `sistem` is what background
 * jobs act as, and the database lets nobody be given it.
 */
export const roles = {
  pendamping: { id: 'Pendamping', en: 'Mentor' },
  'koordinator-pendamping': { id: 'Koordinator pendamping', en: 'Mentor coordinator' },
  'petugas-dinas': { id: 'Petugas dinas', en: 'Department officer' },
  verifikator: { id: 'Verifikator', en: 'Verifier' },
  'kepala-dinas': { id: 'Kepala dinas', en: 'Head of department' },
  'wali-kota': { id: 'Wali Kota', en: 'Mayor' },
  'petugas-opd': { id: 'Petugas OPD', en: 'Officer of another department' },
  'konsultan-plut': { id: 'Konsultan PLUT', en: 'PLUT consultant' },
  'petugas-lembaga': { id: 'Petugas lembaga keuangan', en: 'Lender officer' },
  'penyetuju-lembaga': { id: 'Penyetuju lembaga keuangan', en: 'Lender approver' },
  kasir: { id: 'Kasir', en: 'Cashier' },
  pelatih: { id: 'Pelatih', en: 'Trainer' },
  mitra: { id: 'Mitra (KADIN, Dekranasda, kampus)', en: 'Partner (KADIN, Dekranasda, university)' },
  tkpk: { id: 'TKPK', en: 'Poverty board (TKPK)' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  dpo: { id: 'Pejabat pelindungan data', en: 'Data protection officer' },
  admin: { id: 'Pengelola sistem', en: 'System administrator' },
  sistem: { id: 'Sistem', en: 'The system itself' },
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;

/** Roles that approve or sign: they must have a second factor before they may do so. */
export const signingRoles: readonly Role[] = [
  'verifikator',
  'kepala-dinas',
  'penyetuju-lembaga',
  'admin',
];
