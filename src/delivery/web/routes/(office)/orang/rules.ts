import type { ListRules } from '#delivery/ui/list-state.ts';

export const peopleRules = {
  sorts: ['name', 'business', 'kelurahan', 'group'],
  filters: ['kecamatan', 'sector', 'kelompok'],
  size: 50,
} as const satisfies ListRules;
