import { beforeAll, expect, test } from 'vitest';
import {
  finishClosingDay,
  postJournals,
  startClosingDay,
  verifyBooks,
} from '#domains/ledger/server/index.ts';
import { credit, debit } from '#domains/ledger/journal.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { openSavingsAccounts, recordMovements } from './savings-store.ts';
import { listShuMembers } from './shu-store.ts';

const house = useHouse('2025-01-01T02:00:00Z');
let melati: Melati;
let books: KeptBooks;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  books = await keepBooks(house);
  await house.does(books.admin, 'partners.register-institution', {
    institutionId: books.institutionId,
    kind: 'cooperative',
    code: 'koperasi-shu',
    name: 'Koperasi Harkat Anggota',
    shortName: 'Koperasi SHU',
    books: 'kept-here',
    validFrom: '2020-01-01',
  });
  await save('Siti', '2025-03-01', 300_000n);
  await save('Rohani', '2025-06-01', 100_000n);
  await earn(1_000_001n);
});

const leaf = (number: string) => books.account(number);

async function save(name: string, on: string, amount: bigint): Promise<void> {
  const bank = await leaf('1110');
  const { bookId, institutionId } = books;
  await house.database.write(async (tx) => {
    const personIds = [melati.member(name).id];
    const kinds = ['voluntary'] as const;
    const [account] = await openSavingsAccounts(tx, {
      bookId,
      institutionId,
      openedOn: on,
      personIds,
      kinds,
    });
    if (!account) throw new Error('no account');
    const journalId = newId();
    const entries = [debit(bank, amount), credit(account.ledgerAccountId, amount)];
    const days = { businessDate: on, valueDate: on };
    const journals = [{ id: journalId, kind: 'manual', says: 'Setoran', entries, ...days }];
    await postJournals(tx, { bookId, commandId: newId(), journals });
    const movement = { id: newId(), accountId: account.id, on, amountRupiah: amount };
    await recordMovements(tx, [{ ...movement, source: 'office', sourceId: null, journalId }]);
  });
}

async function earn(amount: bigint): Promise<void> {
  const entries = [debit(await leaf('1110'), amount), credit(await leaf('4101'), amount)];
  const days = { businessDate: '2025-07-01', valueDate: '2025-07-01' };
  const journals = [{ id: newId(), kind: 'manual', says: 'Jasa', entries, ...days }];
  await house.database.write((tx) =>
    postJournals(tx, { bookId: books.bookId, commandId: newId(), journals }),
  );
}

const share = (paidTo: 'savings' | 'payable' = 'savings') =>
  books.agreed(books.officer, 'savings.divide-shu', {
    institutionId: books.institutionId,
    journalId: newId(),
    year: 2025,
    paidTo,
    meetingDocument: 'Berita acara RAT 2025',
  });

test('an SHU is shared among members only after the meeting divided it by its parts', async () => {
  expect(await refusedAs(share())).toBe('savings.shu-not-decided');
});

test('each member gets by her savings at the year’s end, onto her savings, and the books still add up', async () => {
  const { institutionId, bookId } = books;
  const { rows } = await house.app.pools.owner.query<{ number: string }>(
    `select c.number from ledger.chart_account c where c.book_id = $1 and c.class in ('liability', 'equity')
      and c.kept_by = 'office' order by c.number limit 2`,
    [bookId],
  );
  const [first, second] = rows.map((row) => row.number);
  await books.agreed(books.officer, 'ledger.set-shu-rule', {
    institutionId,
    validFrom: '2025-01-01',
    sourceDocument: 'Anggaran dasar pasal 40',
    parts: [
      { name: 'Cadangan', percent: '60', number: first },
      { name: 'Jasa simpanan', percent: '40', number: second, by: 'savings' },
    ],
  });
  house.now = new Date('2026-01-05T02:00:00Z');
  await house.database.write(async (tx) => {
    const closing = { bookId, day: '2025-12-31', by: { userId: newId(), at: house.now } };
    await startClosingDay(tx, { ...closing, today: '2025-12-31' });
    await finishClosingDay(tx, closing);
  });
  for (let month = 1; month <= 12; month += 1) {
    const named = `2025-${String(month).padStart(2, '0')}`;
    await books.agreed(books.officer, 'ledger.close-month', { institutionId, month: named });
  }
  await books.agreed(books.officer, 'ledger.distribute-shu', {
    institutionId,
    journalId: newId(),
    year: 2025,
    meetingDocument: 'Berita acara RAT 2025',
  });
  expect(await share()).toMatchObject({ result: { members: 2, totalRupiah: '400000' } });
  const list = await house.app.read(testCity, (db) =>
    listShuMembers(db, { institutionId, year: 2025 }),
  );
  expect(list.map((one) => [one.name, one.totalRupiah])).toEqual([
    ['Rohani', 100_000n],
    ['Siti Aminah', 300_000n],
  ]);
  const saved = await house.app.pools.owner.query<{ balance: bigint }>(
    `select -l.balance as balance from savings.account a join ledger.account l on l.owner_id = a.id
      where a.person_id = $1 and a.institution_id = $2`,
    [melati.member('Siti').id, institutionId],
  );
  expect(saved.rows.map((row) => row.balance)).toEqual([600_000n]);
  const checks = await house.app.read(testCity, (db) => verifyBooks(db));
  expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  expect(await refusedAs(share('payable'))).toBe('savings.shu-shared');
});
