import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#kernel/date.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { changedSchedule, extraFor, outlookOf } from './what-if.ts';

// Rp 2,000,000 from Monday 5 January 2026: Rp 50,000 every Monday, ten of them paid by 17 March.
const schedule = makeSchedule({
  product: weeklyTerms,
  principal: 2_000_000n,
  disbursedOn: '2026-01-05',
});
const paid = { principal: 400_000n, interest: 100_000n };
const loan = { schedule, paid, terms: weeklyTerms };
const on = '2026-03-17';
const nothing = { weekday: null, skip: null, extra: 0 };
const lebaran = { from: '2026-03-16', to: '2026-03-27' };

const after = (change: object) => {
  const changed = changedSchedule(loan, { ...nothing, ...change }, on);
  return changed ? outlookOf(changed, paid, on) : null;
};

describe('What if the meeting day moves', () => {
  it('from Monday to Thursday: the same amounts on the Thursdays of the same weeks', () => {
    expect(outlookOf(schedule, paid, on)).toMatchObject({
      nextDueOn: '2026-03-23',
      lastDueOn: '2026-12-21',
      leftRupiah: 2_000_000n,
    });
    expect(after({ weekday: 4 })).toEqual({
      nextDueOn: '2026-03-26',
      lastDueOn: '2026-12-24',
      instalmentRupiah: 50_000n,
      count: 40,
      leftRupiah: 2_000_000n,
    });
  });

  it('never into the past: a weekday gone by this week is taken next week', () => {
    const changed = changedSchedule(loan, { ...nothing, weekday: 1 }, '2026-03-18');
    expect(changed?.dueOn[10]).toBe('2026-03-23');
    const soon = changedSchedule(
      { ...loan, schedule: { ...schedule, dueOn: schedule.dueOn.map((day) => day) } },
      { ...nothing, weekday: 2 },
      '2026-03-22',
    );
    expect(soon?.dueOn.slice(9, 11)).toEqual(['2026-03-16', '2026-03-24']);
  });
});

describe('What if Lebaran week is skipped', () => {
  it('moves that instalment and all after it a week, and costs nothing', () => {
    expect(after({ skip: lebaran })).toMatchObject({
      nextDueOn: '2026-03-30',
      lastDueOn: '2026-12-28',
      leftRupiah: 2_000_000n,
    });
  });

  it('leaves instalments before it alone, and none within it', () => {
    const skip = { from: '2026-05-01', to: '2026-05-15' };
    const changed = changedSchedule(loan, { ...nothing, skip }, on);
    expect(changed?.dueOn[10]).toBe('2026-03-23');
    expect(changed?.dueOn.filter((day) => day >= skip.from && day <= skip.to)).toEqual([]);
    expect(changed?.dueOn.at(-1)).toBe('2027-01-04');
  });
});

describe('What if the instalment is lowered', () => {
  it('to three quarters takes a third more of them, at no cost where the rate is for the whole term', () => {
    const extra = extraFor(40, { of: 3, in: 4 });
    expect(extra).toBe(14);
    const outlook = after({ extra });
    expect(outlook?.count).toBe(54);
    expect(outlook?.instalmentRupiah).toBeLessThanOrEqual(38_000n);
    expect(outlook?.leftRupiah).toBe(2_000_000n);
  });

  it('costs more the longer it takes where the rate is for a year', () => {
    const terms = { ...weeklyTerms, rateBasis: 'per-year' } as const;
    const left = (extra: number) => {
      const changed = changedSchedule({ schedule, paid, terms }, { ...nothing, extra }, on);
      return changed ? outlookOf(changed, paid, on).leftRupiah : 0n;
    };
    // 25 % a year of the Rp 1,600,000 left, for 54 and for 80 of 52 weeks.
    expect(left(14)).toBe(2_015_385n);
    expect(left(40)).toBe(2_215_385n);
  });

  it('takes what is late into the new instalments, so that nothing is lost', () => {
    const late = { ...loan, paid: { principal: 320_000n, interest: 80_000n } };
    const changed = changedSchedule(late, { ...nothing, extra: 10 }, on);
    expect(changed?.principalDue.at(-1)).toBe(2_000_000n);
    expect(outlookOf(changed ?? schedule, late.paid, on).leftRupiah).toBeGreaterThan(2_100_000n);
  });
});

describe('Whatever is changed', () => {
  it('principal adds up, days follow one another, and what was paid stays', () => {
    fc.assert(
      fc.property(
        fc.record({
          weekday: fc.option(fc.integer({ min: 1, max: 7 })),
          skip: fc.option(fc.constant(lebaran)),
          extra: fc.integer({ min: 0, max: 60 }),
          instalmentsPaid: fc.integer({ min: 0, max: 49 }),
        }),
        ({ instalmentsPaid, ...change }) => {
          const n = BigInt(instalmentsPaid);
          const sums = { principal: n * 40_000n, interest: n * 10_000n };
          const changed = changedSchedule({ ...loan, paid: sums }, change, on);
          if (!changed) throw new Error('there is something to come');
          expect(changed.principalDue.at(-1)).toBe(2_000_000n);
          changed.dueOn.forEach((day, index) => {
            expect(day > (changed.dueOn[index - 1] ?? '')).toBe(true);
            expect(changed.principalDue[index]).toBeGreaterThanOrEqual(
              changed.principalDue[index - 1] ?? 0n,
            );
            if (day > on && change.weekday) expect(weekdayOf(day)).toBe(change.weekday);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nothing is left to change of a loan that is paid, or whose last instalment is past', () => {
    const all = { principal: 2_000_000n, interest: 500_000n };
    expect(changedSchedule({ ...loan, paid: all }, { ...nothing, extra: 5 }, on)).toBeNull();
    expect(changedSchedule(loan, { ...nothing, extra: 5 }, '2027-01-01')).toBeNull();
  });
});
