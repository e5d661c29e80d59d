import type { Words } from '#kernel/words.ts';

/** One column of the rows behind a figure. */
export interface RowColumn {
  readonly key: string;
  readonly title: Words;
  readonly kind: 'text' | 'number' | 'rupiah' | 'date' | 'word';
  /** Says who somebody is: empty for those who may not know. */
  readonly personal?: true;
  /** What each value of a `word` column reads as. */
  readonly words?: Readonly<Record<string, Words>>;
}

export type RowValue = string | number | bigint | null;
export type IndicatorRow = Readonly<Record<string, RowValue>>;

function column(kind: RowColumn['kind']) {
  return (key: string, id: string, en: string): RowColumn => ({ key, title: { id, en }, kind });
}

export const text = column('text');
export const number = column('number');
export const rupiah = column('rupiah');
export const date = column('date');

export function personal(key: string, id: string, en: string): RowColumn {
  return { ...text(key, id, en), personal: true };
}

export function word(key: string, title: Words, words: Readonly<Record<string, Words>>): RowColumn {
  return { key, title, kind: 'word', words };
}
