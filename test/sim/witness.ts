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
  /** @param received ids of every command the server has an answer or a place for */
  verdict(received: ReadonlySet<string>): Verdict;
}

interface Kept {
  readonly intent: string;
  readonly phone: string;
  readonly device: string;
  readonly place: number;
}

export function createWitness(holds: {
  /**
   * Not of a phone with a twin, nor of one that comes back after its work was sent from another phone, nor across a
   * server put back: there one of the two gets ahead of the other's repair.
   */
  readonly order: boolean;
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
  let operations = 0;
  let diverged = 0;
  let [lost, doubled] = [0, 0];

  const seeOrder = (content: Content): void => {
    const own = kept.get(content.id);
    if (!holds.order || !own) return;
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
        ran = before;
        lastPlace = places;
      };
    },
    diverged(what) {
      diverged += 1;
      says.push(what);
    },
    verdict(received) {
      const times = new Map<string, number>();
      for (const { intent } of ran) times.set(intent, (times.get(intent) ?? 0) + 1);
      for (const [intent, n] of times) {
        if (n === 1) continue;
        doubled += n - 1;
        says.push(`${intent} was done ${String(n)} times`);
      }
      const intents = Map.groupBy(kept, ([, { intent }]) => intent);
      for (const [intent, commands] of intents) {
        const arrived = times.has(intent) || commands.some(([id]) => givenUp.has(id));
        const nowhere = commands.filter(([id]) => !received.has(id));
        if (arrived && (nowhere.length === 0 || !holds.rows)) continue;
        lost += 1;
        says.push(`${intent} is lost: ${nowhere.map(([id]) => id).join(', ') || 'never done'}`);
      }
      return { operations, lost, doubled, diverged, says };
    },
  };
}
