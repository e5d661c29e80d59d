import { openDatabase } from './open-database.ts';

/** Run as a process of its own by the tests: opens the database of a folder, says so, and stays until it is ended. */
const [dataDir = '', purpose = 'serve'] = process.argv.slice(2);
const database = await openDatabase(
  { dataDir, databaseUrl: null },
  { purpose: purpose === 'serve' ? 'serve' : 'command' },
);
database.announce('http://localhost:4711');
process.stdout.write(`${database.url}\n`);
process.once('SIGTERM', () => {
  void database.stop().then(() => process.exit(0));
});
setInterval(() => undefined, 60_000);
