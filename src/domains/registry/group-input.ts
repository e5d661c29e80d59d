import { z } from 'zod';
import { groupSize } from './group.ts';
import { sectors } from './sector.ts';

const words = (most: number) => z.string().trim().min(3).max(most);
const role = z.enum(['ketua', 'sekretaris', 'bendahara', 'anggota']);
const member = z.object({
  personId: z.uuid(),
  businessId: z.uuid().nullable().default(null),
  role,
});

/** One schema per command about groups; forms, imports and the command line use the same. */
export const proposeGroupInput = z.object({
  groupId: z.uuid(),
  programme: z
    .string()
    .regex(/^[a-z][a-z0-9-]{2,40}$/)
    .default('kelompok-binaan'),
  name: z.string().trim().min(2).max(120),
  sector: z.enum(sectors),
  kelurahanCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  mentorId: z.uuid().nullable().default(null),
  note: z.string().trim().max(500).default(''),
  members: z.array(member).max(groupSize.most + 1),
});

export const verifyGroupInput = z.object({
  groupId: z.uuid(),
  /** What was checked and how: visit, papers, minutes. */
  note: words(500),
});

export const refuseGroupInput = z.object({ groupId: z.uuid(), reason: words(500) });

export const recogniseGroupsInput = z.object({
  decreeId: z.uuid(),
  groupIds: z.array(z.uuid()).min(1).max(60),
  /** Years the recognition is in force. */
  years: z.number().int().min(1).max(5).default(3),
  /** Papers the decree stands on, such as the minutes of verification. */
  noting: z.array(words(300)).max(10).default([]),
});

export const amendGroupInput = z.object({
  decreeId: z.uuid(),
  groupId: z.uuid(),
  add: z.array(member).max(groupSize.most).default([]),
  remove: z.array(z.uuid()).max(groupSize.most).default([]),
  roles: z
    .array(z.object({ personId: z.uuid(), role }))
    .max(groupSize.most)
    .default([]),
  /** The paper that asked for the change. */
  noting: words(300),
});

export const freezeGroupInput = z.object({
  groupId: z.uuid(),
  freeze: z.boolean(),
  reason: words(500),
});

export const withdrawGroupInput = z.object({
  decreeId: z.uuid(),
  groupId: z.uuid(),
  /** Follows "bahwa" in the decree. */
  reason: words(500),
});

export const recordDocumentsInput = z.object({
  documents: z
    .array(
      z.object({
        kind: z.enum(['decree', 'certificate', 'member-cards']),
        subjectKind: z.enum(['decree', 'group']),
        subjectId: z.uuid(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: z.number().int().min(1),
        title: z.string().min(1).max(300),
      }),
    )
    .min(1)
    .max(200),
});

export type ProposeGroup = z.output<typeof proposeGroupInput>;
export type AmendGroup = z.output<typeof amendGroupInput>;
