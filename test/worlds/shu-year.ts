import { finishClosingDay, postJournals, startClosingDay } from '#domains/ledger/server/index.ts';
import { credit, debit } from '#domains/ledger/journal.ts';
import { openSavingsAccounts, recordMovements } from '#domains/savings/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { TestHouse } from '../house.ts';
import { keepBooks } from './books.ts';
import type { KeptBooks } from './books.ts';
import { foundMelati } from './melati.ts';
import type { Melati } from './melati.ts';

/** A cooperative whose members Siti and Rohani had saved 300.000 and 100.000 when 2025 ended with a gain of 1.000.001. */
export interface ShuYear {
  readonly melati: Melati;
  readonly books: KeptBooks;
  /** Closes 2025 and divides its SHU by the rule: 60 % reserve, 40 % to members by what they saved. */
  divideByParts(): Promise<void>;
  /** Divides the members' part among them. */
  share(paidTo?: 'savings' | 'payable'): Promise<unknown>;
}

/** @param house on a day of 2025 or before */
export async function foundShuYear(house: TestHouse): Promise<ShuYear> {
  const melati = await foundMelati(house, { loans: false });
  const books = await keepBooks(house);
  await house.does(books.admin, 'partners.register-institution', {
    institutionId: books.institutionId,
    kind: 'cooperative',
    code: 'koperasi-shu',
    name: 'Koperasi Harkat Anggota',
    shortName: 'Koperasi SHU',
    books: 'kept-here',
    validFrom: '2020-01-01',
  });
  await save(house, books, {
    personId: melati.member('Siti').id,
    on: '2025-03-01',
    amount: 300_000n,
  });
  await save(house, books, {
    personId: melati.member('Rohani').id,
    on: '2025-06-01',
    amount: 100_000n,
  });
  await earn(house, books, 1_000_001n);
  return {
    melati,
    books,
    divideByParts: () => divideByParts(house, books),
    share: (paidTo = 'savings') =>
      books.agreed(books.officer, 'savings.divide-shu', {
        institutionId: books.institutionId,
        journalId: newId(),
        year: 2025,
        paidTo,
        meetingDocument: 'Berita acara RAT 2025',
      }),
  };
}

async function save(
  house: TestHouse,
  { account: leaf, bookId, institutionId }: KeptBooks,
  { personId, on, amount }: { personId: string; on: string; amount: bigint },
): Promise<void> {
  const bank = await leaf('1110');
  await house.database.write(async (tx) => {
    const personIds = [personId];
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

async function earn(house: TestHouse, books: KeptBooks, amount: bigint): Promise<void> {
  const entries = [
    debit(await books.account('1110'), amount),
    credit(await books.account('4101'), amount),
  ];
  const days = { businessDate: '2025-07-01', valueDate: '2025-07-01' };
  const journals = [{ id: newId(), kind: 'manual', says: 'Jasa', entries, ...days }];
  await house.database.write((tx) =>
    postJournals(tx, { bookId: books.bookId, commandId: newId(), journals }),
  );
}

async function divideByParts(house: TestHouse, books: KeptBooks): Promise<void> {
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
}
