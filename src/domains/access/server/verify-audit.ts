import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** Recomputes the audit chain of the city from its first line, and each command's one line. */
export async function verifyAudit(
  db: Reader,
): Promise<{ name: string; counted: number; difference: string | null }> {
  const { rows } = await sql<{ counted: bigint; first: string | null; head: string | null }>`
    with line as (
      select l.*, lag(l.hash, 1, '\\x00'::bytea) over (order by l.seq) as expected_previous, row_number() over (order by l.seq) as place
      from access.audit_line l where l.city_id = ${db.city})
    select count(*) as counted,
      (select 'audit line ' || seq || ' (' || kind || ') does not match its hash' from line
        where previous_hash <> expected_previous or seq <> place
          or hash <> access.audit_hash(previous_hash, city_id, seq, at, command_id, kind, actor_id,
            subject_kind || ':' || subject_id, says, data)
        order by seq limit 1) as first,
      (select 'the chain ends at line ' || coalesce(max(seq), 0) || ', its head says ' || h.last_seq
        from access.audit_head h left join access.audit_line l on l.city_id = h.city_id
        where h.city_id = ${db.city} group by h.last_seq, h.last_hash
        having coalesce(max(l.seq), 0) <> h.last_seq) as head
    from line`.execute(db);
  const row = rows[0];
  return {
    name: 'audit chain',
    counted: Number(row?.counted ?? 0n),
    difference: row?.first ?? row?.head ?? null,
  };
}
