import type { ListRules } from '#delivery/ui/list-state.ts';

export const listRules = {
  sorts: ['-tanggal', 'judul'],
  filters: ['jenis', 'perangkat'],
  size: 50,
} as const satisfies ListRules;
