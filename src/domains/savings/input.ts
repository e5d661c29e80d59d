import { z } from 'zod';

export const divideShuInput = z.object({
  institutionId: z.uuid(),
  journalId: z.uuid(),
  year: z.int().min(2000).max(2200),
  /** Onto each member's voluntary savings, or kept by the cooperative until she fetches it. */
  paidTo: z.enum(['savings', 'payable']),
  meetingDocument: z.string().trim().min(3).max(240),
});

export const payShuInput = z.object({
  institutionId: z.uuid(),
  journalId: z.uuid(),
  year: z.int().min(2000).max(2200),
  personId: z.uuid(),
  /** Out of the till, or onto her voluntary savings. */
  paidTo: z.enum(['cash', 'savings']),
});
