import { z } from 'zod';

const id = z.uuid();
const reason = z.string().trim().min(3).max(300);

export const mergePeopleInput = z.object({
  mergeId: id,
  /** The record that will lead to the other. */
  personId: id,
  /** The record that remains. */
  intoId: id,
  reason,
  /** They look like two people of one family, and are one all the same: a second officer then has to agree. */
  despiteFamily: z.boolean().default(false),
});

export const unmergePeopleInput = z.object({ mergeId: id, reason });
