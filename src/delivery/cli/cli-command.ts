import type { ParseArgsConfig } from 'node:util';
import type { App } from '../../app.ts';
import type { Settings } from '#platform/config/settings.ts';

/** What a `naik` command may use. Results go to standard output, everything else to standard error. */
export interface CliContext {
  readonly settings: Settings;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  out(line: string): void;
  note(line: string): void;
  /** Opens the house for the length of the work: shares a running database or starts the embedded one. */
  withApp<T>(work: (app: App) => Promise<T>): Promise<T>;
}

export interface CliCommand {
  /** `ledger export`: one or two words. */
  readonly name: string;
  readonly summary: string;
  /** What stands after the name in the usage line. */
  readonly usage: string;
  readonly help: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Answers the exit code. */
  run(context: CliContext): Promise<number>;
}

/** The command was typed wrongly; printed with its usage, exit code 2. */
export class UsageProblem extends Error {
  override name = 'UsageProblem';
}
