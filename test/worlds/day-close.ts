import { systemActor } from '#domains/access/server/index.ts';
import type { TestHouse } from '../house.ts';

/** Closes a book's day as the night does, piece by piece until it is done. */
export async function closeDay(
  house: TestHouse,
  body: { bookId: string; day: string; loansAtOnce?: number },
): Promise<void> {
  for (let done = false; !done;) {
    const answer = await house.does(systemActor, 'lending.close-day', body);
    done = (answer as { done: boolean }).done;
  }
}
