import { z } from 'zod';
import type { LinkField } from './dataset-builder.ts';
import { fieldKinds, type FieldKind } from './field-kind.ts';
import { linkProblems } from './link-problems.ts';

/** Which column names a record, and what the others hold. */
export interface LinkMap {
  readonly id: string;
  readonly fields: readonly LinkField[];
}

const shape = z.object({
  id: z.string().trim().min(1),
  fields: z
    .array(z.object({ column: z.string().trim().min(1), as: z.string() }))
    .min(1)
    .max(40),
});

/** Reads MAP.json. Refused: what is no JSON of that form, an `as` that is not known. */
export function readLinkMap(text: string): LinkMap {
  const read = shape.safeParse(parseJson(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw linkProblems.linkMapUnreadable({
      why: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    });
  }
  const fields = read.data.fields.map(({ column, as }) => {
    if (!isKind(as)) throw linkProblems.linkUnknownKind({ column, as });
    return { column, as };
  });
  return { id: read.data.id, fields };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw linkProblems.linkMapUnreadable({ why: (error as Error).message });
  }
}

function isKind(text: string): text is FieldKind {
  return (fieldKinds as readonly string[]).includes(text);
}

/** `0.9` → 0.9. Refused: what is no number from 0 to 1. */
export function readThreshold(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw linkProblems.linkThresholdOutOfRange({ given: text });
  return value;
}
