import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import {
  lastCount,
  listBankAccounts,
  listChart,
  openLines,
  slipPhoto,
  verifyBooks,
} from './index.ts';

const house = useHouse('2026-11-02T02:00:00Z');
let books: KeptBooks;
let bankAccountId: string;

beforeAll(async () => {
  await house.found();
  books = await keepBooks(house);
  bankAccountId = await register('0097010001234');
});

async function register(number: string): Promise<string> {
  const id = newId();
  await house.does(books.cashier, 'ledger.register-bank-account', {
    institutionId: books.institutionId,
    bankAccountId: id,
    bank: 'BRI',
    number,
    holder: 'Koperasi Harkat',
  });
  return id;
}

const slip = (slipNumber: string, amountRupiah = '2000000') => ({
  institutionId: books.institutionId,
  depositId: newId(),
  bankAccountId,
  amountRupiah,
  slipNumber,
});
const deposit = (body: ReturnType<typeof slip>) =>
  refusedAs(books.agreed(books.cashier, 'ledger.deposit-at-bank', body));

const file = (lines: object[], change: object = {}) => ({
  institutionId: books.institutionId,
  statementId: newId(),
  bankAccountId,
  fileName: 'mutasi.csv',
  sha256: newId().replaceAll('-', '').padEnd(64, '0'),
  openingRupiah: null,
  closingRupiah: null,
  lines,
  ...change,
});
const row = (onDay: string, amountRupiah: string, says: string) => ({
  onDay,
  says,
  reference: null,
  amountRupiah,
  balanceRupiah: null,
});
const bring = (body: object, actor = books.officer) =>
  house.does(actor, 'ledger.import-statement', body) as Promise<{ added: number; matched: number }>;

async function held(): Promise<Record<string, bigint>> {
  const chart = await house.database.read((db) => listChart(db, books.bookId));
  const shown = ['1101', '1103', '1110'];
  return Object.fromEntries(
    chart.filter((a) => shown.includes(a.number)).map((a) => [a.number, a.balanceRupiah]),
  );
}

const waiting = () => house.database.read((db) => openLines(db, bankAccountId));

describe('Cash on its way to the bank', () => {
  it('leaves the safe when a second person confirms the slip, and arrives with the statement', async () => {
    expect(await deposit(slip('SS-2026-0001'))).toBe('accepted');
    expect(await held()).toEqual({ '1101': 8_000_000n, '1103': 2_000_000n, '1110': 0n });
    const answer = await bring(file([row('2026-11-02', '2000000', 'SETOR SS-2026-0001')]));
    expect(answer).toMatchObject({ added: 1, matched: 1 });
    expect(await held()).toEqual({ '1101': 8_000_000n, '1103': 0n, '1110': 2_000_000n });
  });

  it('is refused beyond what the safe holds, and with a slip used before', async () => {
    expect(await deposit(slip('SS-9', '99000000'))).toBe('ledger.more-than-safe');
    expect(await deposit(slip('SS-2026-0001', '5'))).toBe('ledger.slip-used');
    const elsewhere = { ...slip('SS-9'), bankAccountId: newId() };
    expect(await deposit(elsewhere)).toBe('ledger.unknown-bank-account');
  });
});

