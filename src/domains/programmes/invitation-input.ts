import { z } from 'zod';

export const drawInvitationsInput = z.object({
  drawId: z.uuid(),
  title: z.string().trim().min(3).max(160),
  /** The day they are invited for. */
  heldOn: z.iso.date(),
  places: z.int().min(1).max(5000),
  /** Stated before the draw: anything nobody can choose afterwards, as the number of a letter and a date. */
  seed: z.string().trim().min(4).max(120),
  rule: z.object({
    mostDecile: z.int().min(1).max(10),
    /** Only one kecamatan; null for the whole city. */
    kecamatan: z
      .string()
      .regex(/^\d{2}\.\d{2}\.\d{2}$/)
      .nullable(),
    womenFirst: z.boolean(),
    /** Leaves out whoever an earlier draw has invited. */
    notInvitedBefore: z.boolean(),
  }),
});
export type DrawInvitations = z.output<typeof drawInvitationsInput>;
export type InvitationRule = DrawInvitations['rule'];
