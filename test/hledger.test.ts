import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { exportCsv, exportHledger, trialBalance } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { keepBooks } from '#test/worlds/books.ts';
import { disbursed, foundJambi } from '#test/worlds/jambi.ts';

const house = useHouse();
const hledger = spawnSync('hledger', ['--version']).status === 0;
if (!hledger)
  process.emitWarning(
    'hledger is not installed here: the check of the exported journal by another program is left out',
  );

beforeAll(async () => {
  const jambi = await foundJambi(house);
  await disbursed(house, jambi, { firstDueOn: '2026-11-25' });
  await keepOwnBooks();
});

/** A second institution: opening balances, a journal and its reversal by hand, and a closed year. */
async function keepOwnBooks(): Promise<void> {
  const today = house.now;
  const books = await keepBooks(house);
  const { institutionId } = books;
  const line = (number: string, debitRupiah: string, creditRupiah: string) => ({
    number,
    debitRupiah,
    creditRupiah,
  });
  const common = { institutionId, document: 'BK-1' };
  await books.agreed(books.cashier, 'ledger.import-opening-balances', {
    ...common,
    journalId: newId(),
    asOf: '2026-10-31',
    lines: [line('1201', '900000', '0'), line('3102', '0', '900000')],
  });
  const journal = {
    ...common,
    journalId: newId(),
    says: 'Jasa giro; cadangan | sisa',
    valueDate: '2026-11-01',
    lines: [line('1110', '55000', '0'), line('4201', '0', '55000')],
  };
  await books.agreed(books.cashier, 'ledger.post-journal', journal);
  const again = { ...journal, journalId: newId() };
  await books.agreed(books.cashier, 'ledger.post-journal', again);
  const { journalId } = again;
  const reversal = { institutionId, journalId, reversalId: newId(), why: 'Tercatat dua kali' };
  await books.agreed(books.officer, 'ledger.reverse-journal', reversal);
  house.now = new Date('2027-01-04T02:00:00Z');
  const day = '2026-12-31';
  await house.does(books.officer, 'ledger.close-day', { institutionId, day });
  for (const month of ['2026-11', '2026-12'])
    await books.agreed(books.officer, 'ledger.close-month', { institutionId, month });
  house.now = today;
}

async function exported(write: typeof exportHledger): Promise<string[]> {
  const lines: string[] = [];
  await house.database.read((db) => write(db, { book: null, write: (line) => lines.push(line) }));
  return lines;
}

it.runIf(hledger)(
  'hledger, an independent program, reproduces every balance from the exported journal',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'naik-hledger-'));
    const path = join(folder, 'all.journal');
    writeFileSync(path, (await exported(exportHledger)).join('\n'));
    const run = spawnSync('hledger', ['-f', path, 'balance', '--flat', '-N', '-E', '-O', 'csv'], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(run.stderr).toBe('');
    const theirs = run.stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [, account = '', amount = ''] = /^"(.*)","(.*)"$/.exec(line) ?? [];
        return [account, BigInt(amount.replace(/^Rp /, ''))];
      });
    const ours = await house.database.read((db) => trialBalance(db, null));
    expect(new Map(theirs as [string, bigint][])).toEqual(
      new Map(ours.map((row) => [row.account, row.balance])),
    );
  },
);

it('the CSV export carries every entry, and they sum to zero', async () => {
  const [head = '', ...rows] = await exported(exportCsv);
  const column = head.split(',').indexOf('amount');
  // Capital has two lines, each of six disbursements three; the second book has six journals of two.
  expect(rows).toHaveLength(32);
  expect(rows.reduce((sum, row) => sum + BigInt(row.split(',')[column] ?? ''), 0n)).toBe(0n);
});
