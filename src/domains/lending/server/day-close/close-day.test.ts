import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { makeBook, scheduleOf, writeLoans } from '#test/worlds/random-portfolio.ts';
import type { MadeBook, MadeLoan } from '#test/worlds/random-portfolio.ts';
import { verifyDayClose } from '../index.ts';

const house = useHouse('2026-12-31T01:00:00Z');
const monday = '2026-03-02';
let jambi: Jambi;
beforeAll(async () => {
  jambi = await foundJambi(house);
});

/** A weekly loan of Rp 200,000 in four instalments, handed out a week before Monday. */
function weekly(paidWeeks: number): MadeLoan {
  const disbursedOn = addDays(monday, -7);
  return {
    id: newId(),
    disbursedOn,
    unit: 'week',
    schedule: scheduleOf(
      disbursedOn,
      Array.from({ length: 4 }, () => ({ days: 7, principal: 50_000n, interest: 5_000n })),
    ),
    payments: Array.from({ length: paidWeeks }, (_, i) => ({
      on: addDays(monday, 7 * i),
      principal: 50_000n,
      interest: 5_000n,
    })),
  };
}

async function lent(kind: string, loans: readonly MadeLoan[]): Promise<MadeBook> {
  const book = await makeBook(house.app.pools.owner, kind);
  await writeLoans(house.app.pools.owner, book, { personId: jambi.cast.Rohani.id, loans });
  return book;
}

const close = (book: MadeBook, day: string, loansAtOnce?: number) =>
  house.does(systemActor, 'lending.close-day', { bookId: book.bookId, day, loansAtOnce });

async function portfolios(book: MadeBook) {
  const { rows } = await house.app.pools.owner.query<Record<string, unknown>>(
    `select * from lending.portfolio_day where city_id = $1 and book_id = $2 order by day`,
    [testCity, book.bookId],
  );
  return rows.map(({ book_id: _, ...figures }) => figures);
}

describe('A day of a lender’s book', () => {
  it('finds a loan late the day after its instalment, and worse by its table as days pass', async () => {
    const book = await lent('lkm', [weekly(0), weekly(4)]);
    for (let i = 0; i < 64; i += 1) await close(book, addDays(monday, i));
    const days = await portfolios(book);
    const on = (i: number) => days[i];
    expect(on(0)).toMatchObject({ loans: 2n, late_loans: 0n, outstanding_rupiah: 350_000n });
    expect(on(1)).toMatchObject({
      late_loans: 1n,
      late_1_rupiah: 200_000n,
      overdue_rupiah: 55_000n,
    });
    expect(on(8)).toMatchObject({
      late_1_rupiah: 0n,
      late_8_rupiah: 200_000n,
      overdue_rupiah: 110_000n,
    });
    expect(on(28)).toMatchObject({ loans: 1n, grade_1_rupiah: 200_000n });
    expect(on(29)).toMatchObject({ grade_1_rupiah: 0n, grade_4_rupiah: 200_000n });
    expect(on(57)).toMatchObject({ grade_4_rupiah: 0n, grade_5_rupiah: 200_000n });
  });

  it('closed ten days late comes out as it would have in time', async () => {
    const early = [weekly(1), weekly(0)];
    const paidLater = { on: addDays(monday, 9), principal: 50_000n, interest: 5_000n };
    const inTime = await lent('lkm', early);
    for (let i = 0; i < 9; i += 1) await close(inTime, addDays(monday, i));
    const late = await lent('lkm', [
      { ...weekly(1), payments: [...weekly(1).payments, paidLater] },
      weekly(0),
    ]);
    for (let i = 0; i < 9; i += 1) await close(late, addDays(monday, i));
    expect(await portfolios(late)).toEqual(await portfolios(inTime));
  });

  it('cut off in the middle goes on with the loans that were not committed', async () => {
    const loans = () => Array.from({ length: 7 }, (_, i) => weekly(i % 3));
    const [whole, cut] = [await lent('bpr', loans()), await lent('bpr', loans())];
    await close(whole, monday);
    expect(await close(cut, monday, 3)).toMatchObject({ done: false, loansTouched: 3 });
    expect(await portfolios(cut)).toEqual([]);
    expect(await close(cut, monday, 3)).toMatchObject({ done: false, loansTouched: 6 });
    expect(await close(cut, monday)).toMatchObject({ done: true, loansTouched: 7 });
    expect(await portfolios(cut)).toEqual(await portfolios(whole));
  });

  it('closed again changes nothing', async () => {
    const book = await lent('lkm', [weekly(1)]);
    await close(book, monday);
    const before = await portfolios(book);
    expect(await close(book, monday)).toMatchObject({ done: true });
    expect(await portfolios(book)).toEqual(before);
  });

  it('is not closed before the day before it, nor before it has come', async () => {
    const book = await lent('lkm', [weekly(1)]);
    await close(book, monday);
    expect(await refusedAs(close(book, addDays(monday, 2)))).toBe('lending.earlier-day-open');
    expect(await refusedAs(close(book, '2027-01-05'))).toBe('lending.day-to-come');
  });
});

