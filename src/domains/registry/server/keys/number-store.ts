import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { SealedColumn } from '#platform/secrets/reseal.ts';
import { sealedPrefix } from '#platform/secrets/sealing.ts';

interface NumberColumn extends SealedColumn {
  /** Where the hash in force stands, and the coming one waits. */
  readonly index: string;
  readonly nextIndex: string;
}

const indexes = { index: 'blind_index', nextIndex: 'next_index' } as const;

/** Where NIK, KK and NPWP stand; rows of imports hold theirs inside (`import-number-store.ts`). */
export const numberColumns = {
  identifiers: {
    ...indexes,
    table: 'registry.identifier',
    key: { person_id: 'uuid', kind: 'text' },
    column: 'sealed',
  },
  'family-cards': {
    ...indexes,
    table: 'registry.household',
    key: { id: 'uuid' },
    column: 'sealed',
  },
  proposals: {
    ...indexes,
    table: 'registry.profile_proposal',
    key: { id: 'uuid' },
    column: 'sealed',
  },
  lists: {
    table: 'registry.people_list_row',
    key: { list_id: 'uuid', row_number: 'int' },
    column: 'kk_sealed',
    index: 'kk_index',
    nextIndex: 'next_kk_index',
  },
} as const satisfies Record<string, NumberColumn>;

const allIndexes = [
  ...Object.values(numberColumns),
  { table: 'registry.import_row', index: 'row_key', nextIndex: 'next_row_key' },
];

/** A number whose hash under the coming key is not there yet: it was written since its piece was sealed anew. */
export interface Straggler {
  readonly key: Readonly<Record<string, unknown>>;
  readonly sealed: Buffer;
}

/** What is still to be hashed of a column; asked when nobody else writes. */
export async function stragglersOf(
  tx: Tx,
  { table, key, column, nextIndex }: NumberColumn,
): Promise<Straggler[]> {
  const keys = Object.keys(key).map((name) => sql`${sql.lit(name)}::text, ${sql.ref(name)}`);
  const { rows } = await sql<Straggler>`
    select jsonb_build_object(${sql.join(keys)}) as key, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where city_id = ${tx.city} and ${sql.ref(column)} is not null and ${sql.ref(nextIndex)} is null`.execute(
    tx,
  );
  return rows;
}

export async function writeStragglers(
  tx: Tx,
  { table, key, nextIndex }: NumberColumn,
  hashed: readonly { readonly key: Straggler['key']; readonly index: Buffer }[],
): Promise<void> {
  if (hashed.length === 0) return;
  const given = hashed.map((one) => ({ key: one.key, next: one.index.toString('hex') }));
  const matches = Object.entries(key).map(
    ([name, type]) => sql`t.${sql.ref(name)} = (r.key ->> ${sql.lit(name)})::${sql.raw(type)}`,
  );
  await sql`
    update ${sql.table(table)} t set ${sql.ref(nextIndex)} = decode(r.next, 'hex')
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (key jsonb, next text)
    where t.city_id = ${tx.city} and ${sql.join(matches, sql` and `)}`.execute(tx);
}

/** Every hash of the city becomes the coming key's. A million take a good while: this one statement may. */
export async function swapIndexes(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '30min'`.execute(tx);
  for (const { table, index, nextIndex } of allIndexes)
    await sql`
      update ${sql.table(table)} set ${sql.ref(index)} = ${sql.ref(nextIndex)}, ${sql.ref(nextIndex)} = null
      where city_id = ${tx.city} and ${sql.ref(index)} is not null`.execute(tx);
}

/** How many numbers another key than this sealed, rows of imports included. */
export async function numbersNotUnder(db: Reader, key: string): Promise<number> {
  const head = sealedPrefix(key);
  const counts = Object.values(numberColumns).map(
    ({ table, column }) => sql`(select count(*) from ${sql.table(table)}
      where city_id = ${db.city} and substr(${sql.ref(column)}, 1, 6) <> ${head})`,
  );
  const { rows } = await sql<{ count: bigint }>`
    select ${sql.join(counts, sql` + `)} + (select count(*) from registry.import_row r where r.city_id = ${db.city} and (
      exists (select from jsonb_path_query(r.cells, '$.c[*].s') c where left(c #>> '{}', 8) <> ${head.toString('base64')})
      or left(r.candidate #>> '{nik,sealed}', 12) <> ${head.toString('hex')}
      or left(r.candidate #>> '{kk,sealed}', 12) <> ${head.toString('hex')})) as count`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}
