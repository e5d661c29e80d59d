import type { GroupMemberRow } from '#domains/registry/server/index.ts';
import type { ListRules, ListState } from '#delivery/ui/list-state.ts';

export const memberRules = { sorts: ['role', 'name', 'since'], size: 100 } as const satisfies ListRules;

/** A group has at most a hundred members, so they are searched and sorted where they are shown. */
export function narrowMembers(members: readonly GroupMemberRow[], list: ListState): GroupMemberRow[] {
  const q = list.q.toLowerCase();
  const found = members.filter((member) =>
    [member.name, member.business, member.product].some((text) => text?.toLowerCase().includes(q)),
  );
  if (list.sort === 'name') found.sort((a, b) => a.name.localeCompare(b.name, 'id'));
  if (list.sort === 'since') found.sort((a, b) => a.since.localeCompare(b.since));
  return list.direction === 'desc' ? found.reverse() : found;
}
