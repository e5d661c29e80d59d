import type { Words } from './words.ts';

/** Something to say about a value, with a code a program can test. */
export interface Notice {
  readonly code: string;
  readonly says: Words;
}

/**
 * What came of reading a value that a person or a file gave. Warnings never stop a value from being
 * kept; a problem does, and says what to change.
 */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Notice[] }
  | { readonly ok: false; readonly problem: Notice };

export function parsed<T>(value: T, warnings: readonly Notice[] = []): Parsed<T> {
  return { ok: true, value, warnings };
}

export function unreadable(code: string, id: string, en: string): Parsed<never> {
  return { ok: false, problem: notice(code, id, en) };
}

export function notice(code: string, id: string, en: string): Notice {
  return { code, says: { id, en } };
}
