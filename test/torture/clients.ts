import { systemActor } from '#domains/access/server/index.ts';
import { templateColumns } from '#domains/registry/import/template.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { writeCsv } from '#platform/files/spreadsheet/write-csv.ts';
import type { Random } from '../../src/demo/random.ts';
import type { Melati } from '../worlds/melati.ts';
import { Gone } from './killable-server.ts';
import type { KillableServer } from './killable-server.ts';
import type { Answered } from './messages.ts';

export const city = '15.71';
export type World = Omit<Melati, 'member'>;
const rowsPerImport = 12;

/** A command somebody sent, and what she was told. */
export interface Sent {
  readonly id: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly body: Json;
  /** What to count by: the repayment, the meeting, the import. */
  readonly subject: string;
  readonly amountRupiah: number;
  told: 'nothing' | 'done' | 'refused';
  answer: Json;
}

/** What all clients share: the server of the moment, the log of what was sent, chance that can be repeated. */
export interface Field {
  server: KillableServer;
  readonly world: World;
  readonly dataDir: string;
  readonly loanIds: readonly string[];
  readonly meetings: readonly { readonly id: string; readonly heldOn: string }[];
  readonly log: Sent[];
  readonly random: Random;
  today: string;
  /** Set while the run lasts; clients finish what they are at and end. */
  working: boolean;
}

/** Sends until answered, over any number of deaths, always under the same id, as every client of ours does. */
export async function sendUntilTold(field: Field, sent: Sent): Promise<Answered> {
  const { id, kind, actor, body } = sent;
  for (;;) {
    const server = field.server;
    try {
      const answered = await server.ask({
        kind: 'execute',
        envelope: { id, kind, version: 1, actor, city, body },
      });
      if (answered.ok || (answered.status !== 503 && answered.status !== 500)) {
        sent.told = answered.ok ? 'done' : 'refused';
        sent.answer = answered.ok ? answered.value : answered.code;
        return answered;
      }
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
    }
    await pause(server === field.server && server.alive ? 40 : 15);
  }
}

function send(field: Field, command: Omit<Sent, 'told' | 'answer'>): Promise<Answered> {
  const sent: Sent = { ...command, told: 'nothing', answer: null };
  field.log.push(sent);
  return sendUntilTold(field, sent);
}

/** Small repayments of any loan at the counter. */
export async function officeClient(field: Field): Promise<void> {
  while (field.working) {
    const loanId = field.random.pick(field.loanIds);
    const amountRupiah = field.random.between(100, 999);
    const repaymentId = newId();
    await send(field, {
      id: newId(),
      kind: 'lending.record-repayment',
      actor: field.world.cashier,
      body: { repaymentId, loanId, amountRupiah: String(amountRupiah), on: field.today },
      subject: repaymentId,
      amountRupiah,
    });
  }
}

/** Every meeting whose day has come, one sheet after the other; the command's id is the meeting's. */
export async function meetingClient(field: Field): Promise<void> {
  const members = field.world.members;
  for (const meeting of field.meetings) {
    while (field.working && meeting.heldOn > field.today) await pause(25);
    if (!field.working) return;
    await send(field, {
      id: meeting.id,
      kind: 'mentoring.close-meeting',
      actor: field.world.mentor,
      body: {
        meetingId: meeting.id,
        lines: members.map(({ id }) => ({
          personId: id,
          presence: 'present',
          repaymentRupiah: '20000',
          savingsRupiah: '5000',
        })),
        count: [{ denomination: 5_000, pieces: members.length * 5 }],
      },
      subject: meeting.id,
      amountRupiah: members.length * 20_000,
    });
  }
}

/** Closes open days in small pieces, beside the nightly job that closes them too. */
export async function closingClient(field: Field, bookId: string, firstDay: string): Promise<void> {
  for (let day = firstDay; field.working;) {
    if (day >= field.today) {
      await pause(25);
      continue;
    }
    const answered = await send(field, {
      id: newId(),
      kind: 'lending.close-day',
      actor: systemActor,
      body: { bookId, day, loansAtOnce: 5 },
      subject: day,
      amountRupiah: 0,
    });
    if (answered.ok && (answered.value as { done: boolean }).done) day = addDays(day, 1);
  }
}

/** Uploads a list, waits for the jobs that read and match it, and applies it; then the next. */
export async function importClient(field: Field): Promise<void> {
  for (let file = 0; field.working; file += 1) {
    const batchId = newId();
    const bytes = await listOfPeople(file);
    const sha256 = await openFileStore(field.dataDir).put(bytes);
    const step = (kind: string, body: Record<string, Json>) =>
      send(field, {
        id: newId(),
        kind,
        actor: field.world.officer,
        body: { batchId, ...body },
        subject: batchId,
        amountRupiah: 0,
      });
    await step('registry.start-import', {
      fileName: `daftar-${file}.csv`,
      sha256,
      bytes: bytes.length,
    });
    const read = await stateOf(field, batchId, ['read']);
    if (!read) return;
    await step('registry.map-import', { mapping: read.mapping });
    if (!(await stateOf(field, batchId, ['previewed']))) return;
    await step('registry.apply-import', {});
  }
}

async function stateOf(field: Field, batchId: string, wanted: string[]) {
  while (field.working) {
    const answered = await field.server
      .ask({
        kind: 'query',
        sql: 'select state, mapping from registry.import_batch where id = $1',
        values: [batchId],
      })
      .catch(() => null);
    const row =
      answered?.ok === true ? (answered.value as { state: string; mapping: Json }[])[0] : undefined;
    if (row && wanted.includes(row.state)) return row;
    await pause(40);
  }
  return null;
}

async function listOfPeople(file: number): Promise<Buffer> {
  const two = (n: number) => String(n).padStart(2, '0');
  const rows = Array.from({ length: rowsPerImport }, (_, i) => {
    const nik = `997101${41 + (file % 28)}${two(1 + (Math.floor(file / 28) % 12))}90${String(i + 1).padStart(4, '0')}`;
    const name = `Impor ${file} ${'ABCDEFGHIJKLMNOP'[i] ?? ''}`;
    const usual = [name, nik, 'P', '', '', 'Jl. Mawar', 'Simpang IV Sipin', 'Telanaipura'];
    return [...usual, `Dapur ${name}`, 'Keripik', 'Kuliner', '', '2500000', ''];
  });
  const columns = templateColumns.map(({ title }) => ({ title }));
  return Buffer.from(await writeCsv({ columns, rows }));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
