import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { PushResponse } from '#platform/sync/protocol.ts';
import { sealTo, toBase64url } from '#platform/sync/seal.ts';
import type { PhoneIdentity } from '#test/field/field-phone.ts';
import { openFieldWorld } from './field-world.ts';
import type { FieldWorld } from './field-world.ts';
import type { Benchmark } from './measure.ts';

const phonesAtOnce = 400;
const commandsEach = 60;
/** The default run's share of it, so that it ends within a minute on any machine; the goal is scaled with it. */
const defaultPhones = 40;
const secondsGoal = 30;
const aPush = 50;
const mostPushes = 20;

/** Phones that come back all at once and hand in what they kept: every command acknowledged, none lost, none twice. */
export const pushStorm: Benchmark = {
  name: 'push-storm',
  async run(full) {
    const count = full ? phonesAtOnce : defaultPhones;
    const world = await openFieldWorld(12);
    try {
      const phones = await world.enrol(world.melati.mentor, count);
      const { rows } = await world.owner.query<{ id: string }>('select id from registry.business');
      const businesses = rows.map(({ id }) => id);
      // What phones sealed in the field, days ago.
      const outboxes = await Promise.all(phones.map((phone) => outbox(world, phone, businesses)));
      const started = performance.now();
      const done = await Promise.all(
        phones.map((phone, i) => handIn(world, phone, outboxes[i] ?? [])),
      );
      const seconds = (performance.now() - started) / 1000;
      const acknowledged = done.reduce((sum, n) => sum + n, 0);
      const { rows: kept } = await world.owner.query<{ n: number; again: number }>(
        `select count(*)::int as n, (count(*) - count(distinct source_id))::int as again from programmes.service where source_kind = 'visit'`,
      );
      const there = kept[0]?.n ?? 0;
      const commands = count * commandsEach;
      const goalSeconds = (secondsGoal * count) / phonesAtOnce;
      const lost = commands - there;
      const doubled = kept[0]?.again ?? 0;
      return {
        figure: seconds,
        unit: 's',
        reference: null,
        ratio: null,
        goal: `${count} × ${commandsEach} acknowledged ≤ ${goalSeconds} s; none lost, none doubled`,
        holds: seconds <= goalSeconds && acknowledged === commands && lost === 0 && doubled === 0,
        notes: [
          `${(commands / seconds).toFixed(0)} commands a second; ${acknowledged} of ${commands} acknowledged, ${lost} lost, ${doubled} doubled`,
        ],
      };
    } finally {
      await world.close();
    }
  },
};

interface Sealed extends Record<string, Json> {
  readonly id: string;
  readonly seq: number;
  readonly deps: readonly string[];
  readonly subjects: readonly string[];
  readonly sealed: string;
  readonly keyId: string;
}

async function outbox(
  world: FieldWorld,
  phone: PhoneIdentity,
  businesses: readonly string[],
): Promise<Sealed[]> {
  const { keyId, publicKey } = world.app.fieldKeys.current;
  const key = new Uint8Array(publicKey);
  return Promise.all(
    Array.from({ length: commandsEach }, async (_, i) => {
      const businessId = businesses[i % businesses.length] ?? '';
      const visit = { visitId: newId(), businessId, doneOn: '2026-01-07', fields: ['production'] };
      const frame = { id: newId(), seq: i + 1, deps: [], subjects: [`business:${businessId}`] };
      const content = {
        ...frame,
        kind: 'mentoring.record-visits',
        version: 1,
        body: { visits: [visit] },
        photos: [],
        deviceId: phone.deviceId,
        madeAt: '2026-01-07T01:00:00.000Z',
        zone: 'Asia/Jakarta',
        clockOffsetMs: 0,
      };
      const sealed = toBase64url(await sealTo(key, keyId, JSON.stringify(content)));
      return { ...frame, sealed, keyId };
    }),
  );
}

/** As a phone does it: what was not answered is sent again. Gives up after a while, and says how many were acknowledged. */
async function handIn(
  world: FieldWorld,
  phone: PhoneIdentity,
  commands: readonly Sealed[],
): Promise<number> {
  let left = commands;
  for (let pushes = 0; left.length > 0 && pushes < mostPushes; pushes += 1) {
    const pending = { count: left.length, oldestAt: '2026-01-07T01:00:00.000Z' };
    const frame = { protocol: 1, deviceId: phone.deviceId, pending };
    const answer = await world.post('push', phone.pushSecret, {
      ...frame,
      commands: left.slice(0, aPush),
    });
    const { answers = [] } = answer.json as Partial<PushResponse>;
    const done = new Set(
      answers.flatMap(({ id, status }) =>
        status === 'applied' || status === 'already' ? [id] : [],
      ),
    );
    left = left.filter(({ id }) => !done.has(id));
  }
  return commands.length - left.length;
}
