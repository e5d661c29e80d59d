import { formatId } from '#kernel/id.ts';
import type { Random } from './random.ts';

/** Ids that are the same for the same seed and day. */
export interface DemoIds {
  next(): string;
}

/** @param from the instant the ids appear to be made at; they follow one another a millisecond apart */
export function demoIds(from: Date, random: Random): DemoIds {
  let made = 0;
  return {
    next() {
      made += 1;
      return formatId(from.getTime() + Math.floor(made / 4096), made % 4096, random.bytes(8));
    },
  };
}
