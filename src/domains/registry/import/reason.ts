import type { Notice } from '#kernel/parsed.ts';
import type { Words } from '#kernel/words.ts';
import type { ImportField } from './import-fields.ts';

/** Why a row ended as it did, or what is odd about one of its values. */
export interface Reason {
  /** `repair` keeps the row out until somebody fixes it; `warning` and `info` do not. */
  readonly level: 'repair' | 'warning' | 'info';
  readonly code: string;
  readonly says: Words;
  readonly field?: ImportField;
  /** The value that would repair it, ready to type in. */
  readonly fix?: string;
}

export function reasonOf(level: Reason['level'], field: ImportField, notice: Notice): Reason {
  return { level, field, code: notice.code, says: notice.says };
}

type Told = Omit<Reason, 'level'>;

export const repair = (told: Told): Reason => ({ level: 'repair', ...told });
export const warn = (told: Told): Reason => ({ level: 'warning', ...told });
export const inform = (told: Told): Reason => ({ level: 'info', ...told });
