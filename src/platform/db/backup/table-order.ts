import type { ClientBase } from 'pg';

export interface BackupTable {
  /** `ledger.entry`, quoted where needed. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table of the programme's own schemas, those that others refer to first. */
export async function tablesInOrder(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct format('%I.%I', fn.nspname, fc.relname)
        from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker', 'public')
    order by 1`);
  const ordered: BackupTable[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const placed = new Set(ordered.map((table) => table.name));
    const next = waiting.findIndex((table) => table.needs.every((need) => placed.has(need)));
    if (next < 0)
      throw new Error(
        `tables refer to each other in a circle: ${waiting.map((t) => t.name).join(', ')}`,
      );
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}
