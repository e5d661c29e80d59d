import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { Refusal } from '#platform/command/problem.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { keepBooks } from '#test/worlds/books.ts';
import type { KeptBooks } from '#test/worlds/books.ts';
import { findJournal, listChart } from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
let books: KeptBooks;

beforeAll(async () => {
  await house.found();
  books = await keepBooks(house);
});

const rent = () => ({
  institutionId: books.institutionId,
  journalId: newId(),
  says: 'Sewa kantor April',
  document: 'KW-17',
  valueDate: '2026-04-01',
  lines: [
    { number: '5902', debitRupiah: '750000', creditRupiah: '0' },
    { number: '1101', debitRupiah: '0', creditRupiah: '750000' },
  ],
});

async function balance(number: string): Promise<bigint | undefined> {
  const chart = await house.database.read((db) => listChart(db, books.bookId));
  return chart.find((account) => account.number === number)?.balanceRupiah;
}

async function issues(change: object): Promise<Record<string, string>> {
  try {
    await house.does(books.cashier, 'ledger.post-journal', { ...rent(), ...change });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const found = error.details as { issues?: { field: string; message: string }[] };
    return Object.fromEntries(
      (found.issues ?? [{ field: error.code, message: '' }]).map((one) => [one.field, one.message]),
    );
  }
  return {};
}

describe('A journal written by hand', () => {
  it('moves nothing until a second person approves it, and then stands on that day', async () => {
    const body = rent();
    const parked = await house.does(books.cashier, 'ledger.post-journal', body);
    const { proposalId } = parked as { proposalId: string };
    expect(await balance('5902')).toBe(0n);
    const decide = { proposalId, approve: true };
    expect(await refusedAs(house.does(books.cashier, 'access.decide-proposal', decide))).toBe(
      'access.own-proposal',
    );
    house.now = new Date('2026-04-03T02:00:00Z');
    await house.does(books.chairman, 'access.decide-proposal', decide);
    expect(await balance('5902')).toBe(750_000n);
    const journal = await house.database.read((db) =>
      findJournal(db, { bookId: books.bookId, journalId: body.journalId }),
    );
    expect(journal).toMatchObject({
      businessDate: '2026-04-03',
      valueDate: '2026-04-01',
      says: 'Sewa kantor April (KW-17)',
    });
  });

  it('is refused before anybody is asked, with a problem beside each line', async () => {
    const line = (number: string, debitRupiah: string, creditRupiah: string) => ({
      number,
      debitRupiah,
      creditRupiah,
    });
    expect(
      await issues({
        lines: [
          line('5999', '5', '0'),
          line('1201', '0', '5'),
          line('1101', '5', '5'),
          line('1101', '0', '0'),
        ],
      }),
    ).toEqual({
      'lines.0.number': expect.stringContaining('tidak ada di bagan akun'),
      'lines.1.number': expect.stringContaining('diisi otomatis'),
      'lines.2.debitRupiah': expect.stringContaining('jangan keduanya'),
      'lines.3.debitRupiah': expect.stringContaining('Isi debit atau kredit'),
    });
    expect(await issues({ lines: [line('5902', '5', '0'), line('1101', '0', '4')] })).toEqual({
      lines: expect.stringContaining('belum sama'),
    });
    expect(await issues({ lines: [line('5902', '5', '0')] })).toHaveProperty('lines');
    expect(await issues({ valueDate: '2026-04-30' })).toHaveProperty('ledger.value-in-future');
    expect(await issues({ lines: [line('5902', '-5', '0'), line('1101', '0', '1e9')] })).toEqual({
      'lines.0.debitRupiah': expect.stringContaining('rupiah bulat'),
      'lines.1.creditRupiah': expect.stringContaining('rupiah bulat'),
    });
  });

  it('takes no more from the safe than it holds', async () => {
    const lines = [
      { number: '5902', debitRupiah: '999000000', creditRupiah: '0' },
      { number: '1101', debitRupiah: '0', creditRupiah: '999000000' },
    ];
    expect(
      await refusedAs(books.agreed(books.cashier, 'ledger.post-journal', { ...rent(), lines })),
    ).toBe('ledger.overdrawn');
  });

  it('is undone by its mirror, once, and both stay', async () => {
    const body = rent();
    await books.agreed(books.cashier, 'ledger.post-journal', body);
    const before = await balance('5902');
    const undo = () => ({
      institutionId: books.institutionId,
      journalId: body.journalId,
      reversalId: newId(),
      why: 'Kuitansi salah bulan',
    });
    const one = undo();
    await books.agreed(books.officer, 'ledger.reverse-journal', one);
    expect(await balance('5902')).toBe((before ?? 0n) - 750_000n);
    expect(await refusedAs(house.does(books.officer, 'ledger.reverse-journal', undo()))).toBe(
      'ledger.already-reversed',
    );
    const reversal = { ...undo(), journalId: one.reversalId };
    expect(await refusedAs(house.does(books.officer, 'ledger.reverse-journal', reversal))).toBe(
      'ledger.not-by-hand',
    );
  });

  it('is for those who keep the books of that institution', async () => {
    const other = await keepBooks(house);
    expect(await refusedAs(house.does(other.cashier, 'ledger.post-journal', rent()))).toBe(
      'command.not-allowed',
    );
    expect(await refusedAs(house.does(books.auditor, 'ledger.post-journal', rent()))).toBe(
      'command.not-allowed',
    );
  });
});

