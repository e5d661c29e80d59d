import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
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
}

/** By command kind. */
export type FieldRules = Readonly<Record<string, FieldRule>>;
