import { listNumberKeys, phonesSealingBefore } from '#domains/access/server/index.ts';
import { addSecretKey, dropSecretKey } from '#platform/config/secret-key.ts';
import { StartProblem } from '#platform/config/start-problem.ts';
import type { App } from '../../../app.ts';
import { isSettled, rotateKeys } from '../../../keys.ts';
import { sealedElsewhere } from '../../../domains.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

interface KeyUse {
  readonly city: string;
  readonly state: 'coming' | 'in-force' | 'left' | 'retired' | 'not-used';
  /** Instants; null for what did not happen. */
  readonly introducedAt: string | null;
  readonly inForceAt: string | null;
  readonly retiredAt: string | null;
  /** NIK, KK and rows of files that this key's successor has not sealed yet; counted for the newest key alone. */
  readonly sealedWithOthers: number | null;
}

interface KeyStatus {
  readonly key: string;
  readonly newest: boolean;
  readonly cities: readonly KeyUse[];
  /** Phones that were set up while this or an earlier key was the newest, and may hold work sealed to it. */
  readonly phones: number;
  /** Whether it may be taken away: no city uses it and no phone seals to it. */
  readonly forgettable: boolean;
}

export const keysStatusCommand: CliCommand = {
  name: 'keys status',
  summary: 'Says which installation keys there are, and what still uses each.',
  usage: '[--json]',
  help: 'Keys are told by their names; a name says nothing of the key. One line, or with --json one object, a key, the newest first.',
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    const keys = await withApp(readKeys);
    for (const key of keys) out(options.json ? JSON.stringify(key) : sentence(key));
    return 0;
  },
};

export const keysRotateCommand: CliCommand = {
  name: 'keys rotate',
  summary: 'Makes a new installation key and seals every NIK, KK and second factor anew with it.',
  usage: '[--json]',
  help: `Runs beside the server: pages, look-ups and registrations go on. Stopped or killed at any point, run it again and it
goes on. The key goes into secret.key; where NAIK_SECRET_KEY is set, write the new key before the old one, separated by a
comma, restart the server, and then run this. Keep the old key: earlier backups and phones that were set up before need
it (naik keys status). Copy secret.key to where you keep it.`,
  options: { json: { type: 'boolean' } },
  async run({ withApp, settings, options, out, note }) {
    const keys = await withApp(async (app) => {
      const settled = await Promise.all(app.cities().map(({ id }) => isSettled(app, id)));
      if (settled.every(Boolean) && !addSecretKey(settings))
        throw new UsageProblem(
          'the keys come from NAIK_SECRET_KEY: write a new one before the old one, separated by a comma (openssl rand -hex 32), restart the server, then run this again',
        );
      await rotateKeys(app, note);
      return readKeys(app);
    });
    for (const key of keys) out(options.json ? JSON.stringify(key) : sentence(key));
    return 0;
  },
};

export const keysForgetCommand: CliCommand = {
  name: 'keys forget',
  summary: 'Takes a retired key out of secret.key once nothing and no phone needs it.',
  usage: 'NAME [--json]',
  help: `Refused while a city uses the key or a phone that was set up with it is not set up anew or revoked. Backups taken
while it was in force can only be restored with it: keep it with them.`,
  options: { json: { type: 'boolean' } },
  async run({ withApp, settings, positionals, options, out }) {
    const [name] = positionals;
    if (name === undefined) throw new UsageProblem('NAME is one of: naik keys status');
    await withApp(async (app) => {
      const key = (await readKeys(app)).find((one) => one.key === name);
      const bytes = app.keyRing().find((one) => one.name === name)?.bytes;
      if (!key || !bytes) throw new UsageProblem(`there is no key ${name}`);
      if (!key.forgettable) throw new StartProblem('failed', `${sentence(key)} It stays.`);
      if (!dropSecretKey(settings, bytes))
        throw new UsageProblem('the keys come from NAIK_SECRET_KEY: take it out there');
    });
    out(options.json ? JSON.stringify({ forgot: name }) : `${name} is no longer in secret.key.`);
    return 0;
  },
};

async function readKeys(app: App): Promise<KeyStatus[]> {
  const ring = app.keyRing();
  const uses = await Promise.all(app.cities().map(({ id }) => usesIn(app, id)));
  return Promise.all(
    ring.map(async ({ name }, at) => {
      const cities = uses.map((ofCity) => ofCity(name));
      const phones = await phonesOf(app, ring.slice(0, at).at(-1)?.name ?? null);
      const idle = cities.every(({ state }) => state === 'retired' || state === 'not-used');
      return { key: name, newest: at === 0, cities, phones, forgettable: idle && phones === 0 };
    }),
  );
}

async function usesIn(app: App, city: string): Promise<(name: string) => KeyUse> {
  const keys = await app.read(city, listNumberKeys);
  const [newest, ...others] = app.keyRing();
  const left = await app.read(city, (db) => sealedElsewhere(db, newest!.name));
  const oldest = others.at(-1) ?? newest;
  return (name) => {
    const found = keys.find((one) => one.name === name);
    // A city without a line was founded before keys had names: it has the oldest.
    const implied = keys.length === 0 && name === oldest?.name ? 'in-force' : 'not-used';
    return {
      city,
      state: found ? stateOf(found) : implied,
      introducedAt: found?.introducedAt.toISOString() ?? null,
      inForceAt: found?.inForceAt?.toISOString() ?? null,
      retiredAt: found?.retiredAt?.toISOString() ?? null,
      sealedWithOthers: name === newest?.name ? left : null,
    };
  };
}

function stateOf(key: { inForceAt: Date | null; leftAt: Date | null; retiredAt: Date | null }) {
  if (key.retiredAt) return 'retired';
  if (key.leftAt) return 'left';
  return key.inForceAt ? 'in-force' : 'coming';
}

/** Phones set up before the next key was in force: they seal to this one for as long as they are not set up anew. */
async function phonesOf(app: App, next: string | null): Promise<number> {
  if (next === null) return 0;
  const counts = await Promise.all(
    app.cities().map(({ id }) => app.read(id, (db) => phonesSealingBefore(db, next))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function sentence({ key, newest, cities, phones, forgettable }: KeyStatus): string {
  const used = cities.map(({ city, state }) => `${city} ${state}`).join(', ') || 'no city';
  const left = cities.reduce((sum, city) => sum + (city.sealedWithOthers ?? 0), 0);
  return [
    `${key}${newest ? ' (newest)' : ''}: ${used}`,
    ...(newest && left > 0 ? [`${left} values are still sealed with another key`] : []),
    ...(phones > 0 ? [`${phones} phones may hold work sealed to it`] : []),
    ...(forgettable ? ['may be taken away: naik keys forget'] : []),
  ].join('; ');
}
