import { z } from 'zod';
import { roles } from './roles.ts';
import type { Role } from './roles.ts';

const id = z.uuid();
const roleNames = Object.keys(roles).filter((role) => role !== 'sistem') as Role[];

export const roleInput = z
  .object({
    role: z.enum(roleNames),
    jurisdiction: z.enum(['city', 'kecamatan', 'kelurahan', 'department', 'institution', 'group']),
    at: z.string().min(1).max(60).nullable(),
  })
  .refine((role) => (role.jurisdiction === 'city') === (role.at === null), {
    message: 'at belongs to every jurisdiction but the city',
    path: ['at'],
  });

export const createUserInput = z.object({
  userId: id,
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9._-]{3,60}$/),
  name: z.string().trim().min(1).max(120),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullish(),
  title: z.string().trim().max(160).nullish(),
  /** argon2id PHC string: the password itself never enters a command, whose body is hashed and kept. */
  passwordHash: z.string().startsWith('$argon2id$'),
  roles: z.array(roleInput).min(1).max(20),
});

export const grantRoleInput = z.object({
  userId: id,
  role: roleInput,
  until: z.iso.date().nullish(),
});

export const changePasswordInput = z.object({ passwordHash: z.string().startsWith('$argon2id$') });

export const beginSecondFactorInput = z.object({});

/** The code was checked by the session layer; the command carries only that it was. */
export const confirmSecondFactorInput = z.object({ code: z.string().regex(/^\d{3} ?\d{3}$/) });

export const endSessionInput = z.object({ sessionId: id });

export const decideProposalInput = z.object({
  proposalId: id,
  approve: z.boolean(),
  why: z.string().trim().max(500).default(''),
});

export const retryJobInput = z.object({ jobId: id });

export const foundCityInput = z.object({
  name: z.string().trim().min(3).max(80),
  province: z.string().trim().min(3).max(80),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  /** What stands at the head and foot of decrees; see `registry/documents`. */
  letterhead: z.record(z.string(), z.string()),
  demo: z.boolean().default(false),
});
