/** What the search box shows, as the server sends it. */
export const foundKinds = ['person', 'business', 'group', 'loan'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One line: where it leads, what it is called, and what tells it from others of that name. */
export interface FoundLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly about: string;
}

export interface FoundGroup {
  readonly kind: FoundKind;
  readonly lines: readonly FoundLine[];
  /** There may be more than are shown. */
  readonly full: boolean;
}

/** Fewer signs find nothing. */
export const fewestSigns = 2;

/** A NIK never stands in an address, where a browser's history and every log would keep it. */
export function isNumberOfAPerson(q: string): boolean {
  return /^\d{16}$/.test(q.replace(/[\s.-]/g, ''));
}
