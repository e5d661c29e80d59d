import type { ListRules, ListState } from '#delivery/ui/list-state.ts';
import type { MemberStanding } from './standing.ts';

export const memberRules = {
  sorts: ['role', 'name', 'hadir', 'sisa'],
  filters: ['menunggak'],
  size: 100,
} as const satisfies ListRules;

/** A group has at most a hundred members, so they are searched and sorted where they are shown. */
export function narrowMembers(
  members: readonly MemberStanding[],
  list: ListState,
): MemberStanding[] {
  const q = list.q.toLowerCase();
  const found = members.filter(
    (member) =>
      [member.name, member.business, member.product].some((text) =>
        text?.toLowerCase().includes(q),
      ) &&
      (list.filters.menunggak === undefined || member.overdueDays > 0),
  );
  if (list.sort === 'name') found.sort((a, b) => a.name.localeCompare(b.name, 'id'));
  if (list.sort === 'hadir') found.sort((a, b) => (a.present ?? 0) - (b.present ?? 0));
  if (list.sort === 'sisa')
    found.sort((a, b) => Number((a.outstandingRupiah ?? 0n) - (b.outstandingRupiah ?? 0n)));
  return list.direction === 'desc' ? found.reverse() : found;
}
