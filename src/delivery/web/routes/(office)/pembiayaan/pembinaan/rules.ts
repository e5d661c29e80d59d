import type { ListRules } from '#delivery/ui/list-state.ts';

export const counsellingRules = {
  sorts: ['lihat', 'nama', 'kelompok', 'tunggakan', 'hari'],
  filters: ['status', 'lembaga'],
} as const satisfies ListRules;
