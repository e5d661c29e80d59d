import type { ListRules } from '#delivery/ui/list-state.ts';

export const familyRules = {
  sorts: ['name', 'desil', 'kelurahan', 'anggota'],
  filters: ['kecamatan', 'desil', 'keadaan', 'kepala', 'ekstrem'],
  size: 50,
} as const satisfies ListRules;
