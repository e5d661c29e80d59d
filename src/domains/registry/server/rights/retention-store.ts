import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { RetentionClass } from '../../rights/retention.ts';

/** What a run ended and what holds kept. */
export interface RetentionEnd {
  readonly gone: number;
  readonly held: number;
}

/** Ends what is past its period, at most so many, and writes the run down where there was anything. */
export async function endRetentionRows(
  tx: Tx,
  asked: { name: RetentionClass; cutOff: BusinessDate; most: number },
  { id, actor, now, today }: CommandContext,
): Promise<RetentionEnd> {
  const { name, cutOff } = asked;
  const { rows } = await sql<RetentionEnd>`
    select gone, held from registry.end_retention(${tx.city}, ${name}, ${cutOff}::date, ${today}::date, ${asked.most}::int)`.execute(
    tx,
  );
  const end = rows[0] ?? { gone: 0, held: 0 };
  await sql`
    insert into registry.retention_run (city_id, id, class, cut_off, gone, held, ran_at, ran_name)
    values (${tx.city}, ${id}, ${name}, ${cutOff}::date, ${end.gone}, ${end.held}, ${now}::timestamptz, ${actor.name})`.execute(
    tx,
  );
  return end;
}

export async function insertHold(
  tx: Tx,
  hold: { personId: string; why: string; untilOn: BusinessDate },
  { id, actor, now }: CommandContext,
): Promise<void> {
  await sql`
    insert into registry.legal_hold (city_id, id, person_id, why, until_on, set_at, set_by, set_name)
    values (${tx.city}, ${id}, ${hold.personId}, ${hold.why}, ${hold.untilOn}::date, ${now}::timestamptz,
      ${actor.userId}::uuid, ${actor.name})`.execute(tx);
}

/** Lifts a standing hold. @returns whose it was, or null where none stands by that id */
export async function liftHoldRow(
  tx: Tx,
  hold: { id: string; why: string },
  { actor, now }: CommandContext,
): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    update registry.legal_hold set lifted_at = ${now}::timestamptz, lifted_by = ${actor.userId}::uuid,
      lifted_name = ${actor.name}, lifted_why = ${hold.why}
    where city_id = ${tx.city} and id = ${hold.id} and lifted_at is null returning person_id as "personId"`.execute(
    tx,
  );
  return rows[0]?.personId ?? null;
}
