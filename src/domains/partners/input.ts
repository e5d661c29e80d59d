import { z } from 'zod';
import { fileKinds, fileLayoutInput } from './file/file-layout.ts';
import type { FileKind } from './file/file-layout.ts';
import { bookKeeping, institutionKindNames } from './institution.ts';
import type { BookKeeping } from './institution.ts';

export const registerInstitutionInput = z.object({
  institutionId: z.uuid(),
  kind: z.enum(institutionKindNames),
  /** Short and lasting, for books and files: lower-case letters, digits and hyphens. */
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().trim().min(2).max(160),
  shortName: z.string().trim().min(2).max(40),
  books: z.enum(Object.keys(bookKeeping) as BookKeeping[]),
  address: z.string().trim().max(300).nullish(),
  validFrom: z.iso.date(),
});

export type RegisterInstitution = z.output<typeof registerInstitutionInput>;

/** The next version of a template, read and written by from a day on. */
export const changeTemplateInput = z.object({
  institutionId: z.uuid(),
  kind: z.enum(Object.keys(fileKinds) as FileKind[]),
  layout: fileLayoutInput,
  validFrom: z.iso.date(),
});

export const saveTemplateInput = z.object({
  institutionId: z.uuid(),
  kind: z.enum(Object.keys(fileKinds) as FileKind[]),
  layout: fileLayoutInput,
});
