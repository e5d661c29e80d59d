import { z } from 'zod';

/** The name of an installation key: ten hexadecimal digits. */
const keyName = z.string().regex(/^[0-9a-f]{10}$/);

export const numberKeyInput = z.object({ key: keyName });

/** A piece of sealing anew: which column, and after which of its rows. */
export const resealInput = <const Parts extends readonly [string, ...string[]]>(parts: Parts) =>
  z.object({
    key: keyName,
    part: z.enum(parts),
    after: z.array(z.string().max(60)).min(1).max(3).nullable(),
  });
