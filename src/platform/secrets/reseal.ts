import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';
import { sealedPrefix } from './sealing.ts';

/** A column of sealed values, and where they stand. */
export interface SealedColumn {
  /** `registry.identifier`. */
  readonly table: string;
  /** What tells its rows apart inside a city, with the types, in the order of an index. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'int'>>;
  readonly column: string;
  /** Where the hash under the coming key waits; null for what is never looked up. */
  readonly nextIndex: string | null;
}

export interface ResealedRow {
  readonly sealed: Buffer;
  readonly nextIndex: Buffer | null;
}

/** The key of the last row of a piece, as text; null at the end. */
export type After = readonly string[] | null;

/** Rows in the order of their keys: the keys' columns, the same as texts, and the condition of lying after one of them. */
export function inOrder(key: SealedColumn['key'], after: After) {
  const names = Object.keys(key);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const asText = sql.join(names.map((name) => sql`${sql.ref(name)}::text`));
  if (after === null) return { columns, asText, beyond: sql`true` };
  const typed = after.map((value, at) => sql`${value}::${sql.raw(key[names[at]!]!)}`);
  return { columns, asText, beyond: sql`(${columns}) > (${sql.join(typed)})` };
}

const rowsAtOnce = 1000;

/**
 * Seals the next thousand values of a column anew that are not, in the order of their keys. A row that somebody changes meanwhile is
 * waited for.
 */
export async function resealColumn(
  tx: Tx,
  { table, key, column, nextIndex }: SealedColumn,
  work: {
    /** The key that the values are to be sealed with: what it sealed already is passed over. */
    readonly key: string;
    /** Whether hashes of it are awaited, so that a value without one is not done. */
    readonly hashing: boolean;
    readonly after: After;
    readonly reseal: (sealed: Buffer) => ResealedRow;
  },
): Promise<{ rows: number; after: After }> {
  const names = Object.keys(key);
  const { columns, asText, beyond } = inOrder(key, work.after);
  const unsealed = sql`substr(${sql.ref(column)}, 1, 6) <> ${sealedPrefix(work.key)}`;
  const open =
    nextIndex !== null && work.hashing
      ? sql`(${unsealed} or ${sql.ref(nextIndex)} is null)`
      : unsealed;
  const { rows } = await sql<{ key: string[]; sealed: Buffer }>`
    select array[${asText}] as key, ${sql.ref(column)} as sealed
    from ${sql.table(table)}
    where city_id = ${tx.city} and ${sql.ref(column)} is not null and ${open} and ${beyond}
    order by ${columns} limit ${rowsAtOnce} for update`.execute(tx);
  if (rows.length === 0) return { rows: 0, after: null };
  const done = rows.map((row) => ({ key: row.key, ...work.reseal(row.sealed) }));
  const matches = names.map(
    (name, at) =>
      sql`t.${sql.ref(name)} = (r.key ->> ${sql.lit(at)})::${sql.raw(key[name] ?? 'text')}`,
  );
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;
  const given = done.map((row) => ({
    key: row.key,
    sealed: hex(row.sealed),
    next: hex(row.nextIndex),
  }));
  const next = nextIndex === null ? sql`` : sql`, ${sql.ref(nextIndex)} = decode(r.next, 'hex')`;
  await sql`
    update ${sql.table(table)} t set ${sql.ref(column)} = decode(r.sealed, 'hex')${next}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (key jsonb, sealed text, next text)
    where t.city_id = ${tx.city} and ${sql.join(matches, sql` and `)}`.execute(tx);
  const after = rows.length < rowsAtOnce ? null : rows.at(-1)!.key;
  return { rows: rows.length, after };
}
