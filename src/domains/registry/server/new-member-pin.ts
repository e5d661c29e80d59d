import { randomInt } from 'node:crypto';
import { isGuessablePin } from '../card-input.ts';

/** A random PIN of six digits that nobody would try first. It is told to the member alone and kept only as a hash. */
export function newMemberPin(draw: (below: number) => number = randomInt): string {
  for (;;) {
    const pin = String(draw(1_000_000)).padStart(6, '0');
    if (!isGuessablePin(pin)) return pin;
  }
}
