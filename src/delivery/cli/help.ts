import type { CliCommand } from './cli-command.ts';

/** The list of commands, as `naik` and `naik --help` print it. */
export function overview(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`);
  return `naik — Naik Kelas at the command line

Usage: naik COMMAND [OPTIONS]      (in the clone: npm run --silent naik -- COMMAND …)

${lines.join('\n')}

Every command has --help. Settings come from the environment; docs/settings.md lists them.
Each command uses the database of a running server on the same data folder, or starts it for itself.
Exit codes: 0 done · 1 failed or a difference found · 2 typed or set wrongly · 3 data folder in use ·
4 database · 5 port taken · 6 disk full`;
}

export function helpOf(command: CliCommand): string {
  return `Usage: naik ${[command.name, command.usage].filter(Boolean).join(' ')}

${command.summary}

${command.help.trim()}`;
}
