import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { bodyHash } from './canonical.ts';
import type { CommandEnvelope, Json, Outcome, ReadyCommand } from './command.ts';
import { refusalOfDatabase } from './database-refusals.ts';
import { begin, writing } from './execute.ts';
import type { CommandPath, Running } from './execute.ts';
import { Refusal } from './problem.ts';

/**
 * Either all were done, or none: then among these places there is one that has to go alone. A fault is what nobody
 * refused and no busy database explains; it is for the log.
 */
export type ExecutedAll =
  | { readonly answers: readonly Json[] }
  | { readonly stopped: Places; readonly fault: unknown };

/** Why several cannot go together, though each may go alone. */
class GoesAlone extends Error {}

/** From the first place up to and without the second. */
export interface Places {
  readonly from: number;
  readonly until: number;
}

interface Ready extends Running {
  readonly command: ReadyCommand;
}

/**
 * Several commands of one sender in one transaction, with everything `execute` asks of each: receipts, input, who may,
 * handle, answers, audit lines in their order. What is the same for all is written at once, and neighbours of one kind
 * are handled at once where their kind knows how. As soon as one does not go through, nothing was done at all; what
 * `execute` says of that one, alone, counts.
 */
export async function executeAll(
  path: CommandPath,
  envelopes: readonly CommandEnvelope[],
): Promise<ExecutedAll> {
  const whole = { from: 0, until: envelopes.length };
  const { city } = envelopes[0] ?? { city: '' };
  const progress: Progress = { at: whole };
  try {
    const ready = readAll(path, envelopes, progress);
    progress.at = whole;
    return await writing(path)(path.pool, city, (tx) => runAll({ path, ready, progress }, tx));
  } catch (error) {
    const expected =
      error instanceof Refusal || error instanceof GoesAlone || refusalOfDatabase(error) !== null;
    return { stopped: progress.at, fault: expected ? null : error };
  }
}

/** Where in the row of commands the work is, and so where it stopped. */
interface Progress {
  at: Places;
}

function readAll(
  path: CommandPath,
  envelopes: readonly CommandEnvelope[],
  progress: Progress,
): Ready[] {
  const now = path.now();
  return envelopes.map((envelope, i) => {
    progress.at = { from: i, until: i + 1 };
    const running = begin(path, envelope, now);
    const command = running.definition.read(running.current.body);
    if (command.apart === null || command.fourEyes || envelope.city !== envelopes[0]?.city)
      throw new GoesAlone(envelope.kind);
    return { ...running, command };
  });
}

async function runAll(
  { path, ready, progress }: { path: CommandPath; ready: readonly Ready[]; progress: Progress },
  tx: Tx,
): Promise<ExecutedAll> {
  const { gate } = path;
  const now = ready[0]?.context.now ?? path.now();
  const claims = ready.map(({ envelope }) => ({ envelope, hash: bodyHash(envelope) }));
  const outcomes: Outcome<Json>[] = [];
  const handleAll = async () => {
    for (const places of neighbours(ready)) {
      progress.at = places;
      outcomes.push(...(await handle(path, ready.slice(places.from, places.until), tx)));
    }
  };
  // The receipts first; the first effects travel behind them, and count for nothing when one had come before.
  const [before] = await together(gate.claimAll(tx, claims, now), handleAll());
  if (before !== null) {
    progress.at = { from: before, until: before + 1 };
    throw new GoesAlone('came before');
  }
  progress.at = { from: 0, until: ready.length };
  const concluded = ready.map(({ envelope }, i) => ({ envelope, outcome: outcomeAt(outcomes, i) }));
  gate.conclude(tx, concluded, now);
  return { answers: outcomes.map(({ answer }) => answer) };
}

async function handle(
  { gate }: CommandPath,
  neighbours: readonly Ready[],
  tx: Tx,
): Promise<readonly Outcome<Json>[]> {
  for (const { envelope, command, context } of neighbours)
    gate.assertMay(envelope, await command.place(tx, context));
  const outcomes = await neighbours[0]?.definition.handleTogether?.(tx, neighbours);
  for (const { envelope, current, context } of neighbours)
    if (envelope.device) await gate.notice(tx, current, context.now);
  return outcomes ?? [];
}

function outcomeAt(outcomes: readonly Outcome<Json>[], i: number): Outcome<Json> {
  const outcome = outcomes[i];
  if (!outcome) throw new Error('a command handled together with others has no outcome');
  return outcome;
}

/** Commands of one kind that follow one another and share nothing that two of a kind must not share. */
function neighbours(ready: readonly Ready[]): Places[] {
  const places: Places[] = [];
  let shared = new Set<string | null>();
  ready.forEach(({ definition, command }, i) => {
    const last = places.at(-1);
    if (last && ready[last.from]?.definition === definition && !shared.has(command.apart)) {
      places[places.length - 1] = { ...last, until: i + 1 };
    } else {
      places.push({ from: i, until: i + 1 });
      shared = new Set();
    }
    shared.add(command.apart);
  });
  return places;
}
