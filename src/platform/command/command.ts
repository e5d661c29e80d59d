import type { z } from 'zod';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { Tx } from '#platform/db/tx.ts';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JurisdictionKind =
  | 'city'
  | 'kecamatan'
  | 'kelurahan'
  | 'department'
  | 'institution'
  | 'group';

/** A role within a jurisdiction; `at` is null only for the whole city. */
export interface RoleAssignment {
  readonly role: string;
  readonly jurisdiction: JurisdictionKind;
  readonly at: string | null;
}

/** Who acts. `secondFactor` is true when this session has passed TOTP. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly RoleAssignment[];
  readonly secondFactor: boolean;
}

/** Where a command acts; an assignment covers it when the city or any of these ids is the assignment's. */
export interface Place {
  readonly kecamatan?: string | null;
  readonly kelurahan?: string | null;
  readonly department?: string | null;
  readonly institution?: string | null;
  readonly group?: string | null;
}

/** What anybody sends: web form, field app, partner, command line and import alike. */
export interface CommandEnvelope {
  /** UUIDv7 made by the caller; the same id with the same body is the same command. */
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly actor: Actor;
  /** Kemendagri code of the city. */
  readonly city: string;
  readonly body: unknown;
  /** Where it was written, when that was a phone without signal. */
  readonly device?: CommandOrigin;
}

/** A command's place on the phone it was written on; evidence, kept beside its receipt. */
export interface CommandOrigin {
  readonly deviceId: string;
  /** 1, 2, 3 … per phone, without gaps. */
  readonly seq: number;
  /** ISO instant by the phone's clock. */
  readonly madeAt: string;
  /** Server's clock less the phone's, as the phone last measured it. */
  readonly clockOffsetMs: number | null;
  /** SHA-256 of what the phone sealed, hexadecimal. */
  readonly digest: string;
  /** Refused commands that this one takes the place of. */
  readonly replaces?: readonly {
    readonly id: string;
    readonly deviceId: string;
    readonly seq: number;
  }[];
}

export interface CommandContext {
  readonly id: string;
  readonly city: string;
  readonly actor: Actor;
  /** Who proposed, when the command waited for a second pair of eyes; else null. */
  readonly proposedBy: string | null;
  readonly now: Date;
  /** The business date in the city's zone. */
  readonly today: BusinessDate;
}

export interface AuditSubject {
  readonly kind: string;
  readonly id: string;
}

export interface DomainEvent {
  readonly kind: string;
  readonly body: Json;
}

export interface JobRequest {
  /** `domain.task`, e.g. `registry.make-decree-pdf`. */
  readonly task: string;
  readonly title: Words;
  readonly payload: Json;
}

/** What a command did: its answer, its audit line, and what follows from it after commit. */
export interface Outcome<Answer> {
  readonly answer: Answer;
  readonly audit: { readonly subject: AuditSubject; readonly says: Words; readonly data?: Json };
  readonly events?: readonly DomainEvent[];
  readonly jobs?: readonly JobRequest[];
}

export type CommandDefinition<Body, Answer> = OnePerson<Body, Answer> & TwoPeople<Body>;

/** Whether a second person has to approve. Such a command cannot be declared without what it looks at before. */
type TwoPeople<Body> =
  | { readonly fourEyes?: undefined; readonly check?: undefined }
  | {
      /** What a second person is asked to approve; returning null lets the command run at once. */
      readonly fourEyes: (body: Body) => Words | null;
      /**
       * Refuses to whoever proposes what `handle` would refuse to whoever approves. Asked only before a proposal is parked;
       * by the time of the approval things may have changed, so `handle` looks again.
       */
      readonly check: (tx: Tx, body: Body, context: CommandContext) => Promise<unknown>;
    };

interface OnePerson<Body, Answer> {
  readonly kind: string;
  readonly version: number;
  readonly input: z.ZodType<Body>;
  /**
   * Bodies of earlier versions and their way up, by version. The last two stay, and each for at least 90 days after the
   * app that wrote it was replaced: phones come back after weeks.
   */
  readonly older?: Readonly<Record<number, OlderBody>>;
  /** Where the command acts; without it, the whole city. */
  readonly place?: (tx: Tx, body: Body, context: CommandContext) => Promise<Place>;
  /** Load, decide (a pure function of the domain), write, post. Refusals are thrown. */
  readonly handle: (tx: Tx, body: Body, context: CommandContext) => Promise<Outcome<Answer>>;
  /** How several of this kind are handled at once; without it, each in a transaction of its own. */
  readonly together?: Together<Body, Answer>;
}

/**
 * Several commands of one kind and one sender, handled in one go. They share a transaction, so none may lock what
 * strangers wait for before its last statement.
 */
export interface Together<Body, Answer> {
  /** What two of them must not share: where they do, the second is handled behind the first. */
  readonly apart: (body: Body) => string;
  /** Does what handling each in turn would do, and answers in their order. Refuses all when it refuses one. */
  readonly handle: (tx: Tx, several: readonly Given<Body>[]) => Promise<readonly Outcome<Answer>[]>;
}

export interface Given<Body> {
  readonly body: Body;
  readonly context: CommandContext;
}

/** A body of an earlier version, and the step to the next one's; made by `olderBody`. */
export interface OlderBody {
  /** @throws Refusal `command.invalid-input` for what was never such a body */
  readonly upgrade: (raw: unknown) => unknown;
}

/** A command with its types forgotten, as the registry of all commands holds it. */
export interface AnyCommand {
  readonly kind: string;
  readonly version: number;
  readonly read: (body: unknown) => ReadyCommand;
  /**
   * The body as this version takes it, from that of an earlier one; of this version, as it is.
   *
   * @throws Refusal `command.unsupported-version` for one that is no longer, or not yet, taken
   */
  readonly upToDate: (body: unknown, version: number) => unknown;
  /** Handles what `read` of this definition made, several at once; null where each goes alone. */
  readonly handleTogether:
    | ((
        tx: Tx,
        several: readonly { command: ReadyCommand; context: CommandContext }[],
      ) => Promise<readonly Outcome<Json>[]>)
    | null;
}

/** A command whose body passed its schema. */
export interface ReadyCommand {
  readonly place: (tx: Tx, context: CommandContext) => Promise<Place>;
  readonly fourEyes: Words | null;
  readonly check: (tx: Tx, context: CommandContext) => Promise<unknown>;
  readonly handle: (tx: Tx, context: CommandContext) => Promise<Outcome<Json>>;
  /** As its definition reads it. */
  readonly body: unknown;
  /** What it must not share with those it is handled together with; null where it goes alone. */
  readonly apart: string | null;
}
