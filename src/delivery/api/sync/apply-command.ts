import type { ReviewSides } from '#domains/access/field-rule.ts';
import type { FieldRule } from '#domains/access/server/index.ts';
import type { Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { FieldRefusal } from '#platform/sync/ports.ts';
import type { Effect, ReceivedCommand } from '#platform/sync/server/receive.ts';
import { fieldRules } from '../../../field-rules.ts';
import { findFirst } from './door.ts';
import type { Door } from './door.ts';
import { noteNotDone } from './note-commands.ts';

/** Runs a command from a phone on the one path of all commands, with its number, in one transaction. It is on the disk when `noteReport` is. */
export async function applyCommand(door: Door, received: ReceivedCommand): Promise<Effect> {
  const { app, actor, city } = door;
  const { content, digest } = received;
  try {
    const { answer } = await app.executeTogether({
      id: content.id,
      kind: content.kind,
      version: content.version,
      actor,
      city,
      body: content.body,
      device: {
        deviceId: content.deviceId,
        seq: content.seq,
        madeAt: content.madeAt,
        clockOffsetMs: content.clockOffsetMs,
        digest,
        replaces: content.replaces ?? [],
      },
    });
    return { status: 'applied', answer };
  } catch (error) {
    if (error instanceof Refusal) return notDone(door, received, error);
    // A fault of ours changes nothing on the phone: it sends again.
    door.onFault(error);
    return { status: 'busy' };
  }
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
  const sides = rule && (await readSides(door, rule, content.body));
  if (!rule || !sides) return { status: 'refused', refusal };
  const first = await noteNotDone(door, received, { refusal, review: { kind: rule.kind, sides } });
  return first ? { status: 'known', known: first } : { status: 'needs-review', refusal };
}

/** Null where the body is not even what its kind takes: then its author repairs it. */
async function readSides(
  { app, city, onFault }: Door,
  rule: NonNullable<FieldRule['review']>[string],
  body: Json,
): Promise<ReviewSides | null> {
  try {
    return await app.read(city, (db) => rule.sides(db, body));
  } catch (error) {
    onFault(error);
    return null;
  }
}
