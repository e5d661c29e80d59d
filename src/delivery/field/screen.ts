import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { Documents } from './documents.ts';
import type { PendingCommand } from './field-context.ts';

/** A screen of the app: its path within /lapangan and the component that draws it, loaded when first opened. */
export interface Screen {
  /** As `/pertemuan/:id`; the component gets `params` with what stands at `:id`. */
  readonly path: string;
  readonly load: () => Promise<{ default: unknown }>;
  /** Draws its own head and foot: the app's tabs are left out, as on a sheet that is being filled in. */
  readonly alone?: boolean;
}

export interface Tab {
  readonly path: string;
  readonly label: Words;
  readonly icon: 'calendar' | 'send' | 'settings' | 'pin' | 'person' | 'plus';
}

/** What a subject is told when it says what today holds. */
export interface TodayView {
  readonly documents: Documents;
  readonly pending: readonly PendingCommand[];
  readonly today: BusinessDate;
}

/** One line of today's list. */
export interface TodayItem {
  readonly id: string;
  readonly dueOn: BusinessDate;
  /** `14:00`; null where only the day counts. */
  readonly at: string | null;
  readonly title: string;
  readonly note: Words;
  /** Path within the app. */
  readonly path: string;
  readonly state: 'due' | 'done' | 'unsent' | 'cancelled';
}

/** A subject's part of today's list; pure, as it is called again with every change. */
export type TodaySource = (view: TodayView) => readonly TodayItem[];

/** Something one can begin from today's list at any time. */
export interface HomeAction {
  readonly path: string;
  readonly label: Words;
  readonly icon: 'plus' | 'person' | 'pin';
}

/** What the tray says about a kind of command, and where it is put right. */
export interface CommandKind {
  readonly kind: string;
  /** Without its content, as long as the app is locked: "Pertemuan". */
  readonly name: Words;
  /** With it: "Pertemuan Melati 2, 18 Nov 2026". */
  readonly says: (body: unknown, documents: Documents) => Words;
  /** Path of the form that repairs a refused one; the form reads `perbaiki` from the query. Null: discard only. */
  readonly repairPath: (command: PendingCommand) => string | null;
}

/** What the tray says about a form that is not finished, and where it goes on. */
export interface DraftKind {
  /** How its keys begin, as `meeting:`. */
  readonly prefix: string;
  readonly name: Words;
  /** With what the snapshot knows of its subject: "Pertemuan Melati 2". */
  readonly says: (key: string, documents: Documents) => Words;
  readonly path: (key: string) => string;
}
