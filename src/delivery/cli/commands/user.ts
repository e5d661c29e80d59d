import { createInterface } from 'node:readline/promises';
import { hashSecret, systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand, CliContext } from '../cli-command.ts';
import type { App } from '../../../app.ts';

export const userAddCommand: CliCommand = {
  name: 'user add',
  summary: 'Creates somebody who signs in, such as the first administrator of a city.',
  usage: 'LOGIN --name NAME --role ROLE [--at ID] [--city CODE] [--json]',
  help: `The password is read from standard input, so that it stands in no history. ROLE is one of those in
GLOSSARY.md; a role for less than the city takes --within kecamatan|kelurahan|department|institution|group and --at ID.`,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    within: { type: 'string' },
    at: { type: 'string' },
    city: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(context) {
    const { options, positionals } = context;
    const login = positionals[0];
    if (login === undefined || !options.name || !options.role)
      throw new UsageProblem('LOGIN, --name and --role are needed');
    const password = await readPassword(context);
    if (password.length < 10) throw new UsageProblem('the password needs at least 10 characters');
    const passwordHash = await hashSecret(password);
    const userId = newId();
    await context.withApp(async (app) => {
      await app.execute({
        id: newId(),
        kind: 'access.create-user',
        version: 1,
        actor: systemActor,
        city: cityOf(app, options.city),
        body: {
          userId,
          login,
          name: options.name,
          passwordHash,
          roles: [
            { role: options.role, jurisdiction: options.within ?? 'city', at: options.at ?? null },
          ],
        },
      });
    });
    context.out(options.json ? JSON.stringify({ userId, login }) : `Created ${login}.`);
    return 0;
  },
};

export const userListCommand: CliCommand = {
  name: 'user list',
  summary: 'Lists who may sign in, with roles.',
  usage: '[--json]',
  help: 'One line a user.',
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    const rows = await withApp(async (app) => {
      const result = await app.pools.owner.query<{
        city: string;
        login: string;
        name: string;
        roles: string[];
      }>(`
        select u.city_id as city, u.login, u.name, coalesce(array_agg(r.role || coalesce('@' || r.jurisdiction_id, '') order by r.role)
          filter (where r.id is not null), '{}') as roles
        from access.user_account u left join access.role_assignment r on r.city_id = u.city_id and r.user_id = u.id
        where u.closed_at is null group by u.city_id, u.login, u.name order by 1, 2`);
      return result.rows;
    });
    for (const row of rows)
      out(
        options.json ? JSON.stringify(row) : `${row.login}\t${row.name}\t${row.roles.join(', ')}`,
      );
    return 0;
  },
};

async function readPassword({ note }: CliContext): Promise<string> {
  if (process.stdin.isTTY) note('Password (it will be shown as you type):');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line.trim();
  }
  throw new UsageProblem('give the password on standard input');
}

function cityOf(app: App, asked: string | boolean | undefined): string {
  const cities = app.cities();
  const city = typeof asked === 'string' ? cities.find((c) => c.id === asked) : cities[0];
  if (!city)
    throw new UsageProblem(asked ? `there is no city ${String(asked)}` : 'there is no city yet');
  return city.id;
}
