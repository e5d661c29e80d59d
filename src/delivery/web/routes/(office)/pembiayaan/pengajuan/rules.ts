import type { ListRules } from '#delivery/ui/list-state.ts';

export const applicationRules = {
  sorts: ['-diajukan', 'nomor', 'kelompok', 'jumlah', 'status'],
  filters: ['status', 'lembaga', 'siapa'],
} as const satisfies ListRules;