describe('A bank statement', () => {
  it('that comes a second time changes nothing, and one that overlaps adds what is new', async () => {
    const lines = [
      row('2026-11-02', '-6500', 'BIAYA ADM'),
      row('2026-11-02', '-6500', 'BIAYA ADM'),
    ];
    const body = file(lines);
    expect(await bring(body)).toMatchObject({ added: 2 });
    const again = { ...body, statementId: newId() };
    expect(await refusedAs(bring(again))).toBe('ledger.statement-read');
    expect(await bring(file([...lines, row('2026-11-02', '150', 'BUNGA')]))).toMatchObject({
      added: 1,
    });
    expect(await waiting()).toHaveLength(3);
  });

  it('whose totals do not add up, or with a line of tomorrow, leaves nothing behind', async () => {
    const before = await waiting();
    const lines = [row('2026-11-02', '100', 'A'), row('2026-11-02', '50', 'B')];
    const totals = { openingRupiah: '1000', closingRupiah: '1151' };
    expect(await refusedAs(bring(file(lines, totals)))).toBe('ledger.totals-differ');
    expect(await refusedAs(bring(file([row('2026-11-03', '1', 'C')])))).toBe(
      'ledger.line-in-future',
    );
    const balances = lines.map((line, at) => ({
      ...line,
      balanceRupiah: at === 0 ? '100' : '149',
    }));
    expect(await refusedAs(bring(file(balances)))).toBe('ledger.totals-differ');
    expect(await waiting()).toEqual(before);
  });

  it('of another account, or from before the books, is not taken', async () => {
    const lines = [row('2026-11-02', '-6500', 'BIAYA ADM')];
    const other = { statedAccount: '0097010001235' };
    expect(await refusedAs(bring(file(lines, other)))).toBe('ledger.statement-of-other');
    expect(await refusedAs(bring(file([row('2020-01-01', '77', 'D')])))).toBe(
      'ledger.line-before-book',
    );
    const own = { statedAccount: '97010001234' };
    expect(await bring(file(lines, own))).toMatchObject({ added: 0, waiting: 0 });
  });

  it('line that the books did not know is booked with a second person’s approval, once', async () => {
    const line = (await waiting()).find((one) => one.says === 'BUNGA');
    const body = () => ({
      institutionId: books.institutionId,
      lineId: line?.id,
      journalId: newId(),
      number: '4201',
      says: 'Jasa giro November',
    });
    expect(
      await refusedAs(house.does(books.cashier, 'ledger.book-line', { ...body(), number: '1201' })),
    ).toBe('ledger.wrong-lines');
    const before = await held();
    await books.agreed(books.cashier, 'ledger.book-line', body());
    expect((await held())['1110']).toBe((before['1110'] ?? 0n) + 150n);
    expect(await refusedAs(house.does(books.cashier, 'ledger.book-line', body()))).toBe(
      'ledger.line-matched',
    );
  });

  it('is matched by hand with an equal slip of a colleague, never with one’s own', async () => {
    const one = slip('SS-2026-0002', '300000');
    await deposit(one);
    expect(
      await bring(file([row('2026-11-02', '300000', 'SETORAN TUNAI')]), books.cashier),
    ).toMatchObject({ matched: 0, waiting: 1 });
    const line = (await waiting()).find((open) => open.amountRupiah === 300_000n);
    const match = (change: object = {}) => ({
      institutionId: books.institutionId,
      lineId: line?.id,
      depositId: one.depositId,
      ...change,
    });
    expect(await refusedAs(house.does(books.cashier, 'ledger.match-line', match()))).toBe(
      'ledger.own-slip',
    );
    const fee = (await waiting()).find((open) => open.says === 'BIAYA ADM');
    expect(
      await refusedAs(house.does(books.officer, 'ledger.match-line', match({ lineId: fee?.id }))),
    ).toBe('ledger.match-differs');
    await house.does(books.officer, 'ledger.match-line', match());
    expect(await refusedAs(house.does(books.officer, 'ledger.match-line', match()))).toBe(
      'ledger.line-matched',
    );
    expect((await held())['1103']).toBe(0n);
  });

  it('taken in twice at the same moment is taken in once', async () => {
    await deposit(slip('SS-2026-0003', '410000'));
    const lines = [row('2026-11-02', '410000', 'SETOR SS-2026-0003')];
    const sha256 = 'c'.repeat(64);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => refusedAs(bring(file(lines, { sha256 })))),
    );
    expect(answers.sort()).toEqual([
      'accepted',
      'ledger.statement-read',
      'ledger.statement-read',
      'ledger.statement-read',
    ]);
    const [account] = await house.database.read((db) => listBankAccounts(db, books.bookId));
    expect(account).toMatchObject({ openSlips: 0, openLines: 2 });
    const checks = await house.database.read((db) => verifyBooks(db));
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });

  it('of a second bank account stands on a leaf of its own', async () => {
    await register('5550001112');
    expect(await refusedAs(register('5550001112'))).toBe('ledger.bank-account-exists');
    const accounts = await house.database.read((db) => listBankAccounts(db, books.bookId));
    expect(accounts.map((one) => one.number)).toEqual(['0097010001234', '5550001112']);
    expect(accounts[1]?.bookRupiah).toBe(0n);
  });
});

describe('The safe', () => {
  it('is counted by its notes beside what the books say, and nothing is posted', async () => {
    const accountId = await books.account('1101');
    const before = await held();
    const count = (pieces: object[], id = accountId) =>
      house.does(books.cashier, 'ledger.count-cash', {
        institutionId: books.institutionId,
        countId: newId(),
        accountId: id,
        pieces,
      });
    await count([{ denomination: 100_000, pieces: 70 }]);
    const found = await house.database.read((db) => lastCount(db, accountId));
    expect(found).toMatchObject({ countedRupiah: 7_000_000n, bookRupiah: before['1101'] });
    expect(await held()).toEqual(before);
    expect(await refusedAs(count([], newId()))).toBe('ledger.unknown-cash');
  });
});

describe('The slip itself', () => {
  it('keeps the picture of its slip, which another book does not give out', async () => {
    const photoSha256 = 'ab'.repeat(32);
    const seen = { ...slip('SS-2026-FOTO', '1000'), photoSha256 };
    expect(await deposit(seen)).toBe('accepted');
    const of = (bookId: string) =>
      house.database.read((db) => slipPhoto(db, { bookId, depositId: seen.depositId }));
    expect(await of(books.bookId)).toBe(photoSha256);
    expect(await of(newId())).toBeNull();
    const forged = { ...slip('SS-2026-FOTO2', '1000'), photoSha256: '../../secret.key' };
    expect(await deposit(forged)).toBe('command.invalid-input');
  });
});
