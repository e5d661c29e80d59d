import { DISCARD_KIND, MAX_COMMANDS_A_PUSH, MAX_PUSH_CHARACTERS } from './protocol.ts';
import type { OutboxCommand } from './ports.ts';
import { longestWaitMs } from './retry.ts';

/** Whether the device still has something to do about it: it is not with the server, nor given up. */
export function isUnsent(command: OutboxCommand): boolean {
  return command.state !== 'delivered' && command.state !== 'needs-review';
}

/** Unsent, and neither repaired nor being discarded. */
export function isLive(command: OutboxCommand): boolean {
  return isUnsent(command) && command.supersededBy === undefined;
}

/**
 * What the device goes on holding if the server takes all that is under way: what was repaired or is being discarded
 * leaves with its repair or discard, but a repair that is discarded gives back what it repaired.
 */
export function stillHeld(commands: readonly OutboxCommand[]): OutboxCommand[] {
  const discards = new Set(commands.flatMap((one) => (one.kind === DISCARD_KIND ? [one.id] : [])));
  const givenUp = new Set(
    commands.flatMap((one) => (discards.has(one.supersededBy ?? '') ? [one.id] : [])),
  );
  return commands.filter(
    (one) => isLive(one) || (isUnsent(one) && givenUp.has(one.supersededBy ?? '')),
  );
}

/**
 * The order in which work was done: another device's first (what came out of a file, or from before this
 * phone was enrolled again), then by place; a repair stands where the refused command stood.
 */
export function inOrder(
  commands: readonly OutboxCommand[],
  ownDeviceId: string,
): readonly OutboxCommand[] {
  const device = (one: OutboxCommand) => one.placedOn ?? one.deviceId;
  const own = (one: OutboxCommand) => (device(one) === ownDeviceId ? 1 : 0);
  return [...commands].sort(
    (a, b) =>
      own(a) - own(b) ||
      (device(a) < device(b) ? -1 : device(a) > device(b) ? 1 : 0) ||
      a.place - b.place ||
      (a.id < b.id ? -1 : 1),
  );
}

interface Choice {
  readonly deviceId: string;
  /** Epoch milliseconds by the device's clock. */
  readonly now: number;
  /** Take what waits for its next try too. */
  readonly force: boolean;
}

/**
 * What the next push carries, in order. A command waits for unsent earlier ones that share a subject, and
 * for its dependencies, unless they travel before it in the same push; nothing else holds it up.
 *
 * What failed often travels in smaller and smaller company and at last alone, so that a command the
 * server stumbles over does not keep the others here.
 */
export function chooseBatch(commands: readonly OutboxCommand[], choice: Choice): OutboxCommand[] {
  const ordered = inOrder(commands, choice.deviceId);
  let level = Infinity;
  walk(ordered, choice, (head) => {
    level = Math.min(level, levelOf(head));
    return false;
  });
  if (level === Infinity) return [];
  const limit = Math.max(1, MAX_COMMANDS_A_PUSH >> level);
  const chosen: OutboxCommand[] = [];
  let characters = 0;
  let full = false;
  walk(ordered, choice, (command) => {
    if (full || levelOf(command) > level) return false;
    characters += command.sealed.length;
    full = chosen.length >= limit || (chosen.length > 0 && characters > MAX_PUSH_CHARACTERS);
    if (!full) chosen.push(command);
    return !full;
  });
  return chosen;
}

/** 50 together while it failed at most twice, then 25, 12, 6, 3 and alone. */
function levelOf(command: OutboxCommand): number {
  return Math.min(6, Math.max(0, command.attempts - 2));
}

/**
 * Offers in order every command that could go now; `take` says whether it goes, and so whether what
 * follows it may travel behind it.
 */
function walk(
  ordered: readonly OutboxCommand[],
  { now, force }: Choice,
  take: (command: OutboxCommand) => boolean,
): void {
  const waitedFor = new Set(ordered.filter(isUnsent).map((command) => command.id));
  const barred = new Set<string>();
  const discards = new Set(ordered.flatMap((one) => (one.kind === DISCARD_KIND ? [one.id] : [])));
  for (const command of ordered) {
    // Discarded, a repair gives back what it repaired: that stays in the way of what came after.
    const givesBack = command.replaces !== undefined && discards.has(command.supersededBy ?? '');
    if (!isLive(command) && !(isUnsent(command) && givesBack)) continue;
    const ready =
      isLive(command) &&
      command.state !== 'refused' &&
      (force || isDue(command, now)) &&
      !command.subjects.some((subject) => barred.has(subject)) &&
      !command.deps.some((dep) => waitedFor.has(dep));
    if (ready && take(command)) {
      waitedFor.delete(command.id);
      for (const old of supersededBy(ordered, command.id)) waitedFor.delete(old.id);
    } else {
      for (const subject of command.subjects) barred.add(subject);
    }
  }
}

/** What a command repairs or takes away: the nearest first, then what that one had repaired before. */
export function supersededBy(commands: readonly OutboxCommand[], id: string): OutboxCommand[] {
  const found: OutboxCommand[] = [];
  for (let by = [id]; by.length > 0;) {
    const next = commands.filter((one) => by.includes(one.supersededBy ?? ''));
    found.push(...next);
    by = next.map((one) => one.id);
  }
  return found;
}

/** A try set further ahead than the longest wait was set by a clock that has since been put back. */
export function isDue({ nextTryAt }: Pick<OutboxCommand, 'nextTryAt'>, now: number): boolean {
  return nextTryAt === null || nextTryAt <= now || nextTryAt - now > longestWaitMs;
}
