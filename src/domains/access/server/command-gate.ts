import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { CommandEnvelope, Json, Outcome, Place } from '#platform/command/command.ts';
import type { Claimed, CommandGate, Concluded, ParkedCommand } from '#platform/command/execute.ts';
import { commandProblems } from '#platform/command/problems.ts';
import type { Tx } from '#platform/db/tx.ts';
import { deviceProblems } from '../device-problems.ts';
import { mayDo } from '../who-may.ts';
import { claimFromDevice, claimFromDeviceAll, numberDone } from './field/device-commands.ts';
import type { FieldRules } from './field/field-ports.ts';
import { noticeFieldCommand } from './field/notice.ts';

const proposalLifeDays = 14;

/**
 * Receipts, permissions, proposals and the audit chain, as the command path asks for them.
 *
 * @param rules what is worth a look in a command that came from a phone, by its kind
 */
export function commandGate(rules: FieldRules): CommandGate {
  return {
    claim,
    claimAll,
    assertMay,
    park,
    conclude,
    notice: (tx, envelope, now) => noticeFieldCommand(tx, { envelope, rules, now }),
  };
}

/**
 * Inserts the receipt first: a second sender of the same id waits here for the first to commit, and then
 * reads its answer.
 */
async function claim(
  tx: Tx,
  { envelope, hash }: Claimed,
  now: Date,
): Promise<{ answer: Json } | null> {
  if (await isFirst(tx, { envelope, hash }, now)) return null;
  const { rows } = await sql<{ body_hash: Buffer; answer: Json }>`
    select r.body_hash, a.answer from access.command_receipt r
    join access.command_answer a on a.city_id = r.city_id and a.command_id = r.id
    where r.city_id = ${tx.city} and r.id = ${envelope.id}`.execute(tx);
  const before = rows[0];
  if (!before?.body_hash.equals(hash)) throw commandProblems.idReused();
  if (envelope.device) await numberDone(tx, { ...envelope, device: envelope.device }, now);
  return { answer: before.answer };
}

async function isFirst(tx: Tx, { envelope, hash }: Claimed, now: Date): Promise<boolean> {
  if (envelope.device) {
    const device = { ...envelope, device: envelope.device };
    const claimed = await claimFromDevice(tx, device, { hash, now });
    if (claimed.first && !claimed.numbered) throw deviceProblems.alreadyNoted();
    return claimed.first;
  }
  const { rows } = await sql`
    insert into access.command_receipt (city_id, id, kind, version, body_hash, actor_id)
    values (${tx.city}, ${envelope.id}, ${envelope.kind}, ${envelope.version}, ${hash}, ${envelope.actor.userId})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Receipts and numbers of commands from phones, as `claim` writes each, and in one statement. */
async function claimAll(tx: Tx, claimed: readonly Claimed[], now: Date): Promise<number | null> {
  const fromPhones = claimed.flatMap(({ envelope, hash }) =>
    envelope.device && !envelope.device.replaces?.length
      ? [{ ...envelope, device: envelope.device, hash }]
      : [],
  );
  if (fromPhones.length < claimed.length)
    throw new Error('only commands from phones that repair nothing are claimed at once');
  const firsts = await claimFromDeviceAll(tx, fromPhones, now);
  const before = claimed.findIndex(({ envelope }) => !firsts.has(envelope.id));
  return before < 0 ? null : before;
}

function assertMay(envelope: CommandEnvelope, place: Place): void {
  const verdict = mayDo(envelope.actor, envelope.kind, place);
  if (verdict === 'no') throw commandProblems.notAllowed();
  if (verdict === 'needs-second-factor') throw commandProblems.secondFactorNeeded();
}

async function park(
  tx: Tx,
  envelope: CommandEnvelope,
  parked: ParkedCommand,
): Promise<Outcome<Json>> {
  const proposalId = newId();
  await sql`
    insert into access.proposal (city_id, id, kind, version, body, place, says, proposed_by, proposed_at, expires_at)
    values (${tx.city}, ${proposalId}, ${envelope.kind}, ${envelope.version}, ${JSON.stringify(envelope.body)}::jsonb,
      ${JSON.stringify(parked.place)}::jsonb, ${JSON.stringify(parked.says)}::jsonb, ${envelope.actor.userId},
      ${parked.now}, ${parked.now}::timestamptz + make_interval(days => ${proposalLifeDays}))`.execute(
    tx,
  );
  return {
    answer: { proposalId },
    audit: {
      subject: { kind: 'proposal', id: proposalId },
      says: {
        id: `Mengusulkan: ${parked.says.id}`,
        en: `Proposed: ${parked.says.en}`,
      },
    },
  };
}

function conclude(tx: Tx, concluded: readonly Concluded[], now: Date): void {
  const answers = concluded.map(({ envelope, outcome }) => ({
    id: envelope.id,
    answer: outcome.answer,
  }));
  const events = concluded.flatMap(({ envelope, outcome }) =>
    (outcome.events ?? []).map((event) => ({ id: newId(), command: envelope.id, ...event })),
  );
  const jobs = concluded.flatMap(({ envelope, outcome }) =>
    (outcome.jobs ?? []).map((job) => ({ id: newId(), actor: envelope.actor.userId, ...job })),
  );
  const lines = concluded.map(({ envelope, outcome: { audit } }) => ({
    command: envelope.id,
    kind: envelope.kind,
    actor: envelope.actor.userId,
    actor_name: envelope.actor.name,
    subject_kind: audit.subject.kind,
    subject_id: audit.subject.id,
    says: audit.says,
    data: audit.data ?? {},
  }));
  // One statement; its last part takes the audit chain's lock, which the commit right behind it gives back.
  tx.endWith(sql`
    with answered as (
      insert into access.command_answer (city_id, command_id, answer)
      select ${tx.city}, a.id, coalesce(a.answer, 'null') from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a (id uuid, answer jsonb)
      returning 1
    ), told as (
      insert into access.domain_event (city_id, id, command_id, kind, body, at)
      select ${tx.city}, e.id, e.command, e.kind, e.body, ${now}
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id uuid, command uuid, kind text, body jsonb) returning 1
    ), queued as materialized (
      select platform.enqueue(${tx.city}, j.id, j.task, j.title, j.payload, j.actor)
      from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j (id uuid, task text, title jsonb, payload jsonb, actor uuid)
    ), counted as materialized (select (select count(*) from answered) + (select count(*) from told) + (select count(*) from queued) as n)
    select access.append_audit_lines(${tx.city}, ${now}, ${JSON.stringify(lines)}::jsonb) from counted where n >= 1`);
}
