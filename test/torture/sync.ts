import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '#delivery/cli/house.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { readSettings } from '#platform/config/settings.ts';
import { secretKeys } from '#platform/config/secret-key.ts';
import { fieldKeys } from '#platform/secrets/field-keys.ts';
import { deliverAll } from '#platform/sync/deliver.ts';
import { append, repair } from '#platform/sync/outbox.ts';
import { seededRandom } from '../../src/demo/random.ts';
import type { Random } from '../../src/demo/random.ts';
import { verifyCity } from '../../src/verify.ts';
import { enrolmentOf, fieldPhone, newIdentity } from '../field/field-phone.ts';
import type { FieldPhone } from '../field/field-phone.ts';
import { city } from './clients.ts';
import type { World } from './clients.ts';
import { countField } from './count-field.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { Gone, KillableServer } from './killable-server.ts';

const foundedAt = '2026-01-07T05:00:00Z';
/** Every weekly meeting has come by then, so that any sheet may be handed in. */
const workedAt = '2026-12-16T05:00:00Z';
const today = '2026-12-16';
const members = 8;
const weeks = 48;
const phones = 3;

export interface SyncTorture {
  readonly cuts: number;
  readonly kills: number;
  readonly seed: string;
  readonly say: (line: string) => void;
}

interface Field {
  server: KillableServer;
  readonly dataDir: string;
  readonly port: number;
  readonly world: World;
  readonly businesses: readonly string[];
  /** Sheets nobody has handed in yet. */
  readonly meetings: { id: string }[];
  readonly random: Random;
}

/**
 * Phones with the real client core hand work in over HTTP; the answer is cut off after the commit so many times, and the
 * server killed in between. Answers whether nothing was lost, nothing doubled, and all books verify.
 */
