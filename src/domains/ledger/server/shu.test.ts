import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import { finishClosingDay, listChart, startClosingDay } from './index.ts';

const house = useHouse('2025-11-03T02:00:00Z');
let books: KeptBooks;

beforeAll(() => house.found());

const parts = [
  { name: 'Cadangan', percent: '40', number: '3301' },
  { name: 'SHU bagian anggota', percent: '45', number: '2401' },
  { name: 'Dana pendidikan', percent: '7.5', number: '2404' },
  { name: 'Dana sosial', percent: '7.5', number: '2405' },
];
const rule = (change: object = {}) => ({
  institutionId: books.institutionId,
  validFrom: '2025-01-01',
  sourceDocument: 'AD/ART pasal 42',
  parts,
  ...change,
});
const setRule = (change?: object) =>
  refusedAs(books.agreed(books.officer, 'ledger.set-shu-rule', rule(change)));
const divide = (year = 2025) =>
  refusedAs(
    books.agreed(books.officer, 'ledger.distribute-shu', {
      institutionId: books.institutionId,
      journalId: newId(),
      year,
      meetingDocument: 'Berita acara RAT 14 Februari 2026',
    }),
  );

async function closeYear(): Promise<void> {
  house.now = new Date('2026-01-05T02:00:00Z');
  const by = { userId: newId(), at: house.now };
  const closing = { bookId: books.bookId, day: '2025-12-31', by };
  await house.database.write(async (tx) => {
    await startClosingDay(tx, { ...closing, today: '2026-01-05' });
    await finishClosingDay(tx, closing);
  });
  for (const month of ['2025-11', '2025-12']) {
    const { institutionId } = books;
    await books.agreed(books.officer, 'ledger.close-month', { institutionId, month });
  }
}

async function earn(debitNumber: string, creditNumber: string): Promise<void> {
  await books.agreed(books.cashier, 'ledger.post-journal', {
    institutionId: books.institutionId,
    journalId: newId(),
    says: 'Jasa setahun',
    document: 'BK-1',
    valueDate: '2025-11-03',
    lines: [
      { number: debitNumber, debitRupiah: '10000001', creditRupiah: '0' },
      { number: creditNumber, debitRupiah: '0', creditRupiah: '10000001' },
    ],
  });
}

async function held(): Promise<Record<string, bigint>> {
  const chart = await house.database.read((db) => listChart(db, books.bookId));
  const shown = ['2401', '2404', '2405', '3301', '3401'];
  return Object.fromEntries(
    chart.filter((a) => shown.includes(a.number)).map((a) => [a.number, -a.balanceRupiah]),
  );
}

describe('The SHU of a cooperative', () => {
  beforeAll(async () => {
    books = await keepBooks(house);
    await earn('1110', '4101');
  });

  it('has a rule by its articles, whole to the hundredth part, from a day, once', async () => {
    const [first, ...rest] = parts;
    expect(await setRule({ parts: [{ ...first, percent: '39.9999' }, ...rest] })).toBe(
      'ledger.not-whole',
    );
    expect(await setRule({ parts: [{ ...first, number: '4101' }, ...rest] })).toBe(
      'ledger.wrong-lines',
    );
    expect(await setRule()).toBe('accepted');
    // Nobody is asked to approve it.
    const proposed = house.does(books.officer, 'ledger.set-shu-rule', rule());
    expect(await refusedAs(proposed)).toBe('ledger.rule-exists');
  });

  it('is divided once, after its year is closed, to the last rupiah', async () => {
    expect(await divide()).toBe('ledger.year-open');
    await closeYear();
    expect(await held()).toMatchObject({ '3401': 10_000_001n });
    expect(await divide()).toBe('accepted');
    expect(await held()).toEqual({
      '2401': 4_500_001n,
      '2404': 750_000n,
      '2405': 750_000n,
      '3301': 4_000_000n,
      '3401': 0n,
    });
    expect(await divide()).toBe('ledger.shu-divided');
  });

  it('that is a loss is not divided, and neither is one without a rule', async () => {
    house.now = new Date('2025-11-03T02:00:00Z');
    books = await keepBooks(house);
    await earn('5201', '1110');
    await closeYear();
    expect(await held()).toMatchObject({ '3401': -10_000_001n });
    expect(await divide()).toBe('ledger.no-surplus');
    house.now = new Date('2025-11-03T02:00:00Z');
    books = await keepBooks(house);
    await earn('1110', '4101');
    await closeYear();
    expect(await divide()).toBe('ledger.no-shu-rule');
  });
});
