import type { CliCommand } from '../cli-command.ts';

export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: 'Brings the database to the newest state.',
  usage: '[--json]',
  help: 'Running it twice changes nothing. A migration that was edited after it ran is refused.',
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    const count = await withApp(async (app) => {
      const { rows } = await app.pools.owner.query<{ count: bigint }>(
        'select count(*) as count from naik_migration',
      );
      return Number(rows[0]?.count ?? 0n);
    });
    out(
      options.json
        ? JSON.stringify({ migrations: count })
        : `The database is up to date (${count} migrations).`,
    );
    return 0;
  },
};
