import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

/** A row of a table as PostgreSQL writes it in JSON. */
export type HeldRow = Readonly<Record<string, unknown>>;

/** One table that holds something of a person, and how what it holds is told to her. */
export interface HeldTable {
  readonly says: Words;
  /** Which rows are hers: SQL over `t`, with `hers`, `businesses`, `loans` and the like at hand. */
  readonly hers: string;
  /** SQL of the day a row is about; null where a row has none. */
  readonly on: string | null;
  /** The column with the name of whoever wrote it. */
  readonly by?: string;
  /** Further columns, by SQL: names in the place of ids. */
  readonly also?: Readonly<Record<string, string>>;
  /** Columns that are left out: keys and hashes, and whatever would name somebody else. */
  readonly without?: readonly string[];
  /** The row in one line; left out where another part of the printed file says it already. */
  readonly tell?: (row: HeldRow) => Words;
}

/** Keys, hashes and tokens, in whichever table they stand: they say nothing to her and open doors to others. */
export const neverHanded = [
  ...['city_id', 'sealed', 'blind_index', 'kk_sealed', 'kk_index', 'row_key', 'token'],
  ...['next_index', 'next_kk_index', 'next_row_key'],
  ...['pin_hash', 'token_hash', 'name_key', 'kept', 'candidates', 'pool_hash'],
] as const;

export const hers = {
  person: 't.person_id in (select id from hers)',
  business: 't.business_id in (select id from businesses)',
  loan: 't.loan_id in (select id from loans)',
  partnerLoan: 't.loan_id in (select id from partner_loans)',
  subject:
    't.subject_id in (select id from hers union all select id from businesses union all select id from memberships)',
} as const;

/** The day of an instant, by the city's clock. */
export const dayOf = (column: string): string =>
  `(t.${column} at time zone (select c.time_zone from access.city c where c.city_id = t.city_id))::date`;

/** A column of another row of the same city, named by a column of this one. */
export const named = (table: string, column: string, by: string): string =>
  `(select o.${column} from ${table} o where o.city_id = t.city_id and o.id = t.${by})`;

/** A text in the words in which it was written down; empty where it is missing. */
export const text = (row: HeldRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The same in both languages: what people wrote is not translated. */
export const asWritten = (...parts: readonly string[]): Words => {
  const line = parts.filter((part) => part !== '').join(' · ');
  return { id: line, en: line };
};

export const joined = (...parts: readonly Words[]): Words => ({
  id: asWritten(...parts.map((part) => part.id)).id,
  en: asWritten(...parts.map((part) => part.en)).en,
});

/** Whole rupiah of a column; empty where there are none. */
export const rupiah = (row: HeldRow, column: string): Words => {
  const value = row[column];
  if (typeof value !== 'number') return asWritten('');
  return { id: formatRupiah(BigInt(value), 'id'), en: formatRupiah(BigInt(value), 'en') };
};
