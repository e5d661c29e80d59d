import type { ListRules } from '#delivery/ui/list-state.ts';

export const loanRules = {
  sorts: ['nomor', 'nama', 'kelompok', 'sisa', 'tunggakan', 'hari', 'cair'],
  filters: ['status', 'lembaga', 'kelompok'],
} as const satisfies ListRules;
