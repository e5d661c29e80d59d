import type { OutboxCommand } from '#platform/sync/ports.ts';
import type { Content } from '#platform/sync/protocol.ts';

export interface Verdict {
  readonly operations: number;
  readonly lost: number;
  readonly doubled: number;
  readonly diverged: number;
  /** What was wrong, in sentences. */
  readonly says: readonly string[];
}

/**
 * Remembers what people meant and what they were told, beside everything the system itself keeps. An
 * intention is one thing that happened in the yard, however many commands it took to get it across.
 */
export interface Witness {
  /** Something was done, by a person, a message or an accident. */
  count(): void;
  /** The screen has said "Tersimpan di HP". */
  kept(intent: string, command: OutboxCommand, phone: string): void;
  /** She gives this one up, with a reason. */
  gaveUp(commandId: string): void;
  /** The city has run a command. */
  ran(content: Content): void;
  /** The city's server was put back to an earlier day: what ran since has not. */
  putBack(): () => void;
  diverged(says: string): void;
  /**
   * @param server ids of every command it has an answer or a place for, and of those it still waits for somebody to mend
   * or give up
   */
  verdict(server: { received: ReadonlySet<string>; open: readonly string[] }): Verdict;
}

interface Kept {
  readonly intent: string;
  readonly phone: string;
  readonly device: string;
  readonly place: number;
}

export function createWitness(holds: {
  /**
   * A repair runs in the place of what it repairs. Not of a phone with a twin, nor of one whose work was sent from another
   * phone too: there one of the two goes on before it hears of the other's repair.
   */
  readonly repairsInOrder: boolean;
  /**
   * Every single command has its row, not only every intention its end. A server put back has forgotten
   * what was refused and mended before.
   */
  readonly rows: boolean;
}): Witness {
  const kept = new Map<string, Kept>();
  const givenUp = new Set<string>();
  const says: string[] = [];
  let ran: { id: string; intent: string }[] = [];
  let lastPlace = new Map<string, number>();
  /** Had run when the server was put back: what it had forgotten by then may run behind what is new. */
  const undone = new Set<string>();
  let operations = 0;
  let diverged = 0;

  const seeOrder = (content: Content): void => {
    const own = kept.get(content.id);
    const does = [content, ...(content.replaces ?? [])];
    if (!own || does.some(({ id }) => undone.has(id))) return;
    if (!holds.repairsInOrder && content.replaces !== undefined) return;
    for (const subject of content.subjects) {
      const key = `${own.phone} ${own.device} ${subject}`;
      if ((lastPlace.get(key) ?? 0) > own.place) {
        diverged += 1;
        says.push(`${content.id} ran after a later one of ${subject}`);
      }
      lastPlace.set(key, own.place);
    }
  };

  return {
    count: () => (operations += 1),
    kept(intent, command, phone) {
      const { id, place, placedOn, deviceId } = command;
      kept.set(id, { intent, phone, place, device: placedOn ?? deviceId });
    },
    gaveUp: (commandId) => givenUp.add(commandId),
    ran(content) {
      const { intent } = content.body as { intent: string };
      ran.push({ id: content.id, intent });
      if (!givenUp.has(content.id)) seeOrder(content);
    },
    putBack() {
      const before = [...ran];
      const places = new Map(lastPlace);
      return () => {
        const stays = new Set(before.map(({ id }) => id));
        for (const { id } of ran) if (!stays.has(id)) undone.add(id);
        [ran, lastPlace] = [before, places];
      };
    },
    diverged(what) {
      diverged += 1;
      says.push(what);
    },
    verdict({ received, open }) {
      const twice = doneTwice(ran);
      const gone = lostOf({ kept, givenUp, ran, received, rows: holds.rows });
      // Whoever wrote it has nothing in "Perlu perbaikan" any more, and nobody said that it may go.
      const forgotten = open
        .filter((id) => holds.rows && kept.has(id))
        .map((id) => `${id} was refused, and then forgotten`);
      says.push(...twice, ...gone, ...forgotten);
      return {
        ...{ operations, diverged, says },
        ...{ lost: gone.length + forgotten.length, doubled: twice.length },
      };
    },
  };
}

type Ran = readonly { id: string; intent: string }[];

/** A sentence for every time something was done once more than it happened. */
function doneTwice(ran: Ran): string[] {
  const seen = new Set<string>();
  return ran.flatMap(({ id, intent }) => {
    const again = seen.has(intent);
    seen.add(intent);
    return again ? [`${intent} was done once more, as ${id}`] : [];
  });
}

function lostOf(told: {
  kept: ReadonlyMap<string, Kept>;
  givenUp: ReadonlySet<string>;
  ran: Ran;
  received: ReadonlySet<string>;
  rows: boolean;
}): string[] {
  const done = new Set(told.ran.map(({ intent }) => intent));
  const intents = Map.groupBy(told.kept, ([, { intent }]) => intent);
  return [...intents].flatMap(([intent, commands]) => {
    const arrived = done.has(intent) || commands.some(([id]) => told.givenUp.has(id));
    const nowhere = commands.filter(([id]) => !told.received.has(id));
    if (arrived && (nowhere.length === 0 || !told.rows)) return [];
    return [`${intent} is lost: ${nowhere.map(([id]) => id).join(', ') || 'never done'}`];
  });
}
