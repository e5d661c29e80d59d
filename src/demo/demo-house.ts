import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, CommandEnvelope, Json } from '#platform/command/command.ts';
import type { Executed } from '#platform/command/execute.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { demoCity } from './jambi.ts';

/** What loading a demo city needs of the house. */
export interface DemoHouse {
  now(): Date;
  executeAt(now: Date, envelope: CommandEnvelope): Promise<Executed>;
  read<T>(city: string, work: (db: Reader) => Promise<T>): Promise<T>;
  readonly settings: { readonly dataDir: string };
  readonly signInPorts: { readonly totpSealer: Sealer };
  readonly pools: { readonly owner: { query(statement: string): Promise<unknown> } };
}

/** As many commands of the past as two cores can carry; more only wait for one another, on connections that plan anew. */
export const sideBySide = 4;

/**
 * The same house, doing a few commands at a time in the order in which they were given: on a slow machine those at the
 * end of a queue would be told that the database is too busy.
 */
export function takingTurns(house: DemoHouse): DemoHouse {
  const waiting: (() => void)[] = [];
  let free = sideBySide;
  return {
    now: () => house.now(),
    read: (city, work) => house.read(city, work),
    settings: house.settings,
    signInPorts: house.signInPorts,
    pools: house.pools,
    async executeAt(now, envelope) {
      if (free > 0) free -= 1;
      else await new Promise<void>((go) => waiting.push(go));
      try {
        return await house.executeAt(now, envelope);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}

/** Tables that grow at once when people are registered, and those that a week of meetings adds to. */
const growing = {
  people: [
    'registry.person',
    'registry.identifier',
    'registry.business',
    'registry.business_group',
    'registry.membership',
    'registry.member_card',
  ],
  meetings: [
    'mentoring.meeting',
    'mentoring.bag',
    'lending.lending_group',
    'lending.loan',
    'lending.schedule_version',
    'lending.instalment_mark',
    'ledger.account',
    'ledger.entry',
    'ledger.journal',
    'savings.account',
    'access.counter',
  ],
} as const;

/**
 * Lets the planner know how much has come in. A city that grows over months has this done for it; here half a year
 * passes in seconds, and plans made for empty tables would be slow ones.
 */
export async function refreshStatistics(
  house: DemoHouse,
  what: keyof typeof growing,
): Promise<void> {
  await house.pools.owner.query(`analyze ${growing[what].join(', ')}`);
}

/** One command of the city's past. */
export interface PastCommand {
  readonly kind: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly body: unknown;
}

/** Sends a command as it would have been sent on its day. @throws Refusal */
export async function send(house: DemoHouse, command: PastCommand): Promise<Json> {
  const { answer } = await house.executeAt(command.at, {
    id: newId(),
    kind: command.kind,
    version: 1,
    actor: command.actor,
    city: demoCity.code,
    body: command.body,
  });
  return answer;
}

/** An instant of a business day in the city, by its wall clock: `instant('2026-11-16', '09:30')`. */
export function instant(day: BusinessDate, time: string, seconds = 0): Date {
  // Jambi keeps WIB, seven hours before UTC, and no summer time.
  return new Date(new Date(`${day}T${time}:00+07:00`).getTime() + seconds * 1000);
}
