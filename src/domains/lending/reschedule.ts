import { smaller } from '#kernel/money.ts';
import { addCharge, claimOf, type LoanBook, openBook } from './loan-book.ts';
import { isChargePart } from './loan-event.ts';
import type { CumulativeSchedule } from './loan-standing.ts';

/**
 * The book of a loan under another version of its schedule. What was paid and waived of principal and interest
 * lies on the new rows oldest first; charges keep their days and what was paid of them.
 */
export function reschedule(book: LoanBook, schedule: CumulativeSchedule): LoanBook {
  const fresh = openBook(schedule);
  const settled = { principal: zero(), interest: zero() };
  for (const claim of book.rows.flatMap((row) => row.claims)) {
    if (isChargePart(claim.part)) {
      const { paid, waived, on } = claim;
      addCharge(
        fresh,
        Object.assign(claimOf(claim.part, claim.dueOn, claim.due), { paid, waived, on }),
      );
    } else {
      settled[claim.part].paid += claim.paid;
      settled[claim.part].waived += claim.waived;
    }
  }
  for (const claim of fresh.rows.flatMap((row) => row.claims)) {
    if (isChargePart(claim.part)) continue;
    const left = settled[claim.part];
    claim.paid = smaller(left.paid, claim.due);
    claim.waived = smaller(left.waived, claim.due - claim.paid);
    left.paid -= claim.paid;
    left.waived -= claim.waived;
  }
  return fresh;
}

function zero() {
  return { paid: 0n, waived: 0n };
}
