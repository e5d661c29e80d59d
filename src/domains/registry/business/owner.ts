import type { Words } from '#kernel/words.ts';

export const ownerRoles = ['partner', 'spouse', 'heir', 'manager'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

export const ownerRoleNames: Readonly<Record<OwnerRole, Words>> = {
  partner: { id: 'Pemilik bersama', en: 'Partner' },
  spouse: { id: 'Suami atau istri', en: 'Spouse' },
  heir: { id: 'Ahli waris', en: 'Heir' },
  manager: { id: 'Pengelola', en: 'Manager' },
};

/** What the others' shares leave to the owner a business is registered under, in percent. */
export function firstOwnersShare(others: readonly (number | null)[]): number {
  return 100 - others.reduce<number>((sum, share) => sum + (share ?? 0), 0);
}
