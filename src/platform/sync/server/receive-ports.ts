import type { Json } from '#platform/command/command.ts';
import type { FieldRefusal } from '../ports.ts';
import type { Content, PushCommand } from '../protocol.ts';
import type { SyncRefusalCode } from '../refusals.ts';

/** What the server knows of a number of a device: the row of `access.device_command`. */
export interface KnownCommand {
  readonly id: string;
  readonly deviceId: string;
  readonly seq: number;
  /** Digest of its content; null when it was discarded or replaced before it ever arrived. */
  readonly digest: string | null;
  readonly status:
    | 'applied'
    | 'needs-review'
    | 'refused'
    | 'quarantined'
    | 'discarded'
    | 'replaced';
  readonly answer?: Json;
  readonly refusal?: FieldRefusal;
}

/** A command that was opened and read. */
export interface ReceivedCommand {
  readonly content: Content;
  readonly digest: string;
  /** The device that sent it: another than `content.deviceId` when it came out of a file. */
  readonly sentBy: string;
}

/** 'unknown-key' is a fault of the server's keeping and heals; 'damaged' doesn't. */
export type Opened = { readonly text: string } | { readonly problem: 'unknown-key' | 'damaged' };

/** What became of a command in its own transaction. */
export type Effect =
  | { readonly status: 'applied'; readonly answer: Json }
  | { readonly status: 'needs-review'; readonly refusal: FieldRefusal; readonly answer?: Json }
  | { readonly status: 'refused'; readonly refusal: FieldRefusal }
  /** Somebody else was first with this id or number, a moment ago. */
  | { readonly status: 'known'; readonly known: KnownCommand }
  /** Not now: a lock, a fault of ours. Nothing was changed and nothing is answered, so that it comes again. */
  | { readonly status: 'busy' };

/** Of the first ones, the answers in their order, and how many of those behind them go alone. */
export interface AppliedTogether {
  readonly answers: readonly Json[];
  readonly alone: number;
}

/** The city's side: PostgreSQL behind `door`, memory in the simulation. */
export interface ReceivePorts {
  readonly now: () => Date;
  /** The key new commands are to be sealed to. */
  readonly keyId: string;
  readonly oldestProtocol?: number;
  open(sealed: string, keyId: string): Promise<Opened>;
  /** sha-256 in hexadecimal. */
  digest(text: string): string;
  /** Whether the sender's officer may send what was written on this other device: it must be hers. */
  maySendFor(deviceId: string): Promise<boolean>;
  /** Rows of these ids, and rows of these numbers: one statement for the whole push. */
  findKnown(asked: {
    readonly ids: readonly string[];
    readonly numbers: readonly { deviceId: string; seq: number }[];
  }): Promise<readonly KnownCommand[]>;
  /**
   * In one transaction: the row (id and number claimed, so that of two senders one waits and then gets
   * 'known'), effect, audit; and every command of `content.replaces` becomes 'replaced', whether it had
   * arrived or not. An unforeseen fault is 'busy'.
   */
  applyCommand(command: ReceivedCommand): Promise<Effect>;
  /**
   * Several that follow one another, as `applyCommand` would each in turn, as many of the first as go through together
   * in one transaction. Where it takes none, or not all, the next so many (at least one) are to go alone.
   */
  applyTogether(commands: readonly ReceivedCommand[]): Promise<AppliedTogether>;
  /** Leaves a row of the refusal, unless id or number has one by now: then that one. */
  recordRefused(command: ReceivedCommand, refusal: FieldRefusal): Promise<KnownCommand | null>;
  /**
   * Keeps what was sent for a person to look at, once however often it comes. `claimsNumber`: it becomes
   * the row of its number (status 'quarantined'); else the number is another's.
   */
  recordSetAside(aside: {
    readonly command: PushCommand;
    readonly deviceId: string;
    readonly code: SyncRefusalCode;
    readonly digest: string;
    readonly text: string | null;
    readonly claimsNumber: boolean;
  }): Promise<void>;
  /** Highest number of the device, and the gaps below it. */
  progress(deviceId: string): Promise<{ highestSeq: number; missing: readonly number[] }>;
  /** What the device says of itself, for its supervisor. */
  noteReport(report: {
    readonly pending: { readonly count: number; readonly oldestAt: string | null };
    readonly lost: readonly number[];
  }): Promise<void>;
}
