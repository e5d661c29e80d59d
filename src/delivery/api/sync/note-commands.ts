import { systemActor } from '#domains/access/server/index.ts';
import type { ReviewKind, ReviewSides } from '#domains/access/field-rule.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { FieldRefusal } from '#platform/sync/ports.ts';
import { syncRefusal } from '#platform/sync/refusals.ts';
import type {
  KnownCommand,
  ReceivedCommand,
  ReceivePorts,
} from '#platform/sync/server/receive-ports.ts';
import { findFirst } from './door.ts';
import type { Door } from './door.ts';

/**
 * Notes a command that was not done: for its author to repair, or with both sides for a supervisor. Answers whoever was
 * first with its id or number, null when nobody was.
 */
export async function noteNotDone(
  door: Door,
  { content, digest }: ReceivedCommand,
  why: { refusal: FieldRefusal; review?: { kind: ReviewKind; sides: ReviewSides } },
): Promise<KnownCommand | null> {
  const { refusal, review } = why;
  const kept = door.app.fieldSealer.seal(JSON.stringify(content)).toString('hex');
  const answer = await note(door, {
    deviceId: content.deviceId,
    seq: content.seq,
    commandId: content.id,
    kind: content.kind,
    digest,
    status: review ? 'needs-review' : 'refused',
    code: refusal.code,
    words: { ...refusal.words },
    ...(refusal.field !== undefined && { field: refusal.field }),
    madeAt: content.madeAt,
    madeBy: door.actor.userId,
    ...(review && { review: { ...asJson(review.sides), kind: review.kind, kept } }),
  });
  return (answer as { noted: boolean }).noted ? null : findFirst(door, content);
}

/** Keeps what cannot be what it says it is, for somebody to look at. */
export async function noteSetAside(
  door: Door,
  aside: Parameters<ReceivePorts['recordSetAside']>[0],
): Promise<void> {
  const { command, deviceId, code, digest, text, claimsNumber } = aside;
  const { words } = syncRefusal(code);
  const { app, actor } = door;
  await note(door, {
    deviceId,
    seq: command.seq,
    commandId: command.id,
    kind: 'unknown',
    digest,
    status: 'quarantined',
    claimsNumber,
    code,
    words: { ...words },
    madeAt: app.now().toISOString(),
    madeBy: actor.userId,
    review: {
      kind: 'quarantined',
      says: {
        id: `Catatan nomor ${command.seq} dari HP ${actor.name}: ${words.id}`,
        en: `Record ${command.seq} of ${actor.name}’s phone: ${words.en}`,
      },
      firstBy: '',
      facts: [],
      place: {},
      subject: { kind: 'device-record', id: digest },
      kept: app.fieldSealer.seal(text ?? command.sealed).toString('hex'),
    },
  });
}

async function note({ app, city }: Door, body: Json): Promise<Json> {
  const kind = 'access.note-field-command';
  const envelope = { id: newId(), kind, version: 1, actor: systemActor, city, body };
  return (await app.executeTogether(envelope)).answer;
}

/** Sides as JSON: what is undefined is left out. */
function asJson(sides: ReviewSides): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(sides)) as Readonly<Record<string, Json>>;
}
