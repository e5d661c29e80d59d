import { expect, test } from 'vitest';
import { useDatabase, useEmptyDatabase } from '#test/database.ts';
import { readTables } from './catalogue.ts';
import { generatedFiles, staleFiles } from './generate-tables.ts';
import { dumpSchema } from './schema-dump.ts';
import { writeTableTypes } from './table-types.ts';

const migrated = useDatabase();
const empty = useEmptyDatabase();

test('db/schema.sql and db/tables.ts are what the migrations say', async () => {
  expect(staleFiles(await generatedFiles(migrated.pools.owner))).toEqual([]);
});

const example = `
  create schema shop;
  comment on schema shop is 'Where things are sold.';
  create function shop.double(n bigint) returns bigint language sql immutable as 'select n * 2';
  create table shop.sale (
    city_id text not null,
    id uuid not null,
    state text not null default 'open' check (state in ('open', 'it''s sold')),
    denomination int not null check (denomination in (100, 200)),
    amount_rupiah bigint not null,
    twice bigint generated always as (amount_rupiah * 2) stored,
    rate numeric(7,4),
    due_on date,
    days date[] not null default '{}',
    notes jsonb,
    at timestamptz not null default now(),
    primary key (city_id, id)
  );
  comment on table shop.sale is 'One sale; it''s final */ really.';
  comment on column shop.sale.amount_rupiah is 'Whole rupiah.';
  create index sale_by_day on shop.sale (city_id, due_on desc) where state = 'open';
  alter table shop.sale enable row level security;
  create policy city on shop.sale using (city_id = 'x');
  grant select, insert on shop.sale to naik_app;`;

test('the dump shows every part of a table', async () => {
  const pool = await empty.make();
  await pool.query(example);
  const dump = await dumpSchema(pool);
  for (const part of [
    `create schema shop;\ncomment on schema shop is 'Where things are sold.';`,
    `  state text not null default 'open'::text,`,
    '  twice bigint generated always as ((amount_rupiah * 2)),',
    '  constraint sale_pkey PRIMARY KEY (city_id, id),',
    '  constraint sale_denomination_check CHECK',
    `comment on table shop.sale is 'One sale; it''s final */ really.';`,
    `comment on column shop.sale.amount_rupiah is 'Whole rupiah.';`,
    'CREATE INDEX sale_by_day ON shop.sale USING btree (city_id, due_on DESC) WHERE',
    'alter table shop.sale enable row level security;',
    `create policy city on shop.sale for all using (city_id = 'x'::text);`,
    'grant insert, select on shop.sale to naik_app;',
    'CREATE OR REPLACE FUNCTION shop.double(n bigint)',
    'grant execute on function shop.double(n bigint) to public;',
  ]) {
    expect(dump).toContain(part);
  }
});

test('the types carry comments, choices, defaults and what may be null', async () => {
  const pool = await empty.make();
  await pool.query(example);
  const types = writeTableTypes(await readTables(pool));
  expect(types.slice(types.indexOf('/** One sale'))).toBe(`/** One sale; it's final * / really. */
export interface ShopSale {
  city_id: string;
  id: string;
  state: Default<'open' | 'it\\'s sold'>;
  denomination: 100 | 200;
  /** Whole rupiah. */
  amount_rupiah: Int8;
  twice: Computed<Int8 | null>;
  rate: string | null;
  due_on: string | null;
  days: Default<string[]>;
  notes: JsonColumn | null;
  at: Default<Timestamp>;
}

export interface Tables {
  'shop.sale': ShopSale;
}
`);
});

test('a type that has no parser is refused rather than guessed', async () => {
  const pool = await empty.make();
  await pool.query('create table public.t (p point)');
  const tables = await readTables(pool);
  expect(() => writeTableTypes(tables)).toThrow('column p: no TypeScript type for point');
});
