import { parseArgs } from 'node:util';
import { Refusal } from '#platform/command/problem.ts';
import { readSettings } from '#platform/config/settings.ts';
import { StartProblem, exitCodes } from '#platform/config/start-problem.ts';
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
  try {
    const { values, positionals } = parse(command, rest);
    const settings = readSettings();
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
    return explain(error, { command, note });
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
  told: { command: CliCommand; note: (line: string) => void },
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
    told.note(`${error.words.id}\n${error.words.en}\n(${error.code})`);
    return exitCodes.failed;
  }
  throw error;
}
