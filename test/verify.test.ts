import { beforeAll, describe, expect, it } from 'vitest';
import { credit, debit } from '#domains/ledger/journal.ts';
import { getBook, openBook, postJournals, trialBalance } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse();

beforeAll(async () => {
  await house.found();
  const institutionId = newId();
  await house.database.write(async (tx) => {
    await openBook(tx, {
      institutionId,
      code: 'koperasi-uji',
      name: 'Koperasi Uji',
      openedOn: '2026-01-01',
      template: 'cooperative',
      by: { userId: newId(), at: house.now },
    });
    const { id: bookId, accounts } = await getBook(tx, institutionId);
    const journals = [1_000_000n, 250_000n].map((amount) => ({
      id: newId(),
      kind: 'capital',
      says: 'Setoran modal',
      businessDate: '2026-01-02',
      valueDate: '2026-01-02',
      entries: [debit(accounts.till, amount), credit(accounts.capital, amount)],
    }));
    await postJournals(tx, { bookId, commandId: newId(), journals });
  });
});

async function differences(): Promise<Record<string, string>> {
  const checks = await verifyCity(house.app, testCity);
  return Object.fromEntries(
    checks.flatMap((c) => (c.difference === null ? [] : [[c.name, c.difference]])),
  );
}

/** Changes a row behind the programme's back, looks, and puts it back. */
async function withCorruption(
  change: string,
  undo: string,
  look: () => Promise<void>,
): Promise<void> {
  const owner = house.app.pools.owner;
  const { rowCount } = await owner.query(change);
  expect(rowCount, change).toBeGreaterThan(0);
  try {
    await look();
  } finally {
    await owner.query(undo);
  }
}

describe('verify', () => {
  it('finds nothing in sound books', async () => {
    expect(await differences()).toEqual({});
  });

  it.each([
    [
      'an account whose balance was changed',
      'update ledger.account set balance = balance + 1 where leaf is null and balance > 0',
      'update ledger.account set balance = balance - 1 where leaf is null and balance > 1',
      'account balances',
      /says 1250001, its 2 entries sum to 1250000/,
    ],
    [
      'an entry whose amount was changed',
      'update ledger.entry set amount = amount + 500 where amount = 250000',
      'update ledger.entry set amount = amount - 500 where amount = 250500',
      'journals sum to zero',
      /sum to 500/,
    ],
    [
      'an entry whose running balance was changed',
      'update ledger.entry set balance_after = balance_after + 7 where amount = 250000',
      'update ledger.entry set balance_after = balance_after - 7 where amount = 250000',
      'entries chain',
      /recomputed 1250000/,
    ],
    [
      'an audit line that was rewritten',
      `update access.audit_line set actor_name = 'x', says = '{"id":"lain","en":"other"}' where seq = 1`,
      'select 1',
      'audit chain',
      /audit line 1/,
    ],
  ])('finds %s', async (_what, change, undo, check, sentence) => {
    await withCorruption(change, undo, async () => {
      expect((await differences())[check]).toMatch(sentence);
    });
  });
});

describe('posting', () => {
  it('refuses a journal that does not sum to zero, and another book’s account', async () => {
    const { rows } = await house.app.pools.owner.query<{ book: string; id: string }>(
      `select book_id as book, id from ledger.account where control = 'Aset:Kas:Brankas'`,
    );
    const till = rows[0]?.id ?? '';
    const bookId = rows[0]?.book ?? '';
    const post = (entries: { accountId: string; amount: bigint }[]) =>
      house.database.write((tx) =>
        postJournals(tx, {
          bookId,
          commandId: newId(),
          journals: [
            {
              id: newId(),
              kind: 'test',
              says: 'Uji',
              businessDate: '2026-01-03',
              valueDate: '2026-01-03',
              entries,
            },
          ],
        }),
      );
    await expect(post([debit(till, 5n)])).rejects.toMatchObject({
      code: 'ledger.does-not-balance',
    });
    await expect(post([debit(till, 5n), credit(newId(), 5n)])).rejects.toMatchObject({
      code: 'ledger.foreign-account',
    });
    await expect(
      post([credit(till, 99_000_000n), debit(till, 1n), debit(till, 98_999_999n)]),
    ).resolves.toBeUndefined();
  });

  it('shows each account once in the trial balance, and the whole sums to zero', async () => {
    const rows = await house.database.read((db) => trialBalance(db, null));
    expect(rows.map((row) => row.account)).toEqual([
      'koperasi-uji:Aset:Kas:Brankas',
      'koperasi-uji:Ekuitas:Modal',
    ]);
    expect(rows.reduce((sum, row) => sum + row.balance, 0n)).toBe(0n);
  });
});
