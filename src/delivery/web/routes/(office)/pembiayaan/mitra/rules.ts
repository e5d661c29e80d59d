import type { ListRules } from '#delivery/ui/list-state.ts';

export const fileRules = {
  sorts: ['-waktu', 'nomor', 'lembaga', 'posisi'],
  filters: ['lembaga', 'jenis', 'status'],
} as const satisfies ListRules;

export const lineRules = { sorts: ['baris'], filters: ['hasil'] } as const satisfies ListRules;

export const partnerLoanRules = {
  sorts: ['nama', 'nomor', 'lembaga', 'sisa', 'beda', 'cair'],
  filters: ['lembaga', 'status'],
} as const satisfies ListRules;

export const reconciliationRules = {
  sorts: ['keadaan', 'pinjaman', 'nama', 'tanggal', 'selisih'],
  filters: ['lembaga', 'keadaan', 'bagian', 'sebab'],
} as const satisfies ListRules;

export const withoutConsentRules = {
  sorts: ['kelompok', 'nama', 'tarik'],
  filters: ['kelompok', 'keadaan'],
} as const satisfies ListRules;
