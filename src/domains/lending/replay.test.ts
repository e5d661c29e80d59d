import { describe, expect, it } from 'vitest';
import type { Refusal } from '#platform/command/problem.ts';
import type { LoanEvent } from './loan-event.ts';
import { replayLoan } from './replay.ts';

/** Four weeks of 40,000 principal and 10,000 interest, disbursed on Monday 5 January 2026. */
const schedule = {
  dueOn: ['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'],
  principalDue: [40_000n, 80_000n, 120_000n, 160_000n],
  interestDue: [10_000n, 20_000n, 30_000n, 40_000n],
};
const dueThenAdvance = {
  order: 'due-then-advance',
  due: ['penalty', 'fee', 'interest', 'principal'],
  inAdvance: ['principal', 'penalty', 'fee', 'interest'],
} as const;

interface Told {
  allocation?: typeof dueThenAdvance;
  asOf?: string;
}

function replay(events: LoanEvent[], { allocation, asOf = '2026-03-01' }: Told = {}) {
  return replayLoan({
    disbursedOn: '2026-01-05',
    schedules: [schedule],
    allocation,
    events,
    asOf,
  });
}

const pays = (id: string, on: string, amount: bigint): LoanEvent => ({
  id,
  kind: 'repayment',
  on: `2026-${on}`,
  amount,
});
const charges = (id: string, kind: 'fee' | 'penalty', on: string, amount: bigint): LoanEvent => ({
  id,
  kind,
  on: `2026-${on}`,
  amount,
});
const reverses = (of: string, on: string): LoanEvent => ({
  id: `undo ${of}`,
  kind: 'reversal',
  of,
  on: `2026-${on}`,
});

/** What went where: principal + interest + fee + penalty, and what was too much. */
function spread(result: ReturnType<typeof replay>): string[] {
  return result.allocations.map(
    (a) =>
      `${a.id}: ${a.principal}+${a.interest}+${a.fee}+${a.penalty}` +
      (a.overpaid > 0n ? ` over ${a.overpaid}` : '') +
      (a.reversed ? ' reversed' : ''),
  );
}

/** Rows as a bookkeeper writes them: number, day, owed, paid, still open. */
function table(result: ReturnType<typeof replay>): string {
  return result.rows
    .map((row) =>
      [
        row.n,
        row.dueOn.slice(5),
        row.principal + row.interest + row.fee + row.penalty,
        row.paid,
        row.outstanding,
      ].join(' '),
    )
    .join('\n');
}

describe('Money by instalment', () => {
  it('takes an instalment on time, early, late and in part', () => {
    const result = replay([
      pays('early', '01-08', 50_000n),
      pays('part', '01-19', 30_000n),
      pays('late', '02-02', 70_000n),
    ]);
    expect(spread(result)).toEqual([
      'early: 40000+10000+0+0',
      'part: 20000+10000+0+0',
      'late: 60000+10000+0+0',
    ]);
    expect(table(result)).toMatchInlineSnapshot(`
      "1 01-12 50000 50000 0
      2 01-19 50000 50000 0
      3 01-26 50000 50000 0
      4 02-02 50000 0 50000"
    `);
  });

  it('hands back what nobody owes', () => {
    expect(spread(replay([pays('all', '01-12', 201_000n)]))).toEqual([
      'all: 160000+40000+0+0 over 1000',
    ]);
  });

  it('pays a charge in the instalment it is due with, before interest and principal', () => {
    const result = replay([
      charges('late fee', 'penalty', '01-15', 1_000n),
      pays('t', '01-19', 101_000n),
    ]);
    expect(spread(result)).toEqual(['t: 80000+20000+0+1000']);
    expect(table(result)).toContain('2 01-19 51000 51000 0');
  });

  it('gives a charge after the last instalment a row of its own', () => {
    const result = replay([charges('letter', 'fee', '02-20', 5_000n)]);
    expect(table(result)).toContain('5 02-20 5000 0 5000');
  });
});

describe('Money for what is due, then ahead', () => {
  it('pays everything due first, then principal of what is to come', () => {
    const result = replay([pays('t', '01-12', 95_000n)], { allocation: dueThenAdvance });
    expect(spread(result)).toEqual(['t: 80000+15000+0+0']);
    expect(table(result)).toMatchInlineSnapshot(`
      "1 01-12 50000 50000 0
      2 01-19 50000 45000 5000
      3 01-26 50000 0 50000
      4 02-02 50000 0 50000"
    `);
  });

  it('pays a charge on its own day, before an instalment that is not due yet', () => {
    const result = replay([charges('f', 'fee', '01-14', 2_000n), pays('t', '01-15', 52_000n)], {
      allocation: dueThenAdvance,
    });
    expect(spread(result)).toEqual(['t: 40000+10000+2000+0']);
  });

  it('pays ahead until a charge is due, then the charge, then ahead again', () => {
    const penalty = (id: string, on: string, dueOn: string): LoanEvent => ({
      id,
      kind: 'penalty',
      on,
      dueOn,
      amount: 5_000n,
    });
    const result = replay(
      [
        pays('first', '01-06', 10_000n),
        penalty('one', '2026-01-07', '2026-01-09'),
        pays('before', '01-08', 10_000n),
        penalty('two', '2026-01-08', '2026-01-11'),
        pays('on the day', '01-09', 10_000n),
      ],
      { allocation: dueThenAdvance },
    );
    expect(spread(result)).toEqual([
      'first: 10000+0+0+0',
      'before: 10000+0+0+0',
      'on the day: 5000+0+0+5000',
    ]);
    expect(table(result)).toContain('1 01-12 60000 30000 30000');
  });

  it('leaves a charge that is still to come to its place in the order', () => {
    const later: LoanEvent = {
      id: 'c',
      kind: 'penalty',
      on: '2026-01-12',
      dueOn: '2026-01-18',
      amount: 1_000n,
    };
    const result = replay([later, pays('t', '01-12', 90_500n)], { allocation: dueThenAdvance });
    expect(spread(result)).toEqual(['t: 80000+10000+0+500']);
  });
});

