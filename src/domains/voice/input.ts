import { z } from 'zod';
import { caseTopicNames } from './case.ts';

const id = z.uuid();

/** A text of some lines: what was found, or the written answer. */
export const caseText = z
  .string()
  .trim()
  .min(3, 'Tulis sedikit lebih jelas. | Write a little more.')
  .max(2000, 'Paling banyak 2.000 huruf. | At most 2,000 characters.');

export const caseTopic = z.enum(caseTopicNames);

export const assignCaseInput = z.object({ caseId: id, departmentId: id, dueOn: z.iso.date() });

export const answerCaseInput = z.object({
  caseId: id,
  answer: caseText,
  /** Answers and closes in one step, as most answers do. */
  close: z.boolean().default(false),
});

export const closeCaseInput = z.object({ caseId: id });

export const reopenCaseInput = z.object({ caseId: id, why: caseText });
