import { parseArgs } from 'node:util';
import { compareLending } from './lending-model.ts';
import { tortureLending } from './lending.ts';
import { tortureSync } from './sync.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    cuts: { type: 'string', default: '1000' },
    keys: { type: 'string', default: '200' },
    operations: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const usage = `npm run torture -- lending [--kills 30] [--keys 200] [--seed jambi]
Starts a server with its own database in a folder of its own, lets clients post repayments and meeting sheets, close days
and import lists, kills the server or the database at random points, restarts, and counts what was acknowledged and lost,
and what was doubled. Exit code 0 when both are 0, every key was applied once, and naik verify is clean.

npm run torture -- lending --operations 100000 [--seed 1]
Lets several clients at once do everything that can be done to loans, and holds the database against an independent model
after every day of work. Exit code 0 when nothing differs. What differs is told with a path; --path PATH plays it again.

npm run torture -- sync [--cuts 1000] [--kills 5] [--seed jambi]
Lets phones with the real client core hand work in over HTTP to a server with its own database, cuts the answer off after
the commit so many times, kills the server in between, and counts. Exit code 0 when nothing was lost, nothing was doubled,
no phone's number is missing, and naik verify is clean.`;

const subject = positionals[0];
if (values.help || (subject !== 'lending' && subject !== 'sync')) {
  process.stdout.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
const whole = (text: string) => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`${usage}\n`);
  process.exit(2);
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const { cuts, kills, keys, operations, seed, path } = values;

async function torture(): Promise<boolean> {
  if (subject === 'sync')
    return tortureSync({
      cuts: whole(cuts),
      kills: whole(kills ?? '5'),
      seed: seed ?? 'jambi',
      say,
    });
  return operations === undefined
    ? tortureLending({
        kills: whole(kills ?? '30'),
        keys: whole(keys),
        seed: seed ?? 'jambi',
        say,
      })
    : compareLending({
        operations: whole(operations),
        seed: whole(seed ?? '1'),
        path,
        say,
      });
}

process.exit((await torture()) ? 0 : 1);
