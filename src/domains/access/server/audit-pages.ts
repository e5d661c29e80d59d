import { sql } from 'kysely';
import type { Json } from '#platform/command/command.ts';
import type { Words } from '#kernel/words.ts';
import type { Reader } from '#platform/db/reader.ts';

/** One line of the audit trail in a list. */
export interface AuditRow {
  seq: bigint;
  at: Date;
  actorName: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  says: Words;
}

/** The number of the city's last audit line; it grows with every command. */
export async function lastAuditSequence(db: Reader): Promise<bigint> {
  const { rows } = await sql<{ last: bigint }>`
    select last_seq as last from access.audit_head where city_id = ${db.city}`.execute(db);
  return rows[0]?.last ?? 0n;
}

/** One line opened: what it recorded, and its place in the chain. */
export interface AuditDetail extends AuditRow {
  commandId: string;
  actorId: string;
  data: Json;
  previousHash: string;
  hash: string;
  previousSeq: bigint | null;
  nextSeq: bigint | null;
}

export interface AuditQuery {
  /** Part of what the line says or of who did it. */
  q: string;
  /** A command's kind, or the start of it up to a dot: `lending`. */
  domain?: string | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  limit: number;
  offset: number;
}

/** Counting stops here, so that a search over years of lines stays quick; the page says "more than". */
export const auditCountLimit = 10_000;

/** Lines of the trail, newest first, and how many there are. */
export async function listAudit(
  db: Reader,
  query: AuditQuery,
): Promise<{ rows: AuditRow[]; total: number }> {
  const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`l.city_id = ${db.city}
    and (${query.q} = '' or l.actor_name ilike ${like} or l.says ->> 'id' ilike ${like} or l.says ->> 'en' ilike ${like})
    and (${query.domain ?? null}::text is null or l.kind like ${query.domain ?? ''} || '.%')
    and (${query.subjectKind ?? null}::text is null or l.subject_kind = ${query.subjectKind ?? null})
    and (${query.subjectId ?? null}::text is null or l.subject_id = ${query.subjectId ?? null})`;
  const { rows } = await sql<AuditRow>`
    select l.seq, l.at, l.actor_name as "actorName", l.kind, l.subject_kind as "subjectKind",
      l.subject_id as "subjectId", l.says
    from access.audit_line l where ${where}
    order by l.seq desc limit ${query.limit} offset ${query.offset}`.execute(db);
  const narrowed = query.q !== '' || query.domain || query.subjectKind || query.subjectId;
  const counted = narrowed
    ? await sql<{ total: bigint }>`select count(*) as total from
        (select 1 from access.audit_line l where ${where} limit ${auditCountLimit + 1}) found`.execute(
        db,
      )
    : await sql<{
        total: bigint;
      }>`select last_seq as total from access.audit_head where city_id = ${db.city}`.execute(db);
  return { rows, total: Number(counted.rows[0]?.total ?? 0) };
}

/** One line by its number, or null. */
export async function findAuditLine(db: Reader, seq: bigint): Promise<AuditDetail | null> {
  const { rows } = await sql<AuditDetail>`
    select l.seq, l.at, l.actor_name as "actorName", l.actor_id as "actorId", l.kind, l.subject_kind as "subjectKind",
      l.subject_id as "subjectId", l.says, l.command_id as "commandId", l.data,
      encode(l.previous_hash, 'hex') as "previousHash", encode(l.hash, 'hex') as hash,
      (select p.seq from access.audit_line p where p.city_id = l.city_id and p.seq = l.seq - 1) as "previousSeq",
      (select n.seq from access.audit_line n where n.city_id = l.city_id and n.seq = l.seq + 1) as "nextSeq"
    from access.audit_line l where l.city_id = ${db.city} and l.seq = ${seq}`.execute(db);
  return rows[0] ?? null;
}

/** What was done to one thing, newest first: the dated list under its page. */
export async function historyOf(
  db: Reader,
  subject: { kind: string; id: string },
  limit = 50,
): Promise<{ seq: bigint; at: Date; actorName: string; says: Words }[]> {
  const { rows } = await sql<{ seq: bigint; at: Date; actorName: string; says: Words }>`
    select seq, at, actor_name as "actorName", says from access.audit_line
    where city_id = ${db.city} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
    order by seq desc limit ${limit}`.execute(db);
  return rows;
}
