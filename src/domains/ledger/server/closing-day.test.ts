import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import { credit, debit } from '../journal.ts';
import {
  dayState,
  finishClosingDay,
  getBook,
  postJournals,
  startClosingDay,
  uncountedCash,
} from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
const first = '2026-04-01';
const by = { userId: newId(), at: new Date('2026-04-03T11:00:00Z') };
let books: KeptBooks;

beforeAll(() => house.found());

async function post(tx: Tx, on: string, kind = 'capital'): Promise<void> {
  const { id: bookId, accounts } = await getBook(tx, books.institutionId);
  const journal = {
    id: newId(),
    kind,
    says: 'Setoran modal',
    businessDate: on,
    valueDate: on,
    entries: [debit(accounts.till, 1000n), credit(accounts.capital, 1000n)],
  };
  await postJournals(tx, { bookId, commandId: newId(), journals: [journal] });
}

const posting = (on: string, kind?: string) =>
  refusedAs(house.database.write((tx) => post(tx, on, kind)));
const day = (on: string) => ({ bookId: books.bookId, day: on, by });
const start = (on: string) =>
  house.database.write((tx) => startClosingDay(tx, { ...day(on), today: '2026-04-30' }));
const finish = (on: string) => house.database.write((tx) => finishClosingDay(tx, day(on)));
const state = (on: string) =>
  house.database.read((db) => dayState(db, { bookId: books.bookId, day: on }));

describe('Closing a day', () => {
  beforeAll(async () => {
    books = await keepBooks(house);
  });

  it('leaves it to the close alone once it has begun, and refuses everything once it is closed', async () => {
    expect(await start('2026-04-02')).toBe('closing');
    expect(await posting('2026-04-02')).toBe('ledger.day-closed');
    expect(await posting('2026-04-02', 'close-penalty')).toBe('accepted');
    expect(await posting('2026-04-03')).toBe('accepted');
    await finish('2026-04-02');
    expect(await posting('2026-04-02', 'close-penalty')).toBe('ledger.day-closed');
    expect(await posting('2026-04-03')).toBe('accepted');
  });

  it('closes every day before it too', async () => {
    expect(await state(first)).toBe('closed');
    expect(await posting(first)).toBe('ledger.day-closed');
    expect(await state('2026-04-03')).toBe('open');
  });

  it('begun or finished a second time changes nothing', async () => {
    expect(await start('2026-04-02')).toBe('closed');
    expect(await finish('2026-04-02')).toMatchObject({ already: true });
    expect(await start('2026-04-03')).toBe('closing');
    expect(await start('2026-04-03')).toBe('closing');
    expect(await finish('2026-04-03')).toMatchObject({ already: false });
  });

  it('is refused for a day to come, for one whose close never began, and for a book that is not here', async () => {
    expect(await refusedAs(start('2026-05-01'))).toBe('ledger.day-not-over');
    expect(await refusedAs(finish('2026-04-20'))).toBe('ledger.day-not-begun');
    const elsewhere = { ...day('2026-04-20'), bookId: newId(), today: '2026-04-30' };
    expect(await refusedAs(house.database.write((tx) => startClosingDay(tx, elsewhere)))).toBe(
      'ledger.no-book',
    );
  });

  it('says which cash nobody counted', async () => {
    const asked = { bookId: books.bookId, day: '2026-04-10' };
    expect(await house.database.read((db) => uncountedCash(db, asked))).toMatchObject([
      { name: 'Kas di brankas', countedRupiah: null },
    ]);
  });

  it('is refused while a balance differs from its entries', async () => {
    const { owner } = house.app.pools;
    const nudge = (by: number) =>
      owner.query(
        `update ledger.account set balance = balance + $1 where book_id = $2
        and control = 'Aset:Kas:Brankas'`,
        [by, books.bookId],
      );
    expect(await posting('2026-04-12')).toBe('accepted');
    await start('2026-04-12');
    await nudge(5);
    expect(await refusedAs(finish('2026-04-12'))).toBe('ledger.books-differ');
    await nudge(-5);
    expect(await refusedAs(finish('2026-04-12'))).toBe('accepted');
  });
});

describe('A day that is closed while others post into it', () => {
  beforeAll(async () => {
    books = await keepBooks(house);
  });

  it('waits for a posting under way, and refuses the one that comes after', async () => {
    let posted = () => {};
    let mayCommit = () => {};
    const wasPosted = new Promise<void>((resolve) => (posted = resolve));
    const commit = new Promise<void>((resolve) => (mayCommit = resolve));
    const slow = house.database.write(async (tx) => {
      await post(tx, '2026-04-02');
      posted();
      await commit;
    });
    await wasPosted;
    let begun = false;
    const closing = start('2026-04-02').then(() => (begun = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(begun).toBe(false);
    const late = posting('2026-04-02');
    mayCommit();
    await Promise.all([slow, closing]);
    expect(await late).toBe('ledger.day-closed');
  });

  it('keeps nobody waiting who posts into the day after it', async () => {
    await start('2026-04-03');
    await finish('2026-04-03');
    let held = () => {};
    let mayCommit = () => {};
    const isHeld = new Promise<void>((resolve) => (held = resolve));
    const commit = new Promise<void>((resolve) => (mayCommit = resolve));
    const closing = house.database.write(async (tx) => {
      await startClosingDay(tx, { ...day('2026-04-04'), today: '2026-04-30' });
      held();
      await commit;
    });
    await isHeld;
    let answered = false;
    const late = posting('2026-04-04').finally(() => (answered = true));
    expect(await posting('2026-04-05')).toBe('accepted');
    expect(answered).toBe(false);
    mayCommit();
    await closing;
    expect(await late).toBe('ledger.day-closed');
  });

  it('never holds an entry that was posted after it was closed', async () => {
    const days = ['2026-04-06', '2026-04-07', '2026-04-09', '2026-04-10'];
    for (const on of days) {
      const posts = Array.from({ length: 12 }, () => posting(on));
      const closing = start(on).then(() => finish(on));
      const answers = await Promise.all(posts);
      await closing;
      const { rows } = await house.app.pools.owner.query<{ count: string }>(
        `select count(*) from ledger.journal where book_id = $1 and business_date = $2`,
        [books.bookId, on],
      );
      expect(Number(rows[0]?.count)).toBe(answers.filter((a) => a === 'accepted').length);
      expect(await posting(on)).toBe('ledger.day-closed');
    }
  });
});
