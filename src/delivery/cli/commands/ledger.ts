import { exportCsv, exportHledger, trialBalance } from '#domains/ledger/server/index.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

export const ledgerExportCommand: CliCommand = {
  name: 'ledger export',
  summary: 'Writes the whole journal so that another program can reproduce every balance.',
  usage: '--format hledger|csv [--book CODE]',
  help: `Writes to standard output. With --format hledger, check the figures with: hledger -f FILE balance`,
  options: { format: { type: 'string' }, book: { type: 'string' } },
  async run({ withApp, options, out }) {
    const format = options.format ?? 'hledger';
    if (format !== 'hledger' && format !== 'csv')
      throw new UsageProblem('--format must be hledger or csv');
    const book = typeof options.book === 'string' ? options.book : null;
    const write = format === 'csv' ? exportCsv : exportHledger;
    await withApp(async (app) => {
      for (const city of app.cities()) {
        await app.read(city.id, (db) => write(db, { book, write: out }));
      }
    });
    return 0;
  },
};

export const trialBalanceCommand: CliCommand = {
  name: 'ledger trial-balance',
  summary: 'Prints the balance of every account, summed from the journal.',
  usage: '[--json] [--book CODE]',
  help: 'With --json one object per account: {"book","account","balance"}; debit positive, rupiah as a string.',
  options: { json: { type: 'boolean' }, book: { type: 'string' } },
  async run({ withApp, options, out }) {
    const book = typeof options.book === 'string' ? options.book : null;
    await withApp(async (app) => {
      for (const city of app.cities()) {
        for (const row of await app.read(city.id, (db) => trialBalance(db, book))) {
          out(
            options.json
              ? JSON.stringify({
                  book: row.book,
                  account: row.account,
                  balance: row.balance.toString(),
                })
              : `${row.book}\t${row.account}\t${row.balance}`,
          );
        }
      }
    });
    return 0;
  },
};
