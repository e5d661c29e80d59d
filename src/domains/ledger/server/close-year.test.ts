import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import { credit, debit } from '../journal.ts';
import { balanceSheet, closingOf, incomeStatement, trialBalanceOf } from '../statement.ts';
import {
  accountEntries,
  finishClosingDay,
  movements,
  postJournals,
  startClosingDay,
  verifyBooks,
} from './index.ts';

const house = useHouse('2025-01-01T02:00:00Z');

beforeAll(() => house.found());

interface Moved {
  /** Days after 1 January 2025. */
  day: number;
  from: number;
  to: number;
  amount: bigint;
}

/** Accounts that may fall below nothing and so take any journal: bank, equipment, capital, income, expenses. */
const numbers = ['1110', '1501', '3102', '4101', '4201', '5201', '5301', '5501'];

async function post(books: KeptBooks, moved: readonly Moved[]): Promise<void> {
  const leaves = await Promise.all(numbers.map((number) => books.account(number)));
  const journals = moved
    .filter((one) => one.from !== one.to)
    .map((one) => ({
      id: newId(),
      kind: 'manual',
      says: 'Gerak acak',
      businessDate: addDays('2025-01-01', one.day),
      valueDate: addDays('2025-01-01', one.day),
      entries: [
        debit(leaves[one.to] ?? '', one.amount),
        credit(leaves[one.from] ?? '', one.amount),
      ],
    }));
  await house.database.write((tx) =>
    postJournals(tx, { bookId: books.bookId, commandId: newId(), journals }),
  );
}

async function closeDays(books: KeptBooks, day: string): Promise<void> {
  const by = { userId: newId(), at: house.now };
  const closing = { bookId: books.bookId, day, by };
  await house.database.write(async (tx) => {
    await startClosingDay(tx, { ...closing, today: day });
    await finishClosingDay(tx, closing);
  });
}

const closeMonth = (books: KeptBooks, month: string) =>
  books.agreed(books.officer, 'ledger.close-month', { institutionId: books.institutionId, month });

const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);

/** Everything the reports say, as it would be printed at several days. */
function printed(books: KeptBooks) {
  const ask = { bookId: books.bookId };
  const spans = [
    [null, '2025-03-31'],
    ['2025-02-01', '2025-02-28'],
    ['2025-02-10', '2025-04-20'],
    ['2025-01-01', '2025-12-31'],
  ] as const;
  return house.database.read(async (db) =>
    Promise.all(
      spans.map(async ([from, to]) => ({
        earned: incomeStatement(await movements(db, { ...ask, from, to, closings: false })),
        trial: trialBalanceOf(await movements(db, { ...ask, from, to, closings: false })),
      })),
    ),
  );
}

const moved = fc.array(
  fc.record({
    day: fc.nat(364),
    from: fc.nat(numbers.length - 1),
    to: fc.nat(numbers.length - 1),
    amount: fc.bigInt(1n, 10n ** 10n),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('A year that is closed month by month', () => {
  it('leaves income and expenses at nothing, the surplus in equity, and every report as it was', async () => {
    await fc.assert(
      fc.asyncProperty(moved, async (journals) => {
        house.now = new Date('2025-01-01T02:00:00Z');
        const books = await keepBooks(house);
        await post(books, journals);
        const before = await printed(books);
        house.now = new Date('2026-01-02T02:00:00Z');
        await closeDays(books, '2025-12-31');
        for (const month of months) await closeMonth(books, month);
        expect(await printed(books)).toEqual(before);

        const earned = before[3]?.earned.surplusRupiah ?? 0n;
        const after = await house.database.read((db) =>
          movements(db, { bookId: books.bookId, from: null, to: '2025-12-31', closings: true }),
        );
        for (const account of after) {
          if (account.class === 'income' || account.class === 'expense')
            expect([account.number, closingOf(account)]).toEqual([account.number, 0n]);
        }
        const surplus = after.find((account) => account.number === '3401');
        expect(surplus && -closingOf(surplus)).toBe(earned);
        const sheet = balanceSheet(after);
        expect(sheet.runningSurplusRupiah).toBe(0n);
        expect(sheet.assets.totalRupiah).toBe(sheet.claimsRupiah);
      }),
      { numRuns: 8 },
    );
    const checks = await house.database.read((db) => verifyBooks(db));
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  }, 60_000);
});

describe('Closing a month', () => {
  let books: KeptBooks;
  const closing = (month: string) => refusedAs(closeMonth(books, month));

  beforeAll(async () => {
    house.now = new Date('2025-01-01T02:00:00Z');
    books = await keepBooks(house);
    await post(books, [{ day: 40, from: 3, to: 0, amount: 5_000_000n }]);
    house.now = new Date('2025-03-10T02:00:00Z');
  });

  it('waits for its last day, for the month before it, and for its own end', async () => {
    expect(await closing('2025-01')).toBe('ledger.last-day-open');
    expect(await closing('2025-02')).toBe('ledger.month-before');
    await closeDays(books, '2025-03-10');
    expect(await closing('2025-01')).toBe('accepted');
    expect(await closing('2025-02')).toBe('accepted');
    expect(await closing('2025-03')).toBe('ledger.month-not-over');
    expect(await closing('2025-13')).toBe('command.invalid-input');
  });

  it('is for good: it is refused again and takes no entry', async () => {
    expect(await closing('2025-01')).toBe('ledger.month-closed');
    expect(await refusedAs(post(books, [{ day: 20, from: 0, to: 1, amount: 1n }]))).toBe(
      'ledger.day-closed',
    );
  });

  it('two approvals of the same month close it once', async () => {
    house.now = new Date('2025-04-02T02:00:00Z');
    await closeDays(books, '2025-03-31');
    const body = { institutionId: books.institutionId, month: '2025-03' };
    const park = async () =>
      ((await house.does(books.officer, 'ledger.close-month', body)) as { proposalId: string })
        .proposalId;
    const proposals = [await park(), await park()];
    const answers = await Promise.all(
      proposals.map((proposalId) =>
        refusedAs(
          house.does(books.chairman, 'access.decide-proposal', { proposalId, approve: true }),
        ),
      ),
    );
    expect(answers.sort()).toEqual(['accepted', 'ledger.month-closed']);
  });
});

describe('A ledger of one account', () => {
  it('runs from its opening to its closing balance, page by page', async () => {
    house.now = new Date('2025-01-01T02:00:00Z');
    const books = await keepBooks(house);
    const journals = Array.from({ length: 7 }, (_, at) => ({
      day: at * 10,
      from: 2,
      to: 0,
      amount: 100n,
    }));
    await post(books, journals);
    const page = (offset: number) =>
      house.database.read((db) =>
        accountEntries(db, {
          bookId: books.bookId,
          control: 'Aset:Bank',
          from: '2025-01-11',
          to: '2025-02-20',
          size: 2,
          offset,
        }),
      );
    const first = await page(0);
    expect(first).toMatchObject({ openingRupiah: 100n, closingRupiah: 600n, total: 5 });
    expect(first.rows.map((row) => row.balanceRupiah)).toEqual([200n, 300n]);
    expect((await page(2)).rows.map((row) => row.balanceRupiah)).toEqual([400n, 500n]);
  });
});
