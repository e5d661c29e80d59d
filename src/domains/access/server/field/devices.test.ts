import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Actor, CommandOrigin } from '#platform/command/command.ts';
import { actorWith } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, places, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { countDeviceAlarms, listDevices, noteSight } from './index.ts';
import { scopeOf } from '../../who-may.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let deviceId: string;
const hash = 'ab'.repeat(32);

const enrol = (actor: Actor, id = newId()) =>
  house
    .does(actor, 'access.enrol-device', {
      deviceId: id,
      name: 'Oppo A16',
      pushSecretHash: hash,
      readSecretHash: hash,
    })
    .then(() => id);

beforeAll(async () => {
  melati = await foundMelati(house);
  deviceId = await enrol(melati.mentor);
  house.now = new Date('2026-11-18T08:00:00Z');
});

let lastSeq = 0;
const origin = (change: Partial<CommandOrigin> = {}): CommandOrigin => ({
  deviceId,
  seq: (lastSeq += 1),
  madeAt: house.now.toISOString(),
  clockOffsetMs: 0,
  digest: hash,
  ...change,
});

async function fromPhone(kind: string, body: object, device = origin(), id = newId()) {
  return house.app.execute({
    id,
    kind,
    version: 1,
    actor: melati.mentor,
    city: testCity,
    body,
    device,
  });
}

const noted = async (seq: number) => {
  const { rows } = await house.app.pools.owner.query<{ status: string; flags: string[] }>(
    'select status, flags from access.device_command where device_id = $1 and seq = $2',
    [deviceId, seq],
  );
  return rows[0];
};

const sheetOf = async (heldOn: string) => {
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from mentoring.meeting where held_on = $1',
    [heldOn],
  );
  return {
    ...usualSheet(melati, rows[0]?.id ?? ''),
    count: [{ denomination: 50_000, pieces: melati.members.length }],
  };
};

