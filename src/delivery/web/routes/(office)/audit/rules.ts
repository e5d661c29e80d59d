import type { ListRules } from '#delivery/ui/list-state.ts';

export const auditRules = {
  sorts: ['-seq'],
  filters: ['domain', 'jenis', 'id'],
  size: 50,
} as const satisfies ListRules;
