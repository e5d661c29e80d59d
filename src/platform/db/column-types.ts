import pg from 'pg';

/** Numbers PostgreSQL gives its built-in types (catalogue pg_type). */
const oid = { int8: 20, date: 1082, interval: 1186, numeric: 1700 };
const arrayOid = { int8: 1016, date: 1182, interval: 1187, numeric: 1231 };

const asIs = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, BigInt],
  [oid.date, asIs],
  [oid.interval, asIs],
  [oid.numeric, asIs],
  [arrayOid.int8, (text) => parsePlainArray(text, BigInt)],
  [arrayOid.date, (text) => parsePlainArray(text, asIs)],
  [arrayOid.interval, asIs],
  [arrayOid.numeric, (text) => parsePlainArray(text, asIs)],
]);

/**
 * How columns become values. Money (`int8`) is a bigint, a business date stays the text 'YYYY-MM-DD', an exact
 * decimal stays text: no amount ever passes through a float and no date through a time zone. `timestamptz` is a Date.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    return parsers.get(id) ?? (pg.types.getTypeParser(id, format) as (text: string) => unknown);
  },
};

/** `{1,2,NULL}`: arrays of numbers and dates never need quotes. */
function parsePlainArray<T>(text: string, parse: (item: string) => T): (T | null)[] {
  if (text === '{}') return [];
  if (text.startsWith('{{')) throw new Error('arrays of arrays are not used; write them as jsonb');
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : parse(item)));
}