describe('The chart of accounts', () => {
  const add = (change: object = {}) =>
    house.does(books.officer, 'ledger.add-account', {
      institutionId: books.institutionId,
      number: '5310',
      name: 'Sewa kantor',
      line: 'operations',
      ...change,
    });
  const close = (number: string) =>
    refusedAs(
      house.does(books.officer, 'ledger.close-account', {
        institutionId: books.institutionId,
        number,
      }),
    );

  it('takes a new account under a line of the statements, once', async () => {
    await add();
    const chart = await house.database.read((db) => listChart(db, books.bookId));
    expect(chart.find((account) => account.number === '5310')).toMatchObject({
      class: 'expense',
      control: 'Beban:Sewa Kantor',
      keptBy: 'office',
    });
    expect(await refusedAs(add())).toBe('ledger.account-exists');
    expect(await refusedAs(add({ number: '5311', name: 'Sewa  Kantor' }))).toBe(
      'ledger.account-exists',
    );
    expect(await refusedAs(add({ number: '9901', name: 'Catatan', line: 'memo' }))).toBe(
      'ledger.memorandum-is-kept',
    );
  });

  it('closes an account only when it is empty and nobody needs it', async () => {
    expect(await close('5310')).toBe('accepted');
    expect(await close('5310')).toBe('ledger.account-closed');
    expect(await close('5902')).toBe('ledger.account-not-empty');
    expect(await close('1101')).toBe('ledger.account-is-kept');
    expect(await close('1201')).toBe('ledger.account-is-kept');
    expect(await close('7777')).toBe('ledger.unknown-account');
    const lines = [
      { number: '5310', debitRupiah: '5', creditRupiah: '0' },
      { number: '1101', debitRupiah: '0', creditRupiah: '5' },
    ];
    expect(await issues({ lines })).toEqual({
      'lines.0.number': expect.stringContaining('sudah ditutup'),
    });
  });
});

describe('Opening balances', () => {
  const opening = (change: object = {}) => ({
    institutionId: books.institutionId,
    journalId: newId(),
    asOf: '2026-03-31',
    document: 'Neraca RAT 2025',
    lines: [
      { number: '1201', debitRupiah: '6000000', creditRupiah: '0' },
      { number: '1501', debitRupiah: '1000000', creditRupiah: '0' },
      { number: '2102', debitRupiah: '0', creditRupiah: '3000000' },
      { number: '3102', debitRupiah: '0', creditRupiah: '4000000' },
    ],
    ...change,
  });

  it('come over once, also those of loans and savings', async () => {
    books = await keepBooks(house, { capital: '0' });
    await books.agreed(books.cashier, 'ledger.import-opening-balances', opening());
    expect(await balance('1201')).toBe(6_000_000n);
    expect(await balance('2102')).toBe(-3_000_000n);
    expect(
      await refusedAs(house.does(books.cashier, 'ledger.import-opening-balances', opening())),
    ).toBe('ledger.opening-once');
  });

  it('two that wait for approval at once are posted once', async () => {
    books = await keepBooks(house, { capital: '0' });
    const park = async () =>
      (await house.does(books.cashier, 'ledger.import-opening-balances', opening())) as {
        proposalId: string;
      };
    const [a, b] = [await park(), await park()];
    const approve = ({ proposalId }: { proposalId: string }) =>
      refusedAs(
        house.does(books.chairman, 'access.decide-proposal', { proposalId, approve: true }),
      );
    expect(await approve(a)).toBe('accepted');
    expect(await approve(b)).toBe('ledger.opening-once');
    expect(await balance('1501')).toBe(1_000_000n);
  });

  it('are refused when an account stands twice, is a memorandum, or the sides differ', async () => {
    books = await keepBooks(house, { capital: '0' });
    const [first] = opening().lines;
    const sent = (lines: object[]) =>
      refusedAs(house.does(books.cashier, 'ledger.import-opening-balances', opening({ lines })));
    expect(await sent([first!, first!])).toBe('ledger.wrong-lines');
    expect(
      await sent([first!, { number: '9102', debitRupiah: '0', creditRupiah: '6000000' }]),
    ).toBe('ledger.wrong-lines');
    expect(await sent([first!, { number: '3102', debitRupiah: '0', creditRupiah: '1' }])).toBe(
      'ledger.wrong-lines',
    );
  });
});
