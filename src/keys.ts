import { listNumberKeys, systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { App } from './app.ts';

/** What is sealed, by the command that seals it anew and its parts. */
const sealedParts: Readonly<Record<string, readonly string[]>> = {
  'access.reseal-secrets': ['second-factors', 'field-reviews'],
  'registry.reseal-numbers': ['identifiers', 'family-cards', 'proposals', 'lists', 'import-rows'],
  'lending.reseal-files': ['candidate-files'],
};

/** Told after every piece, so that whoever waits sees it go on. */
export type Progress = (line: string) => void;

/**
 * Takes every city to the installation's newest key, from wherever an earlier run stopped: introduces it, seals everything
 * anew piece by piece, puts it into force, seals what an older process sealed meanwhile, and retires the others. Each step
 * is a command of its own, so nothing is lost when it is killed in between; run again, it goes on.
 */
export async function rotateKeys(app: App, progress: Progress): Promise<void> {
  for (const { id: city } of app.cities()) {
    while (!(await isSettled(app, city))) {
      const key = await nextStep(app, city);
      progress(`${city}: key ${key}`);
      await sealAnew(app, { city, key }, progress);
      await step(app, city, { kind: 'registry.put-key-in-force', body: { key } });
      await sealAnew(app, { city, key }, progress);
      if (key === app.keyRing()[0]!.name)
        await step(app, city, { kind: 'access.retire-keys', body: { key } });
    }
  }
}

/** Whether a city works with the newest key and with no other. */
export async function isSettled(app: App, city: string): Promise<boolean> {
  const newest = app.keyRing()[0]!.name;
  const keys = await app.read(city, listNumberKeys);
  if (keys.length === 0) return app.keyRing().length === 1;
  return keys.every(({ name, retiredAt, inForceAt }) =>
    name === newest ? inForceAt !== null : retiredAt !== null,
  );
}

/** The key that is on its way in; introduced here where none is. */
async function nextStep(app: App, city: string): Promise<string> {
  const newest = app.keyRing()[0]!.name;
  const keys = await app.read(city, listNumberKeys);
  const coming = keys.find(({ inForceAt }) => inForceAt === null);
  if (coming) return coming.name;
  if (!keys.some(({ name, leftAt }) => name === newest && leftAt === null))
    await step(app, city, { kind: 'access.introduce-key', body: { key: newest } });
  return newest;
}

async function sealAnew(
  app: App,
  { city, key }: { city: string; key: string },
  progress: Progress,
): Promise<void> {
  for (const [kind, parts] of Object.entries(sealedParts))
    for (const part of parts) {
      let rows = 0;
      for (let after: Json = null; ;) {
        const done = (await step(app, city, { kind, body: { key, part, after } })) as {
          rows: number;
          after: string[] | null;
        };
        rows += done.rows;
        if (done.after === null) break;
        after = done.after;
        progress(`${city}: ${part} ${rows}`);
      }
      if (rows > 0) progress(`${city}: ${part} ${rows}`);
    }
}

async function step(
  app: App,
  city: string,
  { kind, body }: { kind: string; body: Json },
): Promise<Json> {
  const envelope = { id: newId(), kind, version: 1, actor: systemActor, city, body };
  return (await app.execute(envelope)).answer;
}
