import type { Words } from '#kernel/words.ts';

/** Keys with their names, as a select field takes them. */
export function choicesOf<Key extends string>(
  keys: readonly Key[],
  names: Readonly<Record<Key, Words>>,
): { value: Key; label: Words }[] {
  return keys.map((value) => ({ value, label: names[value] }));
}
