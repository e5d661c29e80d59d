import type { PoolClient } from 'pg';

/**
 * Lets every sequence that numbers rows go on after the highest number there is: rows bring their numbers with
 * them, a sequence does not.
 */
export async function continueSequences(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ sequence: string; highest: string }>(`
    select s.oid::regclass::text as sequence,
      string_agg(format('select max(%I) as n from %s', a.attname, c.oid::regclass), ' union all ') as highest
    from pg_depend d
    join pg_attrdef v on d.classid = 'pg_attrdef'::regclass and v.oid = d.objid
    join pg_class s on d.refclassid = 'pg_class'::regclass and s.oid = d.refobjid and s.relkind = 'S'
    join pg_class c on c.oid = v.adrelid
    join pg_attribute a on a.attrelid = v.adrelid and a.attnum = v.adnum
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('graphile_worker', 'public')
    group by s.oid`);
  for (const { sequence, highest } of rows) {
    await client.query(
      `select setval('${sequence}', n) from (select max(n) as n from (${highest}) t) m where n is not null`,
    );
  }
}
