import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { DocumentAsk, FieldDocument } from '../../field-document.ts';
import type { Noticed, ReviewKind, ReviewSides } from '../../field-rule.ts';

/** Offers a domain's documents of somebody's scope; set-based, a few statements however many there are. */
export type DocumentSource = (db: Reader, ask: DocumentAsk) => Promise<FieldDocument[]>;

/**
 * What the receiving side does for one kind of command beyond running it: refusals that are a supervisor's to settle and
 * not the author's to repair, and what is worth a look though it was applied.
 */
export interface FieldRule {
  /** By refusal's code. Both sides are read when it happens, and kept as they were. */
  readonly review?: Readonly<
    Record<
      string,
      {
        readonly kind: ReviewKind;
        readonly sides: (db: Reader, body: Json) => Promise<ReviewSides>;
      }
    >
  >;
  /** Asked inside the command's own transaction, behind its effect. */
  readonly notice?: (db: Reader, body: Json) => Promise<readonly Noticed[]>;
  /** Does what follows when a reviewer finds the field's side right, inside that answer's own transaction. */
  readonly remedy?: (tx: Tx, found: FoundRight) => Promise<void>;
}

/** A review whose field's side counts. */
export interface FoundRight {
  readonly reviewId: string;
  readonly subjectId: string;
  /** Who entered it in the field, and when by the phone's clock. */
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly remedy: Json;
}

/** By command kind. */
export type FieldRules = Readonly<Record<string, FieldRule>>;
