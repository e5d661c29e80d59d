import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { CommandEnvelope, Json } from '#platform/command/command.ts';
import type { PushResponse } from '#platform/sync/protocol.ts';
import { enrolledPhone } from '#test/field/field-phone.ts';
import type { FieldPhone } from '#test/field/field-phone.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { serve } from '../../web/server.ts';
import type { WebServer } from '../../web/server.ts';
import { syncHandler } from './handler.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let server: WebServer;
let phone: FieldPhone;
let businesses: string[];
let seq = 0;

beforeAll(async () => {
  melati = await foundMelati(house);
  const rate = { burst: 10_000, perSecond: 1_000 };
  const handler = syncHandler(house.app, { calls: rate, photos: rate });
  server = await serve(handler, { host: '127.0.0.1', port: 0, origin: 'http://localhost:3000' });
  const url = () => `http://localhost:${server.port}`;
  const where = { url, now: () => house.now, key: house.app.fieldKeys.current };
  phone = await enrolledPhone(house, where, melati.mentor);
  businesses = (await rows<{ id: string }>('select id from registry.business')).map(({ id }) => id);
});
afterAll(() => server.close());

const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await house.app.pools.owner.query<Row>(sql, values)).rows;

const finding = (text: string) => ({
  ...{ topic: 'production', text, departmentId: null, dueOn: '2026-11-30' },
});

function visit(change: Record<string, Json> = {}, nth = 0) {
  const businessId = businesses[nth % businesses.length] ?? '';
  return { visitId: newId(), businessId, doneOn: '2026-11-11', fields: ['production'], ...change };
}

/** A command as the phone would send it. */
async function command(body: Json, change: { subjects?: string[]; deps?: string[] } = {}) {
  seq += 1;
  const { subjects = [`visit:${newId()}`], deps = [] } = change;
  const frame = { id: newId(), seq, deps, subjects };
  const content = {
    ...{ ...frame, kind: 'mentoring.record-visit', version: 1, body, photos: [] },
    ...{ deviceId: phone.deviceId, madeAt: '2026-11-11T01:00:00.000Z' },
    ...{ zone: 'Asia/Jakarta', clockOffsetMs: 0 },
  };
  return { ...frame, ...(await phone.ports.sealer.seal(JSON.stringify(content))) };
}
type Sent = Awaited<ReturnType<typeof command>>;

async function push(commands: readonly Sent[]) {
  const pending = { count: commands.length, oldestAt: null };
  const frame = { protocol: 1, deviceId: phone.deviceId, pending };
  const answer = await phone.ports.network.push({ ...frame, commands: [...commands] });
  return (answer.json as PushResponse).answers;
}

const fates = async (commands: readonly Sent[]) =>
  (await push(commands)).map(({ status, code, heldBy }) => code ?? heldBy ?? status);

/** How often each was done, by every trace that doing it leaves. */
async function traces(commands: readonly Sent[]) {
  const ids = commands.map(({ id }) => id);
  const [counted] = await rows<Record<string, number>>(
    `select (select count(*)::int from access.command_receipt where id = any ($1)) as receipts,
       (select count(*)::int from access.command_answer where command_id = any ($1)) as answers,
       (select count(*)::int from access.audit_line where command_id = any ($1)) as lines,
       (select count(*)::int from access.domain_event where command_id = any ($1)) as events,
       (select count(*)::int from access.device_command where command_id = any ($1) and status = 'applied') as numbers,
       (select count(*)::int from mentoring.visit v join access.audit_line l
          on l.subject_id = v.id::text where l.command_id = any ($1)) as visits,
       (select count(*)::int from programmes.service s join access.audit_line l
          on l.subject_id = s.source_id::text where l.command_id = any ($1)) as services`,
    [ids],
  );
  return counted;
}
const each = (n: number) => ({
  ...{ receipts: n, answers: n, lines: n, events: n, numbers: n, visits: n, services: n },
});

const chain = () => house.app.read(testCity, verifyAudit);

const made = (count: number, change?: Record<string, Json>) =>
  Promise.all(Array.from({ length: count }, (_, i) => command(visit(change, i))));

