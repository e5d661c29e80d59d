import type { BusinessDate } from '#kernel/date.ts';
import type { Actor, Json } from '#platform/command/command.ts';

/** A part of a phone's snapshot: it travels when its content differs from what the phone has. */
export interface FieldDocument {
  /** `me`, `reference`, `group:<id>` … */
  readonly key: string;
  /** Rows of the register in it, for the phone's budget. */
  readonly rows: number;
  readonly body: Json;
}

/** Whose phone asks, and for which day. */
export interface DocumentAsk {
  readonly actor: Actor;
  readonly today: BusinessDate;
  readonly now: Date;
}

/** Key `me`: whose phone it is. */
export interface MeDocument {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly {
    readonly role: string;
    readonly jurisdiction: string;
    readonly at: string | null;
  }[];
}
