import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '#delivery/cli/house.ts';
import type { House } from '#delivery/cli/house.ts';
import { readSettings } from '#platform/config/settings.ts';
import { verifyCity } from '../../src/verify.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'naik-killed-'));
const env = { NAIK_DATA: dataDir, NAIK_NOW: '2026-12-30T01:00:00Z', LOG_LEVEL: 'silent' };
const foundedAt = '2026-01-07T01:00:00Z';
const confirmed = new Set<string>();
let mentor = '';
let house: House | undefined;

afterAll(async () => {
  await house?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs the server until it ended, or until it was killed after so many confirmations. */
async function serveUntil(
  kill: { after: number; whom: 'server' | 'database' } | null,
): Promise<boolean> {
  const script = new URL('./posting-server.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script], {
    // Founded in January; the meetings are closed when all of their days have come.
    env: { ...process.env, ...env, ...(mentor ? { MENTOR: mentor } : { NAIK_NOW: foundedAt }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  let finished = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, ...rest] = line.split(' ');
    if (what === 'mentor') mentor = rest.join(' ');
    if (what === 'finished') finished = true;
    if (what !== 'confirmed') continue;
    confirmed.add(rest[0] ?? '');
    seen += 1;
    if (seen === kill?.after) {
      // A little later than the confirmation, so that the blow falls inside the next meeting's post.
      setTimeout(() => (kill.whom === 'server' ? child.kill('SIGKILL') : killDatabase()), 12);
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return finished;
}

function killDatabase(): void {
  const pid = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}

describe('a server or database killed in the middle of a meeting’s post', () => {
  beforeAll(async () => {
    await serveUntil(null);
    await serveUntil({ after: 3, whom: 'server' });
    await serveUntil({ after: 4, whom: 'database' });
    await serveUntil({ after: 5, whom: 'server' });
    expect(await serveUntil(null), 'the last run reaches the end').toBe(true);
    house = await openHouse(readSettings(env), { purpose: 'command' });
  }, 180_000);

  const one = async (sql: string) => {
    const result = await house?.app.pools.owner.query<{ n: bigint }>(sql);
    return Number(result?.rows[0]?.n);
  };

  it('loses nothing that was confirmed', async () => {
    expect(
      await one(
        `select count(*) as n from mentoring.meeting where state = 'closed' and id in (${[...confirmed].map((id) => `'${id}'`).join(',')})`,
      ),
    ).toBe(confirmed.size);
    expect(confirmed.size).toBeGreaterThan(12);
  });

  it('doubles nothing', async () => {
    const meetings = await one(
      `select count(*) as n from mentoring.meeting where state = 'closed'`,
    );
    expect(await one('select count(*) as n from mentoring.receipt')).toBe(meetings * 8);
    expect(await one('select count(*) as n from lending.repayment')).toBe(meetings * 8);
    expect(await one(`select balance as n from ledger.account where owner_kind = 'bag'`)).toBe(
      meetings * 8 * 55_000,
    );
  });

  it('leaves books, loans and audit chain that verify', async () => {
    const checks = house ? await verifyCity(house.app, '15.71') : [];
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });
});
