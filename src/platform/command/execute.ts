import { businessDateOf } from '#kernel/date.ts';
import { isId } from '#kernel/id.ts';
import type { Pool } from 'pg';
import { writeIn, writeTogether } from '#platform/db/tx.ts';
import type { Tx } from '#platform/db/tx.ts';
import { bodyHash } from './canonical.ts';
import type {
  AnyCommand,
  CommandContext,
  CommandEnvelope,
  Json,
  Outcome,
  Place,
} from './command.ts';
import { commandProblems } from './problems.ts';
import { refusalOfDatabase } from './database-refusals.ts';

/** What the command path asks of the access domain; wired in `app.ts`. */
export interface CommandGate {
  /** Claims the id; answers what it answered before, or null when this is its first time. */
  claim(tx: Tx, claimed: Claimed, now: Date): Promise<{ answer: Json } | null>;
  /** Claims all ids; answers the place of the first one that came before in some way, or null when none did. */
  claimAll(tx: Tx, claimed: readonly Claimed[], now: Date): Promise<number | null>;
  /** Throws unless the actor's role and jurisdiction cover the command at this place. */
  assertMay(envelope: CommandEnvelope, place: Place): void;
  /** Parks a command that needs a second person; the outcome's answer names the proposal. */
  park(tx: Tx, envelope: CommandEnvelope, parked: ParkedCommand): Promise<Outcome<Json>>;
  /** Looks, behind its effect, at what a command written on a phone did. */
  notice(tx: Tx, envelope: CommandEnvelope, now: Date): Promise<void>;
  /** Leaves the answers, the events, the jobs and, last, the audit lines to the commit. */
  conclude(tx: Tx, concluded: readonly Concluded[], now: Date): void;
}

export interface Claimed {
  readonly envelope: CommandEnvelope;
  /** Of its body. */
  readonly hash: Buffer;
}

export interface Concluded {
  readonly envelope: CommandEnvelope;
  readonly outcome: Outcome<Json>;
}

export interface ParkedCommand {
  readonly place: Place;
  readonly says: { id: string; en: string };
  readonly now: Date;
}

export interface CommandPath {
  readonly pool: Pool;
  readonly gate: CommandGate;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly now: () => Date;
  readonly zoneOf: (city: string) => string;
  /** The commit does not wait for the disk: whoever asks for that confirms nothing before a later write has waited. */
  readonly together?: boolean;
}

/** What came back: the answer, and whether it had been given before. */
export interface Executed {
  readonly answer: Json;
  readonly already: boolean;
}

/** A command on its way in. */
export interface Running {
  readonly definition: AnyCommand;
  /** As it was sent: what makes a second sending the same. */
  readonly envelope: CommandEnvelope;
  /** With its body as this version takes it. */
  readonly current: CommandEnvelope;
  readonly context: CommandContext;
}

/**
 * The one way in. In one transaction: receipt, input, who may, four eyes, handle, answer, events, jobs,
 * audit. A refusal or a fault rolls all of it back, the receipt too, so that the same command may be
 * sent again once its cause is gone. (`execute-all.ts` lets several go it at once.)
 *
 * @throws Refusal when the command is refused; every one is catalogued.
 */
export async function execute(path: CommandPath, envelope: CommandEnvelope): Promise<Executed> {
  const running = begin(path, envelope, path.now());
  try {
    return await writing(path)(path.pool, envelope.city, (tx) => run(path, running, tx));
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

export function writing(path: CommandPath): typeof writeIn {
  return path.together ? writeTogether : writeIn;
}

/** @throws Refusal for what is no command of ours, or of a version that is no longer taken */
export function begin(path: CommandPath, envelope: CommandEnvelope, now: Date): Running {
  if (!isId(envelope.id)) throw commandProblems.badEnvelope({ what: 'id' });
  const definition = path.commands.get(envelope.kind);
  if (!definition) throw commandProblems.unknownKind({ kind: envelope.kind });
  const body = definition.upToDate(envelope.body, envelope.version);
  return {
    definition,
    envelope,
    current: { ...envelope, body, version: definition.version },
    context: {
      id: envelope.id,
      city: envelope.city,
      actor: envelope.actor,
      proposedBy: null,
      now,
      today: businessDateOf(now, path.zoneOf(envelope.city)),
    },
  };
}

async function run(path: CommandPath, running: Running, tx: Tx): Promise<Executed> {
  const { envelope, current, context } = running;
  const { gate } = path;
  // The receipt first; where it acts is looked up on the same way, behind it.
  const [claimed, placed] = await Promise.allSettled([
    gate.claim(tx, { envelope, hash: bodyHash(envelope) }, context.now),
    readPlaced(running, tx),
  ]);
  if (claimed.status === 'rejected') throw claimed.reason;
  if (claimed.value) return { answer: claimed.value.answer, already: true };
  if (placed.status === 'rejected') throw placed.reason;
  const { command, place } = placed.value;
  gate.assertMay(envelope, place);
  if (command.fourEyes) await command.check(tx, context);
  const outcome = command.fourEyes
    ? await gate.park(tx, current, { place, says: command.fourEyes, now: context.now })
    : await command.handle(tx, context);
  if (envelope.device) await gate.notice(tx, current, context.now);
  gate.conclude(tx, [{ envelope, outcome }], context.now);
  return { answer: outcome.answer, already: false };
}

async function readPlaced({ definition, current, context }: Running, tx: Tx) {
  const command = definition.read(current.body);
  return { command, place: await command.place(tx, context) };
}
