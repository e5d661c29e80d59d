import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { closeDay } from '#test/worlds/day-close.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import {
  madeLoan,
  makeBook,
  paidUntil,
  principalOf,
  writeLoans,
  writePayment,
} from '#test/worlds/random-portfolio.ts';
import type { MadeBook, MadeLoan } from '#test/worlds/random-portfolio.ts';
import { penaltyOn } from '../../product-conditions.ts';
import type { LatePenalty } from '../../product-conditions.ts';
import { scheduleRows } from '../../schedule-row.ts';

const house = useHouse('2026-12-31T01:00:00Z');
let personId = '';
beforeAll(async () => {
  personId = (await foundJambi(house)).cast['Siti Aminah'].id;
});

const firstDay = '2026-03-01';
const days = 36;

const late = {
  graceDays: fc.integer({ min: 0, max: 9 }),
  mostPercent: fc.constantFrom(undefined, '0.5', '10'),
};
const rule: fc.Arbitrary<LatePenalty> = fc.oneof(
  fc.record({
    kind: fc.constant('per-instalment' as const),
    rupiah: fc.constantFrom('500', '5000'),
    ...late,
  }),
  fc.record({
    kind: fc.constant('of-overdue' as const),
    percent: fc.constantFrom('0.1', '0.333', '2.5'),
    per: fc.constantFrom('day' as const, 'period' as const),
    ...late,
  }),
);

/** The same loan with every instalment at its product's frequency. */
const every = (unit: MadeLoan['unit']) => (loan: MadeLoan) => ({ ...loan, unit });

/** Payments are written on their day, as they come in. */
async function live(
  book: MadeBook,
  loans: readonly MadeLoan[],
  product: { penalty: LatePenalty; unit: MadeLoan['unit'] },
  loansAtOnce: number | undefined,
) {
  const { owner } = house.app.pools;
  const charged = new Map<string, { day: string; rupiah: bigint }[]>();
  await writeLoans(owner, book, {
    personId,
    loans: loans.map((loan) => ({
      ...loan,
      payments: loan.payments.filter((payment) => payment.on < firstDay),
    })),
    terms: { latePenalty: product.penalty, repayEvery: { count: 1, unit: product.unit } },
  });
  for (let i = 0; i < days; i += 1) {
    const day = addDays(firstDay, i);
    for (const loan of loans)
      for (const payment of loan.payments.filter((one) => one.on === day))
        await writePayment(owner, book, { personId, loanId: loan.id, payment });
    await closeDay(house, { bookId: book.bookId, day, ...(loansAtOnce && { loansAtOnce }) });
    for (const loan of loans.filter((one) => one.disbursedOn <= day)) {
      const before = charged.get(loan.id) ?? [];
      const rupiah = penaltyOn(
        product.penalty,
        {
          principal: principalOf(loan),
          repayEvery: { count: 1, unit: product.unit },
          unpaid: unpaidOf(loan, day),
          charged: sum(before.map((one) => one.rupiah)),
        },
        day,
      );
      if (rupiah > 0n) charged.set(loan.id, [...before, { day, rupiah }]);
    }
  }
  return Object.fromEntries(charged);
}

function unpaidOf(loan: MadeLoan, day: string) {
  const paid = { ...paidUntil(loan, day) };
  return scheduleRows(loan.schedule).map((row) => {
    const principal = row.principal < paid.principal ? row.principal : paid.principal;
    const interest = row.interest < paid.interest ? row.interest : paid.interest;
    paid.principal -= principal;
    paid.interest -= interest;
    return { dueOn: row.dueOn, rupiah: row.total - principal - interest };
  });
}

async function stored(book: MadeBook) {
  const { rows } = await house.app.pools.owner.query<{ loan: string; day: string; rupiah: bigint }>(
    `select c.loan_id as loan, c.on_day as day, c.amount_rupiah as rupiah
     from lending.charge c join lending.loan l on l.city_id = c.city_id and l.id = c.loan_id
     where c.city_id = $1 and l.institution_id = $2 order by c.on_day`,
    [testCity, book.institutionId],
  );
  const charged = new Map<string, { day: string; rupiah: bigint }[]>();
  for (const { loan, ...one } of rows) charged.set(loan, [...(charged.get(loan) ?? []), one]);
  return Object.fromEntries(charged);
}

it('Penalties of day after day, set by set, are those that reading loan by loan gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      rule,
      fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      fc.array(madeLoan(firstDay), { minLength: 3, maxLength: 10 }),
      fc.constantFrom(undefined, 3),
      async (penalty, unit, made, loansAtOnce) => {
        const loans = made.map(every(unit));
        const book = await makeBook(house.app.pools.owner, 'cooperative');
        const expected = await live(book, loans, { penalty, unit }, loansAtOnce);
        expect(await stored(book)).toEqual(expected);
        const { rows } = await house.app.pools.owner.query<{ same: boolean }>(
          `select coalesce(sum((tally ->> 'penaltyRupiah')::bigint), 0)
             = (select coalesce(sum(l.charged_penalty), 0) from lending.loan l where l.city_id = $1 and l.institution_id = $2) as same
           from lending.day_close where city_id = $1 and book_id = $3`,
          [testCity, book.institutionId, book.bookId],
        );
        expect(rows).toEqual([{ same: true }]);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);
