import { parseArgs } from 'node:util';
import { tortureLending } from './lending.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '30' },
    keys: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'jambi' },
    help: { type: 'boolean' },
  },
});

const usage = `npm run torture -- lending [--kills 30] [--keys 200] [--seed jambi]
Starts a server with its own database in a folder of its own, lets clients post repayments and meeting sheets, close days
and import lists, kills the server or the database at random points, restarts, and counts what was acknowledged and lost,
and what was doubled. Exit code 0 when both are 0, every key was applied once, and naik verify is clean.`;

if (values.help || positionals[0] !== 'lending') {
  process.stdout.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
const whole = (text: string) => {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  process.stderr.write(`${usage}\n`);
  process.exit(2);
};
const holds = await tortureLending({
  kills: whole(values.kills),
  keys: whole(values.keys),
  seed: values.seed,
  say: (line) => process.stdout.write(`${line}\n`),
});
process.exit(holds ? 0 : 1);