describe('Corrections', () => {
  it('undoes a repayment as if it had never been, and remembers where it went', () => {
    const result = replay([pays('t1', '01-12', 50_000n), reverses('t1', '01-21')]);
    expect(spread(result)).toEqual(['t1: 40000+10000+0+0 reversed']);
    expect(result.totals).toMatchObject({ principalOutstanding: 160_000n, overdue: 200_000n });
  });

  it('lets later money move up when an earlier repayment is undone', () => {
    const result = replay([
      pays('t1', '01-12', 50_000n),
      pays('t2', '01-19', 50_000n),
      reverses('t1', '01-21'),
    ]);
    expect(table(result)).toContain('1 01-12 50000 50000 0\n2 01-19 50000 0 50000');
  });

  it('undoes a charge and gives its money to the instalment', () => {
    const result = replay([
      charges('c', 'penalty', '01-10', 1_000n),
      pays('t', '01-12', 50_000n),
      reverses('c', '01-13'),
    ]);
    expect(spread(result)).toEqual(['t: 40000+10000+0+0']);
  });

  it('takes a backdated repayment as if it had come in time', () => {
    const [a, b] = [pays('a', '01-12', 50_000n), pays('b', '01-15', 20_000n)];
    const [inTime, late] = [replay([a, b]), replay([b, a])];
    expect(late.rows).toEqual(inTime.rows);
    expect(spread(late)).toEqual(spread(inTime).reverse());
  });

  it('waives a penalty without calling it paid', () => {
    const result = replay([
      charges('c', 'penalty', '01-10', 1_000n),
      {
        id: 'w',
        kind: 'waiver',
        on: '2026-01-11',
        amount: 1_000n,
        parts: ['penalty'],
      },
      pays('t', '01-12', 50_000n),
    ]);
    expect(result.waived.penalty).toBe(1_000n);
    expect(result.paid).toEqual({ principal: 40_000n, interest: 10_000n, fee: 0n, penalty: 0n });
  });

  it('lays what was paid on a new schedule from the day it is in force', () => {
    const longer = {
      dueOn: [...schedule.dueOn, '2026-02-09'],
      principalDue: [40_000n, 70_000n, 100_000n, 130_000n, 160_000n],
      interestDue: [10_000n, 20_000n, 30_000n, 40_000n, 50_000n],
    };
    const result = replayLoan({
      disbursedOn: '2026-01-05',
      schedules: [schedule, longer],
      asOf: '2026-03-01',
      events: [
        pays('a', '01-12', 60_000n),
        { id: 'r', kind: 'restructure', on: '2026-01-13', version: 1 },
        pays('b', '01-19', 30_000n),
      ],
    });
    expect(table(result)).toMatchInlineSnapshot(`
      "1 01-12 50000 50000 0
      2 01-19 40000 40000 0
      3 01-26 40000 0 40000
      4 02-02 40000 0 40000
      5 02-09 40000 0 40000"
    `);
  });
});

describe('How the loan stands', () => {
  it('counts arrears from the oldest unpaid instalment, not on its own day', () => {
    expect(replay([], { asOf: '2026-01-12' }).totals).toMatchObject({
      overdue: 0n,
      daysPastDue: 0,
    });
    expect(replay([], { asOf: '2026-01-22' }).totals).toMatchObject({
      overdue: 100_000n,
      daysPastDue: 10,
    });
  });

  it('asks for a payoff all principal, charges, interest due, and the running period', () => {
    expect(replay([], { asOf: '2026-01-05' }).totals.payoff).toBe(160_000n);
    expect(replay([], { asOf: '2026-01-12' }).totals.payoff).toBe(170_000n);
    expect(replay([], { asOf: '2026-01-14' }).totals.payoff).toBe(180_000n);
  });
});

describe('A history that cannot be', () => {
  it.each([
    ['a repayment before the disbursement', [pays('t', '01-04', 1n)], 'event-before-disbursement'],
    ['one after the day computed for', [pays('t', '03-02', 1n)], 'event-in-future'],
    ['the same id twice', [pays('t', '01-12', 1n), pays('t', '01-13', 1n)], 'event-twice'],
    ['nothing paid', [pays('t', '01-12', 0n)], 'event-without-amount'],
    ['undoing something unknown', [reverses('t', '01-12')], 'reversal-of-unknown'],
    [
      'undoing twice',
      [pays('t', '01-12', 1n), reverses('t', '01-12'), { ...reverses('t', '01-13'), id: 'again' }],
      'reversed-twice',
    ],
    [
      'undoing before it was',
      [pays('t', '01-12', 1n), reverses('t', '01-11')],
      'reversal-too-early',
    ],
  ] as [string, LoanEvent[], string][])('refuses %s', (_, events, code) => {
    expect(() => replay(events)).toThrow(
      expect.objectContaining({ code: `lending.${code}` }) as Refusal,
    );
  });
});
