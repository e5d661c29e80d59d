import { getContext, setContext } from 'svelte';
import type { BusinessDate } from '#kernel/date.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { Documents } from './documents.ts';

/** What a screen asks to be kept and sent. */
export interface NewCommand {
  /** UUIDv7 kept in the draft: the same form sent twice, or again after a reload, is then one command. */
  readonly id?: string;
  readonly kind: string;
  readonly version: number;
  /** The command's body as its input schema takes it; checked again by the server. */
  readonly body: unknown;
  /** All it touches, `meeting:<id>`, and the keys of the documents it is folded onto, `group:<id>`. */
  readonly subjects: readonly string[];
  /** Commands that must have been applied before. */
  readonly deps?: readonly string[];
  /** sha-256 of photos kept with `keepPhoto`. */
  readonly photos?: readonly string[];
  readonly gps?: { latitude: number; longitude: number; accuracyMetres: number };
  /** Version of the record its author saw. */
  readonly baseVersion?: number;
  /** Key of the draft that goes in the same moment. */
  readonly closesDraft?: string;
  /** The refused command that this one repairs. */
  readonly replaces?: string;
}

export type PendingState =
  | 'waiting'
  | 'sending'
  | 'held'
  | 'needs-review'
  | 'refused'
  | 'delivered';

/** A command on this phone, with its body readable. */
export interface PendingCommand {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly version: number;
  readonly body: unknown;
  readonly subjects: readonly string[];
  readonly deps: readonly string[];
  /** By the phone's clock, ISO. */
  readonly madeAt: string;
  readonly state: PendingState;
  readonly refusal?: { readonly code: string; readonly words: Words; readonly field?: string };
}

/** What every screen of the field app is given. */
export interface FieldApp {
  /** The person whose phone this is. */
  readonly me: { readonly userId: string; readonly name: string };
  readonly lang: Lang;
  readonly t: (words: Words | string) => string;
  /** The city's day, by the phone's clock as corrected by the server's. */
  readonly today: BusinessDate;
  now(): Date;
  readonly online: boolean;
  /** The snapshot. Reading it in a component makes the component follow it. */
  readonly documents: Documents;
  /** False for the moment after unlocking in which only what today's list is made of is readable. */
  readonly whole: boolean;
  /** Commands whose effect the snapshot does not hold yet, oldest first: fold them onto the document. */
  readonly pending: readonly PendingCommand[];
  /** When the snapshot last came whole from the server; null before the first time. */
  readonly refreshedAt: Date | null;
  /** Keeps a command on the phone: once this resolves it is safe there (*Tersimpan di HP*); sending follows by itself. */
  submit(command: NewCommand): Promise<PendingCommand>;
  /** What was typed into a form and not sent, by the form's key such as `meeting:<id>`. */
  draft<Value>(key: string): Promise<Value | undefined>;
  keepDraft(key: string, value: unknown): Promise<void>;
  dropDraft(key: string): Promise<void>;
  /** Keeps a photo until the server has it. @returns its sha-256 in hex, for `NewCommand.photos` */
  keepPhoto(photo: Blob): Promise<string>;
  /** A form is open: no new version takes over until the returned function is called. */
  holdOpen(): () => void;
  /** Goes to a screen by its path within the app, as `/kirim`. */
  go(path: string, options?: { replace?: boolean }): void;
  readonly query: URLSearchParams;
}

const key = Symbol.for('naik.field');

export function provideField(app: FieldApp): void {
  setContext(key, app);
}

/** `const field = useField()`: reading its properties in a component follows their changes. */
export function useField(): FieldApp {
  return getContext<FieldApp>(key);
}
