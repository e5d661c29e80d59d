import type { ReviewSides } from '#domains/access/field-rule.ts';
import type { FieldRule } from '#domains/access/server/index.ts';
import type { CommandEnvelope, Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { FieldRefusal } from '#platform/sync/ports.ts';
import type {
  AppliedTogether,
  Effect,
  ReceivedCommand,
} from '#platform/sync/server/receive-ports.ts';
import { fieldRules } from '../../../field-rules.ts';
import { findFirst } from './door.ts';
import type { Door } from './door.ts';
import { noteNotDone } from './note-commands.ts';

/** Runs a command from a phone on the one path of all commands, with its number, in one transaction. It is on the disk when `noteReport` is. */
export async function applyCommand(door: Door, received: ReceivedCommand): Promise<Effect> {
  try {
    const { answer } = await door.app.executeTogether(envelopeOf(door, received));
    return { status: 'applied', answer };
  } catch (error) {
    if (error instanceof Refusal) return notDone(door, received, error);
    // A fault of ours changes nothing on the phone: it sends again.
    door.onFault(error);
    return { status: 'busy' };
  }
}

/**
 * Runs the first ones in one transaction, all or none. Where one of them stops that, those before it run, and those it
 * was handled with go alone.
 */
export async function applyTogether(
  door: Door,
  received: readonly ReceivedCommand[],
): Promise<AppliedTogether> {
  const envelopes = received.map((one) => envelopeOf(door, one));
  const all = await door.app.executeAll(envelopes);
  if ('answers' in all) return { answers: all.answers, alone: 0 };
  if (all.fault) door.onFault(all.fault);
  const { from, until } = all.stopped;
  const before = from < 2 ? null : await door.app.executeAll(envelopes.slice(0, from));
  return before && 'answers' in before
    ? { answers: before.answers, alone: until - from }
    : { answers: [], alone: until };
}

function envelopeOf({ actor, city }: Door, { content, digest }: ReceivedCommand): CommandEnvelope {
  const { id, kind, version, body, deviceId, seq, madeAt, clockOffsetMs } = content;
  const replaces = content.replaces ?? [];
  return {
    ...{ id, kind, version, actor, city, body },
    device: { deviceId, seq, madeAt, clockOffsetMs, digest, replaces },
  };
}

async function notDone(door: Door, received: ReceivedCommand, error: Refusal): Promise<Effect> {
  if (error.status === 503) return { status: 'busy' };
  const { content } = received;
  if (error.code === 'access.already-noted' || error.code === 'command.id-reused') {
    const known = await findFirst(door, content);
    if (known) return { status: 'known', known };
  }
  const refusal: FieldRefusal = {
    code: error.code,
    words: error.words,
    ...(error.field !== undefined && { field: error.field }),
  };
  const rule = fieldRules[content.kind]?.review?.[error.code];
  const sides = rule && (await readSides(door, rule, content));
  if (!rule || !sides) return { status: 'refused', refusal };
  const first = await noteNotDone(door, received, { refusal, review: { kind: rule.kind, sides } });
  return first ? { status: 'known', known: first } : { status: 'needs-review', refusal };
}

/** Null where the body is not even what its kind takes: then its author repairs it. */
async function readSides(
  { app, city, onFault }: Door,
  rule: NonNullable<FieldRule['review']>[string],
  content: ReceivedCommand['content'],
): Promise<ReviewSides | null> {
  try {
    const body = app.upToDate(content) as Json;
    return await app.read(city, (db) => rule.sides(db, body));
  } catch (error) {
    onFault(error);
    return null;
  }
}
