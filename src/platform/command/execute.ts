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
  claim(
    tx: Tx,
    envelope: CommandEnvelope,
    at: { hash: Buffer; now: Date },
  ): Promise<{ answer: Json } | null>;
  /** Throws unless the actor's role and jurisdiction cover the command at this place. */
  assertMay(envelope: CommandEnvelope, place: Place): void;
  /** Parks a command that needs a second person; the outcome's answer names the proposal. */
  park(tx: Tx, envelope: CommandEnvelope, parked: ParkedCommand): Promise<Outcome<Json>>;
  /** Looks, behind its effect, at what a command written on a phone did. */
  notice(tx: Tx, envelope: CommandEnvelope, now: Date): Promise<void>;
  /** Leaves the answer, the events, the jobs and, last, the audit line to the commit. */
  conclude(tx: Tx, envelope: CommandEnvelope, outcome: Outcome<Json>, now: Date): void;
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

/**
 * The one way in. In one transaction: receipt, input, who may, four eyes, handle, answer, events, jobs,
 * audit. A refusal or a fault rolls all of it back, the receipt too, so that the same command may be
 * sent again once its cause is gone.
 *
 * @throws Refusal when the command is refused; every one is catalogued.
 */
export async function execute(path: CommandPath, envelope: CommandEnvelope): Promise<Executed> {
  if (!isId(envelope.id)) throw commandProblems.badEnvelope({ what: 'id' });
  const definition = path.commands.get(envelope.kind);
  if (!definition) throw commandProblems.unknownKind({ kind: envelope.kind });
  const body = definition.upToDate(envelope.body, envelope.version);
  const now = path.now();
  const context: CommandContext = {
    id: envelope.id,
    city: envelope.city,
    actor: envelope.actor,
    proposedBy: null,
    now,
    today: businessDateOf(now, path.zoneOf(envelope.city)),
  };
  try {
    return await (path.together ? writeTogether : writeIn)(path.pool, envelope.city, (tx) =>
      run(
        {
          path,
          definition,
          envelope,
          current: { ...envelope, body, version: definition.version },
          context,
        },
        tx,
      ),
    );
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

interface Running {
  path: CommandPath;
  definition: AnyCommand;
  /** As it was sent: what makes a second sending the same. */
  envelope: CommandEnvelope;
  /** With its body as this version takes it. */
  current: CommandEnvelope;
  context: CommandContext;
}

async function run(running: Running, tx: Tx): Promise<Executed> {
  const { path, definition, envelope, current, context } = running;
  const { gate } = path;
  // The receipt first; where it acts is looked up on the same way, behind it.
  const [claimed, placed] = await Promise.allSettled([
    gate.claim(tx, envelope, { hash: bodyHash(envelope), now: context.now }),
    readPlaced(definition, current, { tx, context }),
  ]);
  if (claimed.status === 'rejected') throw claimed.reason;
  if (claimed.value) return { answer: claimed.value.answer, already: true };
  if (placed.status === 'rejected') throw placed.reason;
  const { command, place } = placed.value;
  gate.assertMay(envelope, place);
  const outcome = command.fourEyes
    ? await gate.park(tx, current, { place, says: command.fourEyes, now: context.now })
    : await command.handle(tx, context);
  if (envelope.device) await gate.notice(tx, current, context.now);
  gate.conclude(tx, envelope, outcome, context.now);
  return { answer: outcome.answer, already: false };
}

async function readPlaced(
  definition: AnyCommand,
  envelope: CommandEnvelope,
  at: { tx: Tx; context: CommandContext },
) {
  const command = definition.read(envelope.body);
  return { command, place: await command.place(at.tx, at.context) };
}
