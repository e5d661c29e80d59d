import { runCli } from '#delivery/cli/run-cli.ts';
import { cliCommands } from '#delivery/cli/commands.ts';

process.exitCode = await runCli(process.argv.slice(2), cliCommands);
