import { backupCommand, restoreCommand } from './commands/backup.ts';
import { cityFoundCommand } from './commands/city.ts';
import { demoLoadCommand } from './commands/demo.ts';
import { importCommand } from './commands/import.ts';
import { ledgerExportCommand, trialBalanceCommand } from './commands/ledger.ts';
import { keysForgetCommand, keysRotateCommand, keysStatusCommand } from './commands/keys.ts';
import { linkCommand } from './commands/link.ts';
import { loanComputeCommand } from './commands/loan.ts';
import { migrateCommand } from './commands/migrate.ts';
import { importBoundariesCommand } from './commands/regions.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { userAddCommand, userListCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import type { CliCommand } from './cli-command.ts';

/** Every `naik` command, in the order of its help. */
export const cliCommands: readonly CliCommand[] = [
  serveCommand,
  migrateCommand,
  cityFoundCommand,
  importBoundariesCommand,
  demoLoadCommand,
  importCommand,
  linkCommand,
  verifyCommand,
  ledgerExportCommand,
  trialBalanceCommand,
  loanComputeCommand,
  keysStatusCommand,
  keysRotateCommand,
  keysForgetCommand,
  backupCommand,
  restoreCommand,
  userAddCommand,
  userListCommand,
  statusCommand,
];
