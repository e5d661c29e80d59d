import type { Words } from '#kernel/words.ts';

/** Who may apply for a product: a lending group, one person for herself, or either. */
export const borrowers = ['group', 'person', 'both'] as const;
export type Borrowers = (typeof borrowers)[number];

export const borrowersWords: Readonly<Record<Borrowers, Words>> = {
  group: { id: 'kelompok', en: 'groups' },
  person: { id: 'perorangan', en: 'one person alone' },
  both: { id: 'kelompok atau perorangan', en: 'groups or one person alone' },
};

export function isFor(
  product: { readonly borrowers: Borrowers },
  who: 'group' | 'person',
): boolean {
  return product.borrowers === 'both' || product.borrowers === who;
}