describe('A quality table', () => {
  const table = (institutionId: string, change: Record<string, unknown> = {}) => ({
    tableId: newId(),
    institutionId,
    lenderType: null,
    repayUnit: 'week',
    validFrom: addDays(monday, 3),
    sourceDocument: 'Keputusan Pengurus 3/2026',
    lines: [
      { grade: 1, mostOverdueDays: 0, mostDaysAfterMaturity: null },
      { grade: 3, mostOverdueDays: 30, mostDaysAfterMaturity: null },
    ],
    provisionPercents: ['1', '5', '10', '50', '100'],
    ...change,
  });

  it('waits for a second person, and grades a cooperative’s loans from its first day on', async () => {
    const book = await lent('cooperative', [weekly(0), weekly(4)]);
    for (let i = 0; i < 3; i += 1) await close(book, addDays(monday, i));
    const parked = await house.does(
      jambi.officers.rina,
      'lending.add-grade-table',
      table(book.institutionId),
    );
    const { proposalId } = parked as { proposalId: string };
    await house.does(jambi.officers.zulkifli, 'access.decide-proposal', {
      proposalId,
      approve: true,
    });
    await close(book, addDays(monday, 3));
    const days = await portfolios(book);
    expect(days[2]).toMatchObject({ grade_1_rupiah: 0n, provision_rupiah: null });
    expect(days[3]).toMatchObject({
      grade_1_rupiah: 150_000n,
      grade_3_rupiah: 200_000n,
      provision_rupiah: 21_500n,
    });
    const again = house.does(
      jambi.officers.rina,
      'lending.add-grade-table',
      table(book.institutionId),
    );
    expect(await refusedAs(again)).toBe('lending.grade-table-taken');
  });

  it('whose lines do not get worse downwards is refused', async () => {
    const book = await makeBook(house.app.pools.owner, 'cooperative');
    const lines = [
      { grade: 3, mostOverdueDays: 30, mostDaysAfterMaturity: null },
      { grade: 1, mostOverdueDays: 60, mostDaysAfterMaturity: null },
    ];
    const proposal = house.does(
      jambi.officers.rina,
      'lending.add-grade-table',
      table(book.institutionId, { lines }),
    );
    expect(await refusedAs(proposal)).toBe('lending.grades-out-of-order');
  });
});

describe('Recomputing', () => {
  it('agrees with every close, and notices a position that was tampered with', async () => {
    const check = () => house.app.read(testCity, (db) => verifyDayClose(db));
    expect((await check()).difference).toBeNull();
    const book = await lent('lkm', [weekly(0)]);
    await close(book, addDays(monday, 1));
    await house.app.pools.owner.query(
      `update lending.loan_position set overdue_rupiah = overdue_rupiah - 1 where book_id = $1`,
      [book.bookId],
    );
    expect((await check()).difference).toContain('overdue says 54999, recomputed 55000');
  });
});
