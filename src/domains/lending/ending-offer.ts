import type { BusinessDate } from '#kernel/date.ts';
import { lendingProblems } from './problems.ts';

/**
 * An offer ends once, and not before it began.
 *
 * @throws Refusal `lending.offer-ended`, `lending.offer-ends-too-soon`
 */
export function assertCanEnd(
  offer: {
    readonly name: string;
    readonly validFrom: BusinessDate;
    readonly validTo: BusinessDate | null;
  },
  lastDay: BusinessDate,
): void {
  if (offer.validTo !== null && offer.validTo < lastDay)
    throw lendingProblems.offerEnded({ name: offer.name, on: offer.validTo });
  if (lastDay < offer.validFrom) throw lendingProblems.offerEndsTooSoon({ from: offer.validFrom });
}
