import type { Pool } from 'pg';

/** One table, view column by column, as the generators need it. */
export interface CatalogueTable {
  schema: string;
  name: string;
  comment: string | null;
  columns: CatalogueColumn[];
  /** CHECK constraints as PostgreSQL prints them. */
  checks: string[];
}

export interface CatalogueColumn {
  name: string;
  /** Type with its length or precision, as in `numeric(12,2)`. */
  type: string;
  /** pg_type name: `int8`, `_text`. */
  typeName: string;
  notNull: boolean;
  default: string | null;
  /** GENERATED ALWAYS expression or identity: never written. */
  generated: boolean;
  comment: string | null;
}

/** Schemas that are ours: not PostgreSQL's own, and not the job queue's, which brings and moves its own tables. */
export const ourSchemas = `nspname not like 'pg\\_%' and nspname not in ('information_schema', 'graphile_worker', 'extensions')`;

/** Our tables and views, ordered by name; the list of applied migrations is not part of the product's schema. */
export async function readTables(pool: Pool): Promise<CatalogueTable[]> {
  const { rows } = await pool.query<CatalogueTable>(`
    select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
      (select json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'typeName', t.typname,
          'notNull', a.attnotnull,
          'default', pg_get_expr(d.adbin, d.adrelid),
          'generated', a.attgenerated <> '' or a.attidentity = 'a',
          'comment', col_description(c.oid, a.attnum)) order by a.attnum)
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(pg_get_constraintdef(k.oid) order by k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and ${ourSchemas} and c.relname <> 'naik_migration'
    order by n.nspname collate "C", c.relname collate "C"`);
  return rows;
}
