import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { exportCsv, exportHledger, trialBalance } from '#domains/ledger/server/index.ts';
import { useHouse } from '#test/house.ts';
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
});

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
  // Capital has two lines, each of six disbursements three.
  expect(rows).toHaveLength(20);
  expect(rows.reduce((sum, row) => sum + BigInt(row.split(',')[column] ?? ''), 0n)).toBe(0n);
});
