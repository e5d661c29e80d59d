import { z } from 'zod';
import { fieldProblems } from './field-problems.ts';
import { readProfileValue, saysTheSame } from './profile-fields.ts';

/** What a person may say is wrong about herself from her own page; numbers and her kelurahan are for the desk. */
export const ownFields = ['name', 'phone', 'address', 'rt', 'rw'] as const;
export type OwnField = (typeof ownFields)[number];

export const proposeOwnCorrectionInput = z.object({
  cardId: z.uuid(),
  field: z.enum(ownFields),
  value: z.string().trim().min(1, 'Isi yang benar. | Say what it should be.').max(300),
});

/**
 * The value a person's own correction proposes.
 *
 * @throws Refusal unreadable-value, says-the-same, correction-waits (the field's earlier correction is not decided)
 */
export function decideOwnCorrection(
  said: { field: OwnField; value: string },
  known: { standing: string | null; waiting: readonly string[] },
): string {
  const read = readProfileValue('person', said.field, said.value);
  if (!read.ok) throw fieldProblems.unreadableValue({ says: read.problem.says });
  if (read.value === null || saysTheSame('person', said.field, [known.standing, read.value]))
    throw fieldProblems.standsAlready();
  if (known.waiting.includes(said.field)) throw fieldProblems.correctionWaits();
  return read.value;
}
