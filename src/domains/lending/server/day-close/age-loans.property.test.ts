import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { closeDay } from '#test/worlds/day-close.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import {
  madeLoan,
  makeBook,
  paidUntil,
  principalOf,
  writeLoans,
} from '#test/worlds/random-portfolio.ts';
import type { MadeBook, MadeLoan } from '#test/worlds/random-portfolio.ts';
import { findGradeTable, gradeTables } from '../../arrears.ts';
import { positionOf } from '../../loan-position.ts';
import type { LoanPosition } from '../../loan-position.ts';

const house = useHouse('2026-12-31T01:00:00Z');
let jambi: Jambi;
beforeAll(async () => {
  jambi = await foundJambi(house);
});

const firstDay = '2026-03-01';
const days = 40;

describe('Closing day after day, set by set', () => {
  it('leaves every loan as its schedule and payments say, read one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('lkm', 'bpr', 'cooperative'),
        fc.array(madeLoan(firstDay), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 9 }),
        async (kind, loans, loansAtOnce) => {
          const { owner } = house.app.pools;
          const book = await makeBook(owner, kind);
          const personId = jambi.cast['Siti Aminah'].id;
          await writeLoans(owner, book, { personId, loans });
          for (let i = 0; i < days; i += 1) {
            const day = addDays(firstDay, i);
            await closeDay(house, { bookId: book.bookId, day, loansAtOnce });
            if (i % 3 === 0) expect(await stored(book)).toEqual(expected(book, loans, day));
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});

function expected(book: MadeBook, loans: readonly MadeLoan[], day: string) {
  return Object.fromEntries(
    loans
      .filter((loan) => loan.disbursedOn <= day)
      .map((loan) => [
        loan.id,
        positionOf(
          {
            schedule: loan.schedule,
            principalRupiah: principalOf(loan),
            paid: paidUntil(loan, day),
          },
          day,
          findGradeTable(gradeTables, { lenderKind: book.kind, repayUnit: loan.unit, on: day }),
        ),
      ]),
  ) as Record<string, LoanPosition>;
}

async function stored(book: MadeBook): Promise<Record<string, LoanPosition>> {
  const { rows } = await house.app.pools.owner.query<LoanPosition & { id: string }>(
    `select loan_id as id, outstanding_rupiah as "outstandingRupiah", earned_interest as "earnedInterest",
       unpaid_interest as "unpaidInterest", overdue_rupiah as "overdueRupiah", late_since as "lateSince", bucket, grade,
       running, next_change_on as "nextChangeOn"
     from lending.loan_position where city_id = $1 and book_id = $2 order by loan_id::text`,
    [testCity, book.bookId],
  );
  return Object.fromEntries(rows.map(({ id, ...position }) => [id, position]));
}