describe('the visits of a week, handed in at once', () => {
  it('share a transaction, and each leaves its own receipt, number, answer and audit line in order', async () => {
    const commands = await made(14);
    expect(await fates(commands)).toEqual(commands.map(() => 'applied'));
    expect(await traces(commands)).toEqual(each(14));
    const ids = commands.map(({ id }) => id);
    const written = await rows<{ id: string; transaction: string }>(
      `select command_id as id, xmin::text as transaction from access.audit_line where command_id = any ($1) order by seq`,
      [ids],
    );
    expect(written.map(({ id }) => id)).toEqual(ids);
    expect(new Set(written.map(({ transaction }) => transaction)).size).toBe(1);
    expect((await chain()).difference).toBeNull();
  });

  it('answer each with its own cases', async () => {
    const commands = [
      await command(visit({ findings: [finding('Air sumur keruh'), finding('Oven rusak')] }, 0)),
      await command(visit({}, 1)),
      await command(visit({ findings: [finding('Kemasan bocor')] }, 2)),
    ];
    const answers = (await push(commands)).map(({ answer }) => answer) as unknown as {
      visitId: string;
      cases: { id: string }[];
    }[];
    expect(answers.map(({ cases }) => cases.length)).toEqual([2, 0, 1]);
    for (const { visitId, cases } of answers)
      for (const { id } of cases) {
        const [raised] = await rows('select origin_id from voice.case where id = $1', [id]);
        expect(raised).toEqual({ origin_id: visitId });
      }
  });

  it('refuse the third of five without the others, and hold only what builds on it', async () => {
    const [one, two] = await made(2);
    const third = await command(visit({ fields: [] }, 2), { subjects: ['business:mawar'] });
    const fourth = await command(visit({}, 3));
    const fifth = await command(visit({}, 4), { subjects: ['business:mawar'] });
    const sixth = await command(visit({}, 5), { deps: [third.id] });
    const commands = [one!, two!, third, fourth, fifth, sixth];
    const fate = ['applied', 'applied', 'command.invalid-input', 'applied', third.id, third.id];
    expect(await fates(commands)).toEqual(fate);
    expect(await traces(commands)).toMatchObject({ receipts: 3, visits: 3, services: 3 });
    expect((await chain()).difference).toBeNull();
  });

  it('refuse one that was kept before by another way, and keep its company', async () => {
    const known = visit();
    await house.does(melati.mentor, 'mentoring.record-visit', known);
    const commands = [...(await made(2)), await command(known), await command(visit({}, 3))];
    const fate = ['applied', 'applied', 'mentoring.visit-kept', 'applied'];
    expect(await fates(commands)).toEqual(fate);
    expect(await fates(commands)).toEqual([
      'already',
      'already',
      'mentoring.visit-kept',
      'already',
    ]);
  });

  it('are done once when the same push comes twice at the same moment, also in another order', async () => {
    const commands = await made(20);
    const sent = await Promise.all([
      push(commands),
      push(commands),
      push([...commands].reverse()),
      push(commands.slice(7, 13)),
    ]);
    const statuses = new Set(sent.flat().map(({ status }) => status));
    expect([...statuses].every((status) => status === 'applied' || status === 'already')).toBe(
      true,
    );
    // What met its twin just then may be left without an answer, and comes again.
    expect(await fates(commands)).toEqual(commands.map(() => 'already'));
    expect(await traces(commands)).toEqual(each(20));
    expect((await chain()).difference).toBeNull();
  });

  it('are known again when the answer was lost after the commit, by their content', async () => {
    const commands = await made(8);
    phone.cutNext = true;
    await expect(push(commands)).rejects.toThrow('lost');
    const other = { ...commands[3]!, sealed: (await command(visit({ note: 'lain' }))).sealed };
    const again = commands.map((one, i) => (i === 3 ? other : one));
    const fate = commands.map((_, i) => (i === 3 ? 'sync.other-body' : 'already'));
    expect(await fates(again)).toEqual(fate);
    expect(await traces(commands)).toEqual(each(8));
  });

  it('go through all or none: the first that has to go alone, or may not, is named and nothing is kept', async () => {
    const counted = async () =>
      (await rows<{ n: number }>('select count(*)::int as n from access.command_receipt'))[0]?.n;
    const envelope = (change: Partial<CommandEnvelope> = {}): CommandEnvelope => {
      seq += 1;
      const { deviceId } = phone;
      const madeAt = house.now.toISOString();
      return {
        ...{ id: newId(), kind: 'mentoring.record-visit', version: 1, city: testCity },
        ...{ actor: melati.mentor, body: visit({}, seq) },
        device: { deviceId, seq, madeAt, clockOffsetMs: 0, digest: 'ab'.repeat(32) },
        ...change,
      };
    };
    const stopsAt = async (...envelopes: CommandEnvelope[]) => {
      const before = await counted();
      const all = await house.app.executeAll(envelopes);
      expect(await counted()).toBe(before);
      return 'stopped' in all ? [all.stopped, all.fault] : all;
    };
    const meeting = { kind: 'mentoring.close-meeting', body: {} };
    const second = [{ from: 1, until: 2 }, null];
    expect(await stopsAt(envelope(), envelope(meeting), envelope())).toEqual(second);
    expect(await stopsAt(envelope(), envelope({ kind: 'mentoring.fly' }))).toEqual(second);
    expect(await stopsAt(envelope(), envelope({ version: 9 }))).toEqual(second);
    const cashier = { actor: melati.cashier };
    expect(await stopsAt(envelope(cashier), envelope(cashier))).toEqual([
      { from: 0, until: 2 },
      null,
    ]);
    const done = envelope();
    await house.app.execute(done);
    const other = { ...done, body: visit({}, seq + 1) };
    expect(await stopsAt(envelope(), envelope(), other)).toEqual([{ from: 2, until: 3 }, null]);
  });

  it('meet each its own fate, whatever they travel with', async () => {
    const fateOf = {
      good: 'applied',
      unread: 'command.invalid-input',
      stray: 'mentoring.unknown-business',
    } as const;
    const kinds = Object.keys(fateOf) as (keyof typeof fateOf)[];
    const bodyOf = {
      good: (nth: number) => visit({}, nth),
      unread: (nth: number) => visit({ minutes: -1 }, nth),
      stray: () => visit({ businessId: newId() }),
    };
    const some = fc.record({
      kind: fc.oneof({ weight: 5, arbitrary: fc.constant(kinds[0]!) }, fc.constantFrom(...kinds)),
      nth: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 14 }), async (week) => {
        const commands = await Promise.all(week.map(({ kind, nth }) => command(bodyOf[kind](nth))));
        expect(await fates(commands)).toEqual(week.map(({ kind }) => fateOf[kind]));
        const good = week.filter(({ kind }) => kind === 'good').length;
        expect(await traces(commands)).toEqual(each(good));
      }),
      { numRuns: 20 },
    );
    expect((await chain()).difference).toBeNull();
  });
});
