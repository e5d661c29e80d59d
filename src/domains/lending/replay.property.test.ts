import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import type { AllocationOrder, LoanEvent } from './loan-event.ts';
import { replayLoan } from './replay.ts';
import { makeSchedule } from './repayment-schedule.ts';

const disbursedOn = '2026-01-05';
const asOf = '2027-01-05';
const schedule = makeSchedule({
  principal: 1_000_000n,
  disbursedOn,
  product: {
    annualRatePercent: '24',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    installments: 12,
    repayEvery: { count: 2, unit: 'week' },
    interestPeriod: 'same-as-repayment',
    dayCount: { year: '365', month: 'actual' },
    annuity: 'nominal',
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  },
});

const orders: fc.Arbitrary<AllocationOrder> = fc.constantFrom(
  { order: 'by-instalment', parts: ['penalty', 'fee', 'interest', 'principal'] },
  { order: 'by-instalment', parts: ['principal', 'interest', 'fee', 'penalty'] },
  {
    order: 'due-then-advance',
    due: ['penalty', 'fee', 'interest', 'principal'],
    inAdvance: ['principal', 'penalty', 'fee', 'interest'],
  },
);

const happenings: fc.Arbitrary<LoanEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('repayment', 'repayment', 'repayment', 'fee', 'penalty', 'waiver'),
      day: fc.integer({ min: 0, max: 300 }),
      later: fc.integer({ min: 0, max: 40 }),
      amount: fc.bigInt({ min: 1n, max: 200_000n }),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ kind, day, later, amount }, index): LoanEvent => {
      const told = { id: `e${index}`, on: addDays(disbursedOn, day), amount };
      if (kind === 'waiver') return { ...told, kind, parts: ['penalty', 'interest'] };
      if (kind === 'repayment') return { ...told, kind };
      return { ...told, kind, dueOn: addDays(told.on, later) };
    }),
  );

function replay(events: readonly LoanEvent[], allocation: AllocationOrder) {
  return replayLoan({ disbursedOn, schedules: [schedule], allocation, events, asOf });
}

const undo = (of: string): LoanEvent => ({ id: `undo ${of}`, kind: 'reversal', of, on: asOf });

it('never pays a row more than it asks, and loses no rupiah', () => {
  fc.assert(
    fc.property(happenings, orders, (events, allocation) => {
      const { rows, allocations } = replay(events, allocation);
      for (const row of rows) {
        expect(row.outstanding).toBeGreaterThanOrEqual(0n);
        const due = row.principal + row.interest + row.fee + row.penalty;
        expect(row.paid + row.waived + row.outstanding).toBe(due);
      }
      const spread = allocations.reduce(
        (sum, a) => sum + a.principal + a.interest + a.fee + a.penalty + a.overpaid,
        0n,
      );
      const given = events.reduce(
        (sum, event) =>
          event.kind === 'repayment' || event.kind === 'waiver' ? sum + event.amount : sum,
        0n,
      );
      expect(spread).toBe(given);
      expect(rows.reduce((sum, row) => sum + row.paid, 0n)).toBe(
        allocations.reduce(
          (sum, a) => (a.waived ? sum : sum + a.principal + a.interest + a.fee + a.penalty),
          0n,
        ),
      );
    }),
    { numRuns: 200 },
  );
});

it('takes backdated entries as if they had been entered in time', () => {
  fc.assert(
    fc.property(happenings, orders, (events, allocation) => {
      const inTime = events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const [entered, sorted] = [replay(events, allocation), replay(inTime, allocation)];
      expect(entered.rows).toEqual(sorted.rows);
      expect(entered.totals).toEqual(sorted.totals);
    }),
    { numRuns: 200 },
  );
});

it('stands the same whatever the order of money and charges within a day', () => {
  fc.assert(
    fc.property(
      happenings.map((events) =>
        events
          .filter((event) => event.kind !== 'waiver')
          .map((event, index) => ({ ...event, on: addDays(disbursedOn, 30 * (index % 3)) })),
      ),
      fc.func(fc.integer()),
      orders,
      (events, weight, allocation) => {
        const shuffled = events.toSorted((a, b) => weight(a.id) - weight(b.id));
        const [one, other] = [replay(events, allocation), replay(shuffled, allocation)];
        expect(other.totals).toEqual(one.totals);
        expect(other.paid).toEqual(one.paid);
      },
    ),
    { numRuns: 200 },
  );
});

it('restores the state when the last entry is reversed, and forgets any reversed one', () => {
  fc.assert(
    fc.property(happenings, fc.nat(), orders, (events, pick, allocation) => {
      const target = events[pick % Math.max(events.length, 1)];
      if (!target) return;
      const without = replay(
        events.filter((event) => event !== target),
        allocation,
      );
      const reversed = replay([...events, undo(target.id)], allocation);
      expect(reversed.rows).toEqual(without.rows);
      expect(reversed.totals).toEqual(without.totals);
    }),
    { numRuns: 200 },
  );
});

it('does not care whether a mistake was undone at once or at the end', () => {
  fc.assert(
    fc.property(happenings, orders, (events, allocation) => {
      const wrong = events.filter((_, index) => index % 2 === 1);
      const atEnd = [...events, ...wrong.map((event) => undo(event.id))];
      const atOnce = events.flatMap((event) =>
        wrong.includes(event) ? [event, undo(event.id)] : [event],
      );
      const [one, other] = [replay(atEnd, allocation), replay(atOnce, allocation)];
      expect(other.rows).toEqual(one.rows);
      expect(other.totals).toEqual(one.totals);
    }),
    { numRuns: 100 },
  );
});
