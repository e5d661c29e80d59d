import { getContext, setContext } from 'svelte';
import { say } from '#kernel/words.ts';
import type { Lang, Words } from '#kernel/words.ts';

const key = Symbol.for('naik.language');

/** Called once by the root layout; a getter, so that a change of language reaches every component. */
export function provideLanguage(lang: () => Lang): void {
  setContext(key, lang);
}

/** The reader's language as a getter. Indonesian where nobody provided one. */
export function useLang(): () => Lang {
  return getContext<(() => Lang) | undefined>(key) ?? (() => 'id');
}

/** `const t = useT(); t(words.title)`: says Words in the reader's language; a plain string passes through. */
export function useT(): (words: Words | string) => string {
  const lang = useLang();
  return (words) => (typeof words === 'string' ? words : say(words, lang()));
}
