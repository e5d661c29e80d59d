import { z } from 'zod';
import {
  codesOf,
  needWords,
  permitWords,
  productionStates,
  referralWords,
  salesStates,
  sellingPlaces,
} from './visit-words.ts';

const note = z.string().trim().max(1000).default('');

/** A list of codes, each once. */
function chosen<T extends Record<string, { id: string; en: string }>>(words: T) {
  return z
    .array(z.enum(codesOf(words)))
    .transform((codes) => [...new Set(codes)])
    .default([]);
}

/**
 * The visit's form in four parts: production, marketing, problems, needs. Nothing is required: what was not asked stays
 * empty. A later form gets a version of its own, and a draft keeps the one it was begun with.
 */
export const visitForm = z.object({
  version: z.literal(1),
  production: z
    .object({ state: z.enum(codesOf(productionStates)).nullable().default(null), note })
    .prefault({}),
  marketing: z
    .object({
      state: z.enum(codesOf(salesStates)).nullable().default(null),
      sells: chosen(sellingPlaces),
      note,
    })
    .prefault({}),
  problems: z.object({ note }).prefault({}),
  needs: z.object({ wants: chosen(needWords), note }).prefault({}),
  /** Permits worked on, and where she was sent for money. */
  progress: z
    .object({ permits: chosen(permitWords), referredTo: chosen(referralWords) })
    .prefault({}),
  /** What she and the mentor agreed to do next. */
  agreed: note,
});

export type VisitForm = z.output<typeof visitForm>;

/** A form on which nothing was answered yet. */
export function emptyForm(): VisitForm {
  return visitForm.parse({ version: 1 });
}
