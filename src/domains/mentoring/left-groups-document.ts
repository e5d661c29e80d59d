import type { BusinessDate } from '#kernel/date.ts';

/** Key `left-groups`: groups that left this mentor's phone of late, so that none of them goes without a word. */
export interface LeftGroupsDocument {
  readonly groups: readonly LeftGroup[];
}

export interface LeftGroup {
  readonly id: string;
  readonly name: string;
  /** Who leads its meetings now and since when; null where nobody does: the group has ended, or has no schedule. */
  readonly to: { readonly name: string; readonly since: BusinessDate } | null;
}
