import type { Words } from './words.ts';

/** How a figure came about: what it is, what it comes to, and the figures it is made of. */
export interface Derivation {
  readonly says: Words;
  /** The figure as people write it; null for a step that is a sentence only. */
  readonly value: Words | null;
  readonly from: readonly Derivation[];
}

export function derived(
  says: Words,
  value: Words | null = null,
  from: readonly Derivation[] = [],
): Derivation {
  return { says, value, from };
}
