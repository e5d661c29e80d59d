import { describe, expect, it } from 'vitest';
import { accessCommands } from '#domains/access/server/index.ts';
import { whoMay } from '#domains/access/who-may.ts';
import type { Permission } from '#domains/access/permission.ts';
import { ringOf } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import { domainCommands } from '../src/domains.ts';

const sealer = sealerFor(ringOf([Buffer.alloc(32, 1)]), 'test');
const sealers = { totp: sealer, field: sealer, identity: sealer };
const commands = [
  ...accessCommands(sealers, {}, () => Promise.resolve(0)),
  ...domainCommands(sealer),
].map(({ kind }) => kind);
/** Made in `app.ts`, since it may run any of the others. */
const joined = ['access.decide-proposal'];

describe('who may do what', () => {
  it('names every command there is, and no other', () => {
    const named = Object.keys(whoMay).filter((kind) => !kind.startsWith('see.'));
    expect(named.sort()).toEqual([...commands, ...joined].sort());
  });

  it('is what the last reviewer saw', async () => {
    const lines = Object.entries(whoMay as Record<string, readonly Permission[]>).map(
      ([kind, permissions]) =>
        `${kind}: ${permissions.map((p) => `${p.role}@${p.within.join('/')}${p.signs ? ' (second factor)' : ''}`).join(', ')}`,
    );
    await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('./who-may.snapshot.txt');
  });
});
