import { z } from 'zod';

/** Freezes the figures of this moment; nothing else is asked. */
export const freezeSnapshotInput = z.object({});
