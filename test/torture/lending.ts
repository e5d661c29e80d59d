import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '#delivery/cli/house.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { CommandEnvelope, Json } from '#platform/command/command.ts';
import { readSettings } from '#platform/config/settings.ts';
import { seededRandom } from '../../src/demo/random.ts';
import { verifyCity } from '../../src/verify.ts';
import {
  city,
  closingClient,
  importClient,
  meetingClient,
  officeClient,
  pause,
  sendUntilTold,
} from './clients.ts';
import type { Field, Sent, World } from './clients.ts';
import type { Answered } from './messages.ts';
import { KillableServer } from './killable-server.ts';
import { countEffects } from './count-effects.ts';

const firstDay = '2026-01-07';
const members = 12;
const officeClients = 5;
const submissions = 50;

export interface LendingTorture {
  readonly kills: number;
  /** How many keys are each submitted fifty times at once at the end. */
  readonly keys: number;
  readonly seed: string;
  readonly say: (line: string) => void;
}

/** Works, kills, restarts, and counts. Answers whether nothing was lost, nothing doubled, and all books verify. */
export async function tortureLending(options: LendingTorture): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-torture-'));
  const started = performance.now();
  try {
    const field = await openField(dataDir, options.seed);
    const clients = [
      ...Array.from({ length: officeClients }, () => officeClient(field)),
      meetingClient(field),
      closingClient(field, await bookOf(field), firstDay),
      importClient(field),
    ];
    const killed = await killAtRandom(field, options);
    field.working = false;
    await Promise.all(clients);
    const keys = await submitFiftyTimes(field, options.keys);
    await settled(field);
    await field.server.stop();
    const verdict = await judge(field, keys.log);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const holds =
      verdict.lost === 0 &&
      verdict.doubled === 0 &&
      verdict.differences.length === 0 &&
      verdict.closedUntil === addDays(field.today, -1) &&
      keys.wrong === 0;
    options.say(
      `torture lending: ${killed.server} kills of the server, ${killed.database} of the database in ${seconds} s; ` +
        `${verdict.acknowledged} commands acknowledged (${verdict.kinds}); ${verdict.refused} refused; ` +
        `${verdict.lost} lost, ${verdict.doubled} doubled; ${options.keys} keys × ${submissions} at once: ${keys.wrong} wrong; ` +
        `days closed until ${verdict.closedUntil}; naik verify: ${verdict.differences.length === 0 ? `${verdict.checks} checks clean` : verdict.differences.join('; ')} — ${holds ? 'holds' : 'FALLS'}`,
    );
    return holds;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function noonOf(day: string): string {
  return `${day}T05:00:00Z`;
}

async function openField(dataDir: string, seed: string): Promise<Field> {
  const server = await KillableServer.start(dataDir, noonOf(firstDay));
  const founded = await server.ask({ kind: 'found', members, weeks: 50 });
  if (!founded.ok) throw new Error(`the world could not be made: ${founded.code}`);
  const field: Field = {
    server,
    world: founded.value as unknown as World,
    dataDir,
    loanIds: [],
    meetings: [],
    log: [],
    random: seededRandom(seed),
    today: firstDay,
    working: true,
  };
  const loans = await rowsOf<{ id: string }>(field, 'select id from lending.loan order by number');
  const meetings = await rowsOf<{ id: string; heldOn: string }>(
    field,
    `select id, held_on as "heldOn" from mentoring.meeting order by held_on`,
  );
  return Object.assign(field, { loanIds: loans.map((loan) => loan.id), meetings });
}

async function rowsOf<Row>(field: Field, sql: string): Promise<Row[]> {
  const answered = await field.server.ask({ kind: 'query', sql, values: [] });
  if (!answered.ok) throw new Error(answered.code);
  return answered.value as unknown as Row[];
}

async function bookOf(field: Field): Promise<string> {
  return (await rowsOf<{ id: string }>(field, 'select id from ledger.book'))[0]?.id ?? '';
}

/** Two blows of three fall on the server, which begins the next day; the others on the database under it. */
async function killAtRandom(
  field: Field,
  { kills, say }: LendingTorture,
): Promise<{ server: number; database: number }> {
  const killed = { server: 0, database: 0 };
  for (let blow = 1; blow <= kills; blow += 1) {
    await moreTold(field, field.random.between(2, 40));
    // A little later than an answer, so that the blow falls inside what follows.
    await pause(field.random.between(0, 25));
    if (field.random.chance(0.67)) {
      await field.server.killServer();
      killed.server += 1;
      await startNextDay(field);
    } else {
      field.server.killDatabase();
      killed.database += 1;
      if (!(await answersAgain(field))) await startNextDay(field);
    }
    if (blow % 20 === 0)
      say(`  ${blow} of ${kills} blows, ${field.today}, ${field.log.length} commands`);
  }
  return killed;
}

/** Waits until so many more commands were answered: a slow machine is struck no earlier in its work than a fast one. */
async function moreTold(field: Field, count: number): Promise<void> {
  const told = () => field.log.reduce((sum, one) => sum + (one.told === 'nothing' ? 0 : 1), 0);
  const wanted = told() + count;
  for (let i = 0; i < 4000 && told() < wanted && field.server.alive; i += 1) await pause(5);
}

async function startNextDay(field: Field): Promise<void> {
  await field.server.killServer();
  const day = addDays(field.today, 1);
  for (;;) {
    try {
      field.server = await KillableServer.start(field.dataDir, noonOf(day));
      field.today = day;
      return;
    } catch {
      await pause(200);
    }
  }
}

/** Whether the server brought its database back; one that gave up ends, as it promises to. */
async function answersAgain(field: Field): Promise<boolean> {
  for (let i = 0; i < 600 && field.server.alive; i += 1) {
    const answered = await field.server
      .ask({ kind: 'query', sql: 'select 1', values: [] })
      .catch(() => null);
    if (answered?.ok === true) return true;
    await pause(50);
  }
  return false;
}

/** One key, fifty senders at once: one does it, forty-nine hear the same answer. */
async function submitFiftyTimes(
  field: Field,
  keys: number,
): Promise<{ wrong: number; log: Sent[] }> {
  const log: Sent[] = [];
  let wrong = 0;
  for (let key = 0; key < keys; key += 1) {
    const repaymentId = newId();
    const id = newId();
    const body = {
      repaymentId,
      loanId: field.random.pick(field.loanIds),
      amountRupiah: '100',
      on: field.today,
    };
    const actor = field.world.cashier;
    const envelope = { id, kind: 'lending.record-repayment', version: 1, actor, city, body };
    const answers = await Promise.all(
      Array.from({ length: submissions }, () => untilNotBusy(field, envelope)),
    );
    const first = answers.filter((answer) => answer.ok && answer.already === false).length;
    const said = new Set(
      answers.map((answer) => (answer.ok ? canonical(answer.value) : answer.code)),
    );
    if (first !== 1 || said.size !== 1) wrong += 1;
    log.push({
      id,
      kind: envelope.kind,
      actor,
      body,
      subject: repaymentId,
      amountRupiah: 100,
      told: 'done',
      answer: null,
    });
  }
  return { wrong, log };
}

/** An answer as it was given and as it was kept differ in the order of their fields alone. */
function canonical(value: Json): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
}

