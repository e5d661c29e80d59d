import type { Words } from '#kernel/words.ts';
import type { Documents } from '../documents.ts';
import type { CommandKind } from '../screen.ts';
import { isLive, isUnsent } from '#platform/sync/order.ts';
import type { OutboxCommand } from '#platform/sync/ports.ts';
import { DISCARD_KIND } from '#platform/sync/protocol.ts';
import { trayWords as w } from './words.ts';

/** The outbox sorted as the tray shows it; newest first, except that what waits goes out oldest first. */
export interface TrayList {
  readonly ready: readonly OutboxCommand[];
  readonly repair: readonly OutboxCommand[];
  readonly looked: readonly OutboxCommand[];
  readonly sent: readonly OutboxCommand[];
}

/** Pure. Discards are shown at what they discard, not by themselves. */
export function trayList(commands: readonly OutboxCommand[]): TrayList {
  const shown = commands.filter((one) => one.kind !== DISCARD_KIND);
  const byAge = shown.toSorted((a, b) => a.madeAt.localeCompare(b.madeAt));
  const newest = byAge.toReversed();
  const discards = new Set(
    commands.filter((one) => one.kind === DISCARD_KIND).map((one) => one.id),
  );
  const beingDiscarded = (one: OutboxCommand) =>
    one.supersededBy !== undefined && discards.has(one.supersededBy);
  return {
    ready: byAge.filter((one) => isLive(one) && one.state !== 'refused'),
    repair: byAge.filter(
      (one) => one.state === 'refused' && (isLive(one) || (isUnsent(one) && beingDiscarded(one))),
    ),
    looked: newest.filter((one) => one.state === 'needs-review'),
    sent: newest.filter((one) => one.state === 'delivered'),
  };
}

/** What a command is in people's words: with its content where that can be read, else by its kind. */
export function commandWords(
  command: OutboxCommand,
  kinds: readonly CommandKind[],
  readable: { bodies: ReadonlyMap<string, unknown>; documents: Documents },
): Words {
  const kind = kinds.find((one) => one.kind === command.kind);
  if (kind && readable.bodies.has(command.id))
    return kind.says(readable.bodies.get(command.id), readable.documents);
  const name = kind?.name ?? w.record;
  return {
    id: `${name.id} no. ${command.seq}`,
    en: `${name.en} no. ${command.seq}`,
  };
}
