import { z } from 'zod';

/** From which day the list of regions applies; a code stays itself, a split region is a new code. */
export const loadRegionsInput = z.object({ validFrom: z.iso.date() });
