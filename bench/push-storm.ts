import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { PushResponse } from '#platform/sync/protocol.ts';
import { sealTo, toBase64url } from '#platform/sync/seal.ts';
import { cpuTime, processorOfEach } from './cpu-time.ts';
import { enrolMentors } from './field-mentors.ts';
import type { FieldMentor } from './field-mentors.ts';
import { openFieldWorld } from './field-world.ts';
import type { FieldWorld } from './field-world.ts';
import type { Benchmark } from './measure.ts';

const phonesAtOnce = 400;
const commandsEach = 60;
const businessesEach = 24;
/** The default run's share of it, so that it ends within a minute on any machine; the goal is scaled with it. */
const defaultPhones = 40;
const secondsGoal = 30;
const aPush = 50;
const mostPushes = 20;

/**
 * Mentors who come back all at once after a week, each with her own phone and the visits she made at her own businesses:
 * every command acknowledged, none lost, none twice.
 */
export const pushStorm: Benchmark = {
  name: 'push-storm',
  async run(full) {
    const count = full ? phonesAtOnce : defaultPhones;
    const world = await openFieldWorld(12);
    try {
      const mentors = await enrolMentors(world, count, businessesEach);
      // What phones sealed in the field, days ago.
      const outboxes: Sealed[][] = [];
      for (const mentor of mentors) outboxes.push(await outbox(world, mentor));
      const before = cpuTime(world.dataDir);
      const started = performance.now();
      const done = await Promise.all(
        mentors.map((mentor, i) => handIn(world, mentor, outboxes[i] ?? [])),
      );
      const seconds = (performance.now() - started) / 1000;
      const used = cpuTime(world.dataDir);
      const acknowledged = done.reduce((sum, n) => sum + n, 0);
      const { there, doubled } = await kept(world);
      const commands = count * commandsEach;
      const goalSeconds = (secondsGoal * count) / phonesAtOnce;
      const lost = commands - there;
      return {
        figure: seconds,
        unit: 's',
        reference: null,
        ratio: null,
        goal: `${count} × ${commandsEach} acknowledged ≤ ${goalSeconds} s; none lost, none doubled`,
        holds: seconds <= goalSeconds && acknowledged === commands && lost === 0 && doubled === 0,
        notes: [
          `${(commands / seconds).toFixed(0)} commands a second; ${acknowledged} of ${commands} acknowledged, ${lost} lost, ${doubled} doubled`,
          `processor a command: ${processorOfEach(before, used, commands)}`,
        ],
      };
    } finally {
      await world.close();
    }
  },
};

/** Visits that stand, and how many have left more than one trace on their owner's line of life or in the audit. */
async function kept({ owner }: FieldWorld): Promise<{ there: number; doubled: number }> {
  const { rows } = await owner.query<{ there: number; services: number; lines: number }>(
    `select (select count(*)::int from mentoring.visit) as there,
       (select count(*)::int from programmes.service where source_kind = 'visit') as services,
       (select count(*)::int from access.audit_line where kind = 'mentoring.record-visit') as lines`,
  );
  const { there = 0, services = 0, lines = 0 } = rows[0] ?? {};
  return { there, doubled: Math.max(services, lines) - there };
}

interface Sealed extends Record<string, Json> {
  readonly id: string;
  readonly seq: number;
  readonly deps: readonly string[];
  readonly subjects: readonly string[];
  readonly sealed: string;
  readonly keyId: string;
}

async function outbox(world: FieldWorld, mentor: FieldMentor): Promise<Sealed[]> {
  const { keyId, publicKey } = world.app.fieldKeys.current;
  const key = new Uint8Array(publicKey);
  return Promise.all(
    Array.from({ length: commandsEach }, async (_, i) => {
      const businessId = mentor.businesses[i % mentor.businesses.length] ?? '';
      const visitId = newId();
      const subjects = [`visit:${visitId}`, `business:${businessId}`];
      const frame = { id: newId(), seq: i + 1, deps: [], subjects };
      const content = {
        ...frame,
        kind: 'mentoring.record-visit',
        version: 1,
        body: visitOf({ visitId, businessId }),
        photos: [],
        deviceId: mentor.deviceId,
        madeAt: '2026-01-07T01:00:00.000Z',
        zone: 'Asia/Jakarta',
        clockOffsetMs: 0,
      };
      const sealed = toBase64url(await sealTo(key, keyId, JSON.stringify(content)));
      return { ...frame, sealed, keyId };
    }),
  );
}

/** A visit as its form leaves it: the five questions answered, last month's sales, where she stood. */
function visitOf(which: { visitId: string; businessId: string }): Json {
  return {
    ...which,
    plannedVisitId: null,
    doneOn: '2026-01-07',
    minutes: 25,
    fields: ['production', 'marketing'],
    form: {
      version: 1,
      production: { state: 'smooth', note: 'Minyak goreng mahal, takaran dikurangi' },
      marketing: { state: 'same', sells: ['home', 'stall'], note: '' },
      problems: { note: 'Belum ada kemasan' },
      needs: { wants: ['packaging'], note: '' },
      agreed: 'Menghitung harga pokok bersama minggu depan',
    },
    note: 'Pisahkan uang usaha dari uang dapur',
    turnoverMonthRupiah: '2400000',
    turnoverBeforeRupiah: '2100000',
    point: { latitude: -1.61, longitude: 103.61, accuracyMetres: 12 },
  };
}

/** As a phone does it: what was not answered is sent again. Gives up after a while, and says how many were acknowledged. */
async function handIn(
  world: FieldWorld,
  phone: FieldMentor,
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
