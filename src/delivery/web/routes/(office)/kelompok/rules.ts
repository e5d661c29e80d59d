import type { ListRules } from '#delivery/ui/list-state.ts';

export const groupRules = {
  sorts: ['name', 'kecamatan', 'members', 'validTo'],
  filters: ['state', 'kecamatan'],
  size: 50,
} as const satisfies ListRules;
