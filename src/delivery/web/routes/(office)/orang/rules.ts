import type { ListRules } from '#delivery/ui/list-state.ts';

export const peopleRules = {
  sorts: ['name', 'kelurahan'],
  filters: ['kecamatan', 'sector', 'kelompok', 'keadaan'],
  size: 50,
} as const satisfies ListRules;
