import { parseArgs } from 'node:util';
import { refusalOfDatabase } from '#platform/command/database-refusals.ts';
import { Refusal } from '#platform/command/problem.ts';
import { hasRoom } from '#platform/config/disk-space.ts';
import { readSettings } from '#platform/config/settings.ts';
import { StartProblem, exitCodes } from '#platform/config/start-problem.ts';
import { diskFull } from '#platform/db/embedded/postmaster.ts';
import { UsageProblem } from './cli-command.ts';
import type { CliCommand, CliContext } from './cli-command.ts';
import { helpOf, overview } from './help.ts';
import { openHouse } from './house.ts';

/**
 * Runs one `naik` command line.
 *
 * @returns 0 done · 1 found a difference or failed · 2 typed or set wrongly · 3 data folder in use ·
 *   4 database · 5 port taken · 6 disk full
 */
export async function runCli(
  argv: readonly string[],
  commands: readonly CliCommand[],
): Promise<number> {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  const note = (line: string) => process.stderr.write(`${line}\n`);
  const found = find(argv, commands);
  if (!found) {
    const asked = argv.find((word) => !word.startsWith('-'));
    if (asked !== undefined) note(`naik: there is no command "${argv.join(' ')}".\n`);
    (asked === undefined ? out : note)(overview(commands));
    return asked === undefined ? exitCodes.ok : exitCodes.settings;
  }
  const { command, rest } = found;
  if (rest.includes('--help') || rest.includes('-h')) {
    out(helpOf(command));
    return exitCodes.ok;
  }
  let dataDir: string | null = null;
  try {
    const { values, positionals } = parse(command, rest);
    const settings = readSettings();
    if (settings.databaseUrl === null) dataDir = settings.dataDir;
    const context: CliContext = {
      settings,
      options: values,
      positionals,
      out,
      note,
      async withApp(work) {
        const house = await openHouse(settings, { purpose: 'command' });
        try {
          return await work(house.app);
        } finally {
          await house.close();
        }
      },
    };
    return await command.run(context);
  } catch (error) {
    return explain(error, { command, note, dataDir });
  }
}

function find(argv: readonly string[], commands: readonly CliCommand[]) {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ');
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return { command, rest: argv.slice(words) };
  }
  return null;
}

function parse(command: CliCommand, rest: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}

function explain(
  error: unknown,
  told: { command: CliCommand; note: (line: string) => void; dataDir: string | null },
): number {
  if (error instanceof UsageProblem) {
    told.note(`naik ${told.command.name}: ${error.message}\n\n${helpOf(told.command)}`);
    return exitCodes.settings;
  }
  if (error instanceof StartProblem) {
    told.note(error.message);
    return error.exitCode;
  }
  if (error instanceof Refusal) {
    told.note(spoken(error));
    return exitCodes.failed;
  }
  const ofDatabase = refusalOfDatabase(error);
  if (ofDatabase === null) throw error;
  // A database that could not write its log has stopped; what a connection then hears does not say why.
  if (told.dataDir !== null && !hasRoom(told.dataDir)) return explain(diskFull(told.dataDir), told);
  const elsewhere =
    'The database that DATABASE_URL names does not answer: is it running, and is the address right?';
  return explain(
    new StartProblem('database', told.dataDir === null ? elsewhere : spoken(ofDatabase)),
    told,
  );
}

function spoken({ words, code }: Refusal): string {
  return `${words.id}\n${words.en}\n(${code})`;
}
