import { z } from 'zod';

/** A city's own borders as its file has them; 20 MB is finer than any city is surveyed. */
export const importBoundariesInput = z.object({
  fileName: z.string().trim().min(1).max(120),
  /** Who drew them, as maps must say; the file's name where nobody is named. */
  source: z.string().trim().min(1).max(200),
  geojson: z.string().min(1).max(20_000_000),
});
