import { z } from 'zod';
import { caseText, caseTopic } from '#domains/voice/input.ts';
import { visitForm } from './visit-form.ts';
import { codesOf, missedWords, visitFields } from './visit-words.ts';

const id = z.uuid();
const date = z.iso.date();
const largest = 999_999_999_999n;

/** Sales of a month in whole rupiah, as the owner said; null when she was not asked. */
const turnover = z.coerce.bigint().min(0n).max(largest).nullable().default(null);

const companion = z.object({
  name: z.string().trim().min(2).max(120),
  office: z.string().trim().max(120).default(''),
});

const finding = z.object({
  topic: caseTopic,
  text: caseText,
  /** The department proposed by the mentor; null leaves it to the office. */
  departmentId: id.nullable(),
  dueOn: date,
});

/** One visit that was made, whole: the unit in which it is kept on a phone and sent. */
export const visitInput = z.object({
  visitId: id,
  businessId: id,
  /** The planned visit it fulfils; without one, a planned visit of the same mentor within the week is looked for. */
  plannedVisitId: id.nullable().default(null),
  doneOn: date,
  /** From the first question to the last. */
  minutes: z.number().int().min(0).max(600).nullable().default(null),
  form: visitForm.prefault({ version: 1 }),
  fields: z
    .array(z.enum(visitFields))
    .min(1)
    .transform((codes) => [...new Set(codes)]),
  /** What the mentor advised, in a sentence. */
  note: z.string().trim().max(1000).default(''),
  turnoverMonthRupiah: turnover,
  turnoverBeforeRupiah: turnover,
  findings: z.array(finding).max(10).default([]),
  /** SHA-256 of each photo, uploaded before or later. */
  photos: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(6)
    .transform((hashes) => [...new Set(hashes)])
    .default([]),
  /** She was read the statement about photographs and agreed. */
  photoConsent: z.boolean().default(false),
  point: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracyMetres: z.number().min(0).max(100_000).transform(Math.round),
    })
    .nullable()
    .default(null),
  /** The next visit as agreed with her. */
  next: z.object({ plannedVisitId: id, on: date }).nullable().default(null),
  /** Who led it, where it was the mayor's or another office's visit. */
  ledBy: companion.nullable().default(null),
  companions: z.array(companion).max(60).default([]),
});

export type VisitBody = z.output<typeof visitInput>;

/** Visits that were made, of one kecamatan, as a mentor hands them in from paper. */
export const recordVisitsInput = z.object({ visits: z.array(visitInput).min(1).max(200) });

export type RecordVisits = z.output<typeof recordVisitsInput>;

export const planVisitsInput = z.object({
  planId: id,
  mentorId: id,
  /** Monday of the week planned. */
  week: date,
  perDay: z.number().int().min(1).max(20),
  /** Said before the choice is made, so that anybody can make it again. */
  seed: z.string().trim().min(4, 'Paling sedikit 4 huruf. | At least 4 characters.').max(80),
});

export const missVisitInput = z.object({
  plannedVisitId: id,
  why: z.enum(codesOf(missedWords)),
  note: z.string().trim().max(300).default(''),
});

export const moveVisitInput = z.object({ plannedVisitId: id, to: date });