describe('a phone', () => {
  it('is enrolled by whoever works in the field, and again only by the same person', async () => {
    expect(await enrol(melati.mentor, deviceId)).toBe(deviceId);
    expect(await refusedAs(enrol(melati.strangerMentor, deviceId))).toBe(
      'access.device-of-another',
    );
    expect(await refusedAs(enrol(melati.cashier))).toBe('command.not-allowed');
  });

  it('is revoked by its owner or by whoever supervises her area, and never comes back', async () => {
    const coordinator = (at: string) =>
      actorWith('Koordinator', { role: 'koordinator-pendamping', jurisdiction: 'kecamatan', at });
    const lost = await enrol(melati.mentor);
    const revoke = (actor: Actor) =>
      house.does(actor, 'access.revoke-device', { deviceId: lost, why: 'HP hilang di pasar' });
    expect(await refusedAs(revoke(melati.strangerMentor))).toBe('access.unknown-device');
    expect(await refusedAs(revoke(coordinator(places.elsewhere)))).toBe('access.unknown-device');
    await revoke(coordinator(places.kecamatan));
    expect(await refusedAs(revoke(melati.mentor))).toBe('access.device-revoked');
    expect(await refusedAs(enrol(melati.mentor, lost))).toBe('access.device-revoked');
  });

  it('numbers its commands, and each number is one command', async () => {
    const first = origin();
    await fromPhone('mentoring.close-meeting', await sheetOf('2026-11-18'), first);
    expect(await noted(first.seq)).toEqual({ status: 'applied', flags: [] });
    const other = fromPhone(
      'mentoring.cancel-meeting',
      { meetingId: newId(), why: 'hujan' },
      first,
    );
    expect(await refusedAs(other)).not.toBe('accepted');
    expect(await noted(first.seq)).toEqual({ status: 'applied', flags: [] });
  });

  it('whose clock is off, or that reports for a closed day, is flagged and not refused', async () => {
    house.now = new Date('2026-12-02T08:00:00Z');
    await house.app.pools.owner.query(
      `insert into ledger.business_day (city_id, book_id, day, at, by_user)
       select city_id, id, '2026-11-30', now(), $1 from ledger.book`,
      [melati.cashier.userId],
    );
    const late = origin({ madeAt: '2026-11-25T08:00:00Z', clockOffsetMs: 3 * 86_400_000 });
    await fromPhone('mentoring.close-meeting', await sheetOf('2026-11-25'), late);
    expect((await noted(late.seq))?.flags.toSorted()).toEqual(['clock-skew', 'closed-period']);
  });

  it('that paid what the counter had taken already is believed, and the pair goes to a supervisor', async () => {
    const { rows: loans } = await house.app.pools.owner.query<{ id: string }>(
      'select id from lending.loan where person_id = $1',
      [melati.member('Rohani').id],
    );
    await house.does(melati.cashier, 'lending.record-repayment', {
      repaymentId: newId(),
      loanId: loans[0]?.id,
      amountRupiah: '50000',
      on: '2026-12-02',
    });
    const device = origin();
    await fromPhone('mentoring.close-meeting', await sheetOf('2026-12-02'), device);
    expect(await noted(device.seq)).toEqual({ status: 'applied', flags: ['look-alike-money'] });
    const { rows } = await house.app.pools.owner.query<{ id: string; says: { id: string } }>(
      `select id, says from access.field_review where kind = 'look-alike-money'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.says.id).toContain('Rohani');
    const settle = (actor: Actor) =>
      house.does(actor, 'access.settle-field-review', {
        reviewId: rows[0]?.id,
        answer: 'both',
        reason: 'Dua setoran yang berbeda, ditanya ke Bu Rohani',
      });
    expect(await refusedAs(settle(melati.mentor))).toBe('command.not-allowed');
    await settle(melati.officer);
    expect(await refusedAs(settle(melati.officer))).toBe('access.review-settled');
  });

  it('may discard what was refused, with a reason; what was done stands', async () => {
    const [refused, done] = [origin(), origin()];
    const commandId = newId();
    await house.database.write((tx) =>
      noteSight(tx, { deviceId, pending: { count: 2, oldestAt: null }, lost: [], now: house.now }),
    );
    const discard = (id: string, seq: number) =>
      house.does(melati.mentor, 'access.discard-field-command', {
        commandId: id,
        deviceId,
        seq,
        reason: 'salah kelompok',
      });
    expect(await discard(commandId, refused.seq)).toEqual({ discarded: true });
    const late = fromPhone(
      'mentoring.cancel-meeting',
      { meetingId: newId(), why: 'hujan' },
      refused,
      commandId,
    );
    expect(await refusedAs(late)).not.toBe('accepted');
    const doneId = newId();
    await fromPhone('mentoring.close-meeting', await sheetOf('2026-12-02'), done, doneId).catch(
      () => 0,
    );
    await fromPhone(
      'access.revoke-device',
      { deviceId: await enrol(melati.mentor), why: 'dijual' },
      done,
      doneId,
    );
    expect(await discard(doneId, done.seq)).toEqual({ discarded: false });
  });

  it('whose numbers have a gap is an alarm for her supervisor', async () => {
    lastSeq += 1;
    const missing = lastSeq;
    const after = origin();
    await fromPhone(
      'access.revoke-device',
      { deviceId: await enrol(melati.mentor), why: 'dijual' },
      after,
    );
    const sight = await house.database.write((tx) =>
      noteSight(tx, {
        deviceId,
        pending: { count: 3, oldestAt: '2026-11-29T01:00:00Z' },
        lost: [missing],
        now: house.now,
      }),
    );
    expect(sight).toEqual({ highestSeq: after.seq, missing: [missing] });
    const scope = scopeOf(melati.head, 'see.devices');
    const [device] = await house.database.read((db) => listDevices(db, { scope }));
    expect(device).toMatchObject({ id: deviceId, gaps: 1, lost: [missing], pendingCount: 3 });
    expect(
      await house.database.read((db) => countDeviceAlarms(db, { scope, now: house.now })),
    ).toEqual({ gaps: 1, late: 1 });
  });
});