/** A server with its hands full says so, and is asked again. */
async function untilNotBusy(field: Field, envelope: CommandEnvelope): Promise<Answered> {
  for (;;) {
    const answered = await field.server.ask({ kind: 'execute', envelope });
    if (answered.ok || answered.status !== 503) return answered;
    await pause(30);
  }
}

/** Every job has ended and the last day has closed. */
async function settled(field: Field): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const open = await rowsOf<{ n: string }>(
      field,
      `select count(*) as n from platform.job_run where state in ('waiting', 'running')`,
    );
    if (open[0]?.n === '0') break;
    await pause(100);
  }
  for (const sent of field.log.filter((one) => one.told === 'nothing'))
    await sendUntilTold(field, sent);
}

async function judge(field: Field, keyed: readonly Sent[]) {
  const settings = readSettings({
    NAIK_DATA: field.dataDir,
    NAIK_NOW: noonOf(field.today),
    LOG_LEVEL: 'silent',
  });
  const house = await openHouse(settings, { purpose: 'command' });
  try {
    const counted = await countEffects(house.app.pools.owner, [...field.log, ...keyed]);
    const checks = await verifyCity(house.app, city);
    return {
      ...counted,
      checks: checks.length,
      differences: checks.flatMap(({ name, difference }) =>
        difference === null ? [] : [`${name}: ${difference}`],
      ),
    };
  } finally {
    await house.close();
  }
}