export async function tortureSync(options: SyncTorture): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-sync-'));
  const started = performance.now();
  try {
    const field = await openField(dataDir, options.seed);
    let cutting = true;
    const proxy = await cuttingProxy(
      () => field.port,
      () => {
        if (!cutting || !field.random.chance(0.75)) return 'whole';
        return field.random.chance(0.3) ? 'half' : 'dropped';
      },
    );
    const crew = await Promise.all(
      Array.from({ length: phones }, () => enrolled(field, proxy.url)),
    );
    const working = crew.map((phone) => work(field, phone, () => proxy.cuts() < options.cuts));
    const killed = await killInBetween(field, proxy.cuts, options);
    await Promise.all(working);
    cutting = false;
    for (const phone of crew) await drain(field, phone);
    const counted = await countField(field.server, crew);
    await field.server.stop();
    proxy.close();
    const differences = await verified(dataDir);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    options.say(
      `torture sync: ${phones} phones, ${killed} kills of the server, ${seconds} s; ${counted.kinds}; ` +
        `numbers missing ${counted.missing}; naik verify: ${differences.length === 0 ? 'clean' : differences.join('; ')}`,
    );
    options.say(
      `cuts ${proxy.cuts()}  commands ${counted.commands}  lost ${counted.lost}  doubled ${counted.doubled}`,
    );
    return counted.lost + counted.doubled + counted.missing + differences.length === 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function openField(dataDir: string, seed: string): Promise<Field> {
  const founding = await KillableServer.start(dataDir, foundedAt);
  const founded = await founding.ask({ kind: 'found', members, weeks });
  if (!founded.ok) throw new Error(`the world could not be made: ${founded.code}`);
  const rows = async <Row>(sql: string) => {
    const answered = await founding.ask({ kind: 'query', sql, values: [] });
    if (!answered.ok) throw new Error(answered.code);
    return answered.value as unknown as Row[];
  };
  const businesses = await rows<{ id: string }>('select id from registry.business order by id');
  const meetings = await rows<{ id: string }>('select id from mentoring.meeting order by held_on');
  await founding.stop();
  const port = await freePort();
  return {
    server: await KillableServer.start(dataDir, workedAt, port),
    dataDir,
    port,
    world: founded.value as unknown as World,
    businesses: businesses.map(({ id }) => id),
    meetings,
    random: seededRandom(seed),
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function enrolled(field: Field, url: string): Promise<FieldPhone> {
  const identity = newIdentity();
  const body = enrolmentOf(identity);
  const actor = field.world.mentor;
  const kind = 'access.enrol-device';
  const envelope = { id: newId(), kind, version: 1, actor, city, body };
  const answered = await field.server.ask({ kind: 'execute', envelope });
  if (!answered.ok) throw new Error(`the phone was not enrolled: ${answered.code}`);
  const settings = readSettings({ NAIK_DATA: field.dataDir });
  const key = fieldKeys(
    secretKeys(settings)().map(({ bytes }) => bytes),
    settings.fieldKey,
  ).current;
  return fieldPhone({ url: () => url, now: () => new Date(workedAt), key }, identity);
}

/** A day's work, again and again: some commands, then a push, whatever comes back. */
async function work(field: Field, phone: FieldPhone, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    for (let i = field.random.between(1, 6); i > 0; i -= 1) await enter(field, phone);
    await deliverAll(phone.ports, { force: true });
    await repairRefused(field, phone);
  }
}

async function enter(field: Field, phone: FieldPhone): Promise<void> {
  const meeting = field.random.chance(0.08) ? field.meetings.shift() : undefined;
  await append(phone.ports, meeting ? sheetOf(field, meeting.id) : visitOf(field));
}

/** One in twelve lasted longer than a visit can, and is refused; one in five was copied from paper, and goes alone. */
function visitOf(
  { random, businesses }: Field,
  { businessId = random.pick(businesses), minutes = random.chance(0.08) ? 6_000 : 25 } = {},
) {
  const visitId = newId();
  const visit = { visitId, businessId, doneOn: today, minutes, fields: ['production'] };
  const fromPaper = random.chance(0.2);
  return {
    kind: fromPaper ? 'mentoring.record-visits' : 'mentoring.record-visit',
    version: 1,
    body: (fromPaper ? { visits: [visit] } : visit) as Json,
    subjects: [`business:${businessId}`],
  };
}

function sheetOf({ world }: Field, meetingId: string) {
  const lines = world.members.map(({ id }) => ({
    personId: id,
    presence: 'present',
    repaymentRupiah: '20000',
    savingsRupiah: '5000',
  }));
  const count = [{ denomination: 5_000, pieces: members * 5 }];
  return {
    kind: 'mentoring.close-meeting',
    version: 1,
    body: { meetingId, lines, count } as Json,
    subjects: [`meeting:${meetingId}`, `group:${world.groupId}`],
  };
}

async function repairRefused(field: Field, phone: FieldPhone): Promise<void> {
  for (const command of phone.disk.commands.values()) {
    if (command.state !== 'refused' || command.supersededBy !== undefined) continue;
    const businessId = command.subjects[0]?.slice('business:'.length) ?? '';
    await repair(phone.ports, command.id, visitOf(field, { businessId, minutes: 25 }));
  }
}

/** Until nothing is unsent; the signal is good now. */
async function drain(field: Field, phone: FieldPhone): Promise<void> {
  for (let i = 0; i < 50; i += 1) {
    await deliverAll(phone.ports, { force: true });
    await repairRefused(field, phone);
    const unsent = [...phone.disk.commands.values()].some(
      ({ state, supersededBy }) =>
        state !== 'delivered' && (state !== 'refused' || supersededBy === undefined),
    );
    if (!unsent) return;
  }
}

/** Blows that fall while answers are under way. */
async function killInBetween(
  field: Field,
  cuts: () => number,
  { cuts: wanted, kills }: SyncTorture,
): Promise<number> {
  let killed = 0;
  for (let blow = 1; blow <= kills; blow += 1) {
    while (cuts() < (wanted * blow) / (kills + 1)) await pause(5);
    await field.server.killServer();
    killed += 1;
    field.server = await restarted(field);
  }
  return killed;
}

async function restarted(field: Field): Promise<KillableServer> {
  for (;;) {
    try {
      return await KillableServer.start(field.dataDir, workedAt, field.port);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      await pause(200);
    }
  }
}

async function verified(dataDir: string): Promise<string[]> {
  const settings = readSettings({ NAIK_DATA: dataDir, NAIK_NOW: workedAt, LOG_LEVEL: 'silent' });
  const house = await openHouse(settings, { purpose: 'command' });
  try {
    const checks = await verifyCity(house.app, city);
    return checks.flatMap(({ name, difference }) =>
      difference === null ? [] : [`${name}: ${difference}`],
    );
  } finally {
    await house.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
