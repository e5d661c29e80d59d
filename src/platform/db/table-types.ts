import type { CatalogueColumn, CatalogueTable } from './catalogue.ts';

/** TypeScript of a PostgreSQL type: read as, and written as where that is wider. Matches column-types.ts. */
const types: Record<string, { read: string; write?: string }> = {
  bool: { read: 'boolean' },
  int2: { read: 'number' },
  int4: { read: 'number' },
  int8: { read: 'bigint', write: 'bigint | number' },
  float4: { read: 'number' },
  float8: { read: 'number' },
  numeric: { read: 'string' },
  text: { read: 'string' },
  varchar: { read: 'string' },
  bpchar: { read: 'string' },
  uuid: { read: 'string' },
  date: { read: 'string' },
  time: { read: 'string' },
  interval: { read: 'string' },
  timestamptz: { read: 'Date', write: 'Date | string' },
  bytea: { read: 'Buffer' },
  json: { read: 'Json', write: 'string' },
  jsonb: { read: 'Json', write: 'string' },
  inet: { read: 'string' },
  tsvector: { read: 'string' },
};

const header = `// Made by \`npm run db:generate\` from the database; the comments are its COMMENT ON. Never edited by hand.
import type { ColumnType } from 'kysely';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Filled in by the database when left out. */
export type Default<T> = T extends ColumnType<infer R, infer I, infer U>
  ? ColumnType<R, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<bigint, bigint | number, bigint | number>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Computed by the database and never written. */
export type Computed<T> = T extends ColumnType<infer R, unknown, unknown>
  ? ColumnType<R, never, never>
  : ColumnType<T, never, never>;
/** Read as a value, written as JSON text: a bare array would be taken for a PostgreSQL array. */
export type JsonColumn = ColumnType<Json, string, string>;
`;

/** Names for the types that are written differently from how they are read. */
const named: Record<string, string> = {
  int8: 'Int8',
  timestamptz: 'Timestamp',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
};

/** The text of db/tables.ts: one interface a table, and `Tables`, which Kysely is given. */
export function writeTableTypes(tables: readonly CatalogueTable[]): string {
  const interfaces = tables.map(writeInterface);
  const keys = tables.map((table) => `  '${table.schema}.${table.name}': ${interfaceName(table)};`);
  return [header, ...interfaces, `export interface Tables {\n${keys.join('\n')}\n}\n`].join('\n');
}

function writeInterface(table: CatalogueTable): string {
  const lines = table.columns.map((column) => {
    return `${docComment(column.comment, '  ')}  ${column.name}: ${columnType(column, table.checks)};`;
  });
  return `${docComment(table.comment, '')}export interface ${interfaceName(table)} {\n${lines.join('\n')}\n}\n`;
}

function interfaceName(table: CatalogueTable): string {
  return pascalCase(`${table.schema}_${table.name}`);
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function docComment(text: string | null, indent: string): string {
  return text === null ? '' : `${indent}/** ${text.replaceAll('*/', '* /')} */\n`;
}

/** @throws when the database has a type this file does not know: it must be added with its parser. */
function columnType(column: CatalogueColumn, checks: readonly string[]): string {
  const isArray = column.typeName.startsWith('_');
  const typeName = isArray ? column.typeName.slice(1) : column.typeName;
  const type = types[typeName];
  if (type === undefined)
    throw new Error(`column ${column.name}: no TypeScript type for ${column.type}`);
  const one =
    literalUnion(column, checks) ?? (isArray ? type.read : (named[typeName] ?? type.read));
  const value = isArray ? `${one.includes('|') ? `(${one})` : one}[]` : one;
  const nullable = column.notNull ? value : `${value} | null`;
  if (column.generated) return `Computed<${nullable}>`;
  return column.default === null ? nullable : `Default<${nullable}>`;
}

/** `state text check (state in ('open', 'closed'))` becomes 'open' | 'closed'; numbers likewise. */
function literalUnion(column: CatalogueColumn, checks: readonly string[]): string | undefined {
  const start = `CHECK ((${column.name} = ANY (ARRAY[`;
  const check = checks.find((text) => text.startsWith(start) && text.endsWith('])))'));
  if (check === undefined) return undefined;
  const list = check.slice(start.length, -'])))'.length);
  if (/^[\d, ]+$/.test(list)) return list.split(', ').join(' | ');
  const literals = [...list.matchAll(/'((?:[^']|'')*)'::text/g)];
  if (literals.length === 0) return undefined;
  return literals.map((m) => `'${(m[1] ?? '').replaceAll("''", "\\'")}'`).join(' | ');
}
