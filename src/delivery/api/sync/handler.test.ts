import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, signIn, systemActor } from '#domains/access/server/index.ts';
import {
  attendanceOfGroup,
  findClosedMeeting,
  verifyMeetings,
} from '#domains/mentoring/server/index.ts';
import type { GroupDocument } from '#domains/mentoring/group-document.ts';
import { chargesOn } from '#domains/mentoring/fold-group.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { append, discard, repair } from '#platform/sync/outbox.ts';
import { deliverAll } from '#platform/sync/deliver.ts';
import { readDocument, refreshOnce } from '#platform/sync/refresh.ts';
import { sealPhoto } from '#platform/sync/sealed-photo.ts';
import { actorWith } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { enrolledPhone, enrolmentOf, newIdentity } from '#test/field/field-phone.ts';
import type { FieldPhone } from '#test/field/field-phone.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { serve } from '../../web/server.ts';
import type { WebServer } from '../../web/server.ts';
import { syncHandler } from './handler.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let server: WebServer;
let phone: FieldPhone;

const url = () => `http://localhost:${server.port}`;
const where = () => ({ url, now: () => house.now, key: house.app.fieldKeys.current });

beforeAll(async () => {
  melati = await foundMelati(house);
  server = await serve(syncHandler(house.app), {
    host: '127.0.0.1',
    port: 0,
    origin: 'http://localhost:3000',
  });
  phone = await enrolledPhone(house, where(), melati.mentor);
  house.now = new Date('2026-11-18T08:00:00Z');
});
afterAll(() => server.close());

const one = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await house.app.pools.owner.query<Row>(sql, values)).rows[0];
const meetingOn = async (day: string) =>
  (await one<{ id: string }>('select id from mentoring.meeting where held_on = $1', [day]))?.id ??
  '';

async function sheetOn(day: string) {
  const meetingId = await meetingOn(day);
  const pieces = melati.members.length;
  return {
    kind: 'mentoring.close-meeting',
    version: 1,
    body: { ...usualSheet(melati, meetingId), count: [{ denomination: 50_000, pieces }] } as Json,
    subjects: [`meeting:${meetingId}`, `group:${melati.groupId}`],
  };
}

const stateOf = (of: FieldPhone, id: string) => of.disk.commands.get(id)?.state;

describe('the door for phones', () => {
  it('enrols the phone somebody signed in on, from this site only', async () => {
    const login = 'sari.pendamping';
    await house.does(systemActor, 'access.create-user', {
      userId: newId(),
      login,
      name: 'Sari Pendamping',
      passwordHash: await hashSecret('melati mekar pagi'),
      roles: [{ role: 'pendamping', jurisdiction: 'kecamatan', at: '15.71.01' }],
    });
    const { token } = await signIn(house.app.signInPorts, {
      city: testCity,
      login,
      password: 'melati mekar pagi',
      device: { ip: '127.0.0.1', userAgent: 'uji' },
    });
    const identity = newIdentity();
    const ask = (headers: Record<string, string>) =>
      fetch(`${url()}/api/sync/enrol`, {
        method: 'POST',
        headers,
        body: JSON.stringify(enrolmentOf(identity)),
      });
    const cookie = `naik.session=${token}`;
    expect((await ask({ cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask({ origin: url() })).status).toBe(401);
    const answer = await ask({ cookie, origin: url() });
    expect(await answer.json()).toMatchObject({
      deviceId: identity.deviceId,
      keyId: house.app.fieldKeys.current.keyId,
      me: { name: 'Sari Pendamping' },
    });
  });

  it('gives a mentor her groups once, and afterwards only what changed', async () => {
    expect(await refreshOnce(phone.ports)).toMatchObject({ kind: 'refreshed' });
    const key = `group:${melati.groupId}`;
    const document = (await readDocument(phone.ports, key)) as unknown as GroupDocument;
    expect(document.members).toHaveLength(melati.members.length);
    const keys = [...phone.disk.documents.keys()];
    expect(keys).toEqual(expect.arrayContaining([key, 'me', 'reference', 'bags']));
    expect(keys.filter((one) => one.startsWith('group:'))).toEqual([key]);
    const noted = await one<{ held: string[] }>(
      `select held from access.device where held @> array['${key}']`,
    );
    expect(noted?.held).toEqual(keys.toSorted());
    const etag = phone.disk.documents.get(key)?.etag;
    await refreshOnce(phone.ports);
    expect(phone.disk.documents.get(key)?.etag).toBe(etag);
  });

  it('gives her a penalty of this morning before the meeting it is asked at', async () => {
    const loan = await one<{ id: string; person: string }>(
      'select id, person_id as person from lending.loan order by id limit 1',
    );
    const officer = { jurisdiction: 'institution', at: melati.cooperative } as const;
    await house.does(
      actorWith('Petugas Koperasi', { role: 'petugas-lembaga', ...officer }),
      'lending.charge-loan',
      {
        ...{ chargeId: newId(), loanId: loan?.id, kind: 'penalty', amountRupiah: '7000' },
        ...{ on: '2026-11-18', dueOn: '2026-11-18', reason: 'terlambat dua kali' },
      },
    );
    const key = `group:${melati.groupId}`;
    expect(await refreshOnce(phone.ports)).toEqual({ kind: 'refreshed', changed: [key] });
    const document = (await readDocument(phone.ports, key)) as unknown as GroupDocument;
    expect([...chargesOn(document, '2026-11-18')]).toEqual([[loan?.person, 7000n]]);
  });

  it('takes a meeting once, though the answer was lost and it came again', async () => {
    const sheet = await append(phone.ports, await sheetOn('2026-11-18'));
    phone.cutNext = true;
    await deliverAll(phone.ports, { force: true });
    expect(stateOf(phone, sheet.id)).toBe('sending');
    await deliverAll(phone.ports, { force: true });
    expect(stateOf(phone, sheet.id)).toBe('delivered');
    const receipts = await one<{ n: string }>('select count(*) as n from mentoring.receipt');
    expect(Number(receipts?.n)).toBe(melati.members.length);
    await refreshOnce(phone.ports);
    const key = `group:${melati.groupId}`;
    const document = (await readDocument(phone.ports, key)) as unknown as GroupDocument;
    expect(document.receipts).toHaveLength(melati.members.length);
  });

  it('keeps a second sheet of a meeting whole for a supervisor, and books none of its money', async () => {
    const other = await enrolledPhone(house, where(), { ...melati.mentor, name: 'HP kedua' });
    const sheet = await sheetOn('2026-11-18');
    const body = sheet.body as { meetingId: string; lines: { personId: string }[] };
    const [away, ...rest] = body.lines;
    const lines = [{ ...away, presence: 'excused', reason: 'anak sakit' }, ...rest];
    const second = await append(other.ports, { ...sheet, body: { ...body, lines } });
    await deliverAll(other.ports, { force: true });
    expect(stateOf(other, second.id)).toBe('needs-review');
    const review = await one<{
      id: string;
      kind: string;
      kept: Buffer;
      facts: { facts: unknown[] };
    }>('select id, kind, kept, facts from access.field_review where command_id = $1', [second.id]);
    if (!review) throw new Error('the second sheet opened no review');
    expect(review.kind).toBe('two-marks');
    expect(review.facts.facts).toHaveLength(melati.members.length + 1);
    const kept = JSON.parse(house.app.fieldSealer.open(review.kept)) as {
      id: string;
    };
    expect(kept.id).toBe(second.id);
    const received = await one<{ n: string }>('select count(*) as n from lending.repayment');
    expect(Number(received?.n)).toBe(melati.members.length);
    await deliverAll(other.ports, { force: true });
    expect(stateOf(other, second.id)).toBe('needs-review');

    // The supervisor finds the second right about who came: both marks stand, and hers counts from now on.
    const presenceOf = async () =>
      (await house.app.read(testCity, (db) => findClosedMeeting(db, body.meetingId)))?.members.find(
        (member) => member.personId === away?.personId,
      );
    expect(await presenceOf()).toMatchObject({ presence: 'present' });
    const answer = { answer: 'second', reason: 'Ditanya ke ketua: ia izin, setoran dititipkan' };
    const { id: reviewId } = review;
    await house.does(melati.officer, 'access.settle-field-review', { reviewId, ...answer });
    expect(await presenceOf()).toMatchObject({ presence: 'excused', firstPresence: 'present' });
    const attendance = await house.app.read(testCity, (db) =>
      attendanceOfGroup(db, { groupId: melati.groupId, last: 1 }),
    );
    expect(attendance.present.get(away?.personId ?? '')).toBe(0);
    expect(attendance.present.size).toBe(melati.members.length);
    // Lists and reports count heads as they stand, and the city's own check agrees.
    const counted = await one<{ present: number }>(
      'select present_count as present from mentoring.meeting where id = $1',
      [body.meetingId],
    );
    expect(counted?.present).toBe(melati.members.length - 1);
    const checks = await house.app.read(testCity, verifyMeetings);
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });

  it('refuses what its author can repair, and takes the repair in its place', async () => {
    house.now = new Date('2026-11-25T08:00:00Z');
    const sheet = await sheetOn('2026-11-25');
    const short = { ...(sheet.body as object), count: [] } as Json;
    const wrong = await append(phone.ports, { ...sheet, body: short });
    await deliverAll(phone.ports, { force: true });
    expect(phone.disk.commands.get(wrong.id)?.refusal?.code).toBe('mentoring.count-differs');
    const right = await repair(phone.ports, wrong.id, sheet);
    await deliverAll(phone.ports, { force: true });
    expect(stateOf(phone, right.id)).toBe('delivered');
    const noted = await one<{ status: string }>(
      'select status from access.device_command where command_id = $1',
      [wrong.id],
    );
    expect(noted?.status).toBe('replaced');
  });

  it('explains an unknown kind and a meeting of the future, and lets them be discarded by name', async () => {
    const unknown = await append(phone.ports, {
      kind: 'mentoring.fly',
      version: 1,
      body: {},
      subjects: ['meeting:x'],
    });
    const early = await append(phone.ports, await sheetOn('2026-12-09'));
    await deliverAll(phone.ports, { force: true });
    expect(phone.disk.commands.get(unknown.id)?.refusal?.code).toBe('command.unknown-kind');
    expect(phone.disk.commands.get(early.id)?.refusal?.code).toBe('mentoring.meeting-not-yet');
    for (const { id } of [unknown, early])
      await discard(phone.ports, { commandId: id, reason: 'Salah ketuk di halaman pertemuan' });
    await deliverAll(phone.ports, { force: true });
    expect(phone.disk.commands.has(unknown.id) && stateOf(phone, unknown.id) === 'refused').toBe(
      false,
    );
    const device = await one<{ whole_until: string; pending_count: number }>(
      'select whole_until, pending_count, pending_oldest_at from access.device where id = $1',
      [phone.deviceId],
    );
    expect(Number(device?.whole_until)).toBe(phone.disk.meta.lastSeq);
    expect(device).toMatchObject({ pending_count: 0, pending_oldest_at: null });
  });

  it('passes a group on to another mentor: the old phone hands in what it holds and lets go, the new one gets it', async () => {
    house.now = new Date('2026-12-02T08:00:00Z');
    const key = `group:${melati.groupId}`;
    const has = async ({ ports }: FieldPhone) => (await readDocument(ports, key)) !== undefined;
    const successor = await enrolledPhone(house, where(), melati.strangerMentor);
    await refreshOnce(successor.ports);
    await refreshOnce(phone.ports);
    expect([await has(phone), await has(successor)]).toEqual([true, false]);
    // She takes this week's meeting without signal, while the office hands the group on from next week.
    const sheet = await append(phone.ports, await sheetOn('2026-12-02'));
    await house.does(melati.officer, 'mentoring.plan-meetings', {
      ...{ seriesId: newId(), groupId: melati.groupId, weekday: 3, startTime: '14:00' },
      ...{ place: 'Rumah Bu Siti', mentorId: melati.strangerMentor.userId },
      ...{ from: '2026-12-09', until: '2026-12-30' },
    });
    await refreshOnce(successor.ports);
    await refreshOnce(phone.ports);
    expect([await has(phone), await has(successor)]).toEqual([true, true]);
    await deliverAll(phone.ports, { force: true });
    expect(stateOf(phone, sheet.id)).toBe('delivered');
    await refreshOnce(phone.ports);
    expect([await has(phone), await has(successor)]).toEqual([false, true]);
  });

  it('takes a photo in pieces, goes on where it broke, and keeps it drawn anew', async () => {
    const picture = await sharp({
      create: { width: 900, height: 700, channels: 3, background: '#557755' },
    })
      .jpeg()
      .toBuffer();
    const sha256 = createHash('sha256').update(picture).digest('hex');
    const { network } = phone.ports;
    const put = (at: number, bytes: Uint8Array, totalBytes = picture.length) =>
      network.putPhoto({ sha256, at, totalBytes, bytes });
    expect(await put(0, picture.subarray(0, 1000))).toEqual({ status: 202, bytes: 1000 });
    expect(await network.photoHas(sha256)).toEqual({ status: 200, bytes: 1000 });
    expect(await put(500, picture.subarray(500))).toEqual({ status: 202, bytes: 1000 });
    const whole = { status: 200, bytes: picture.length };
    expect(await put(1000, picture.subarray(1000))).toEqual(whole);
    const kept = await one<{ kept_sha256: string }>('select kept_sha256 from access.field_photo');
    expect(kept?.kept_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await put(0, picture)).toMatchObject({ status: 200 });
    const other = createHash('sha256').update('another').digest('hex');
    const wrong = await network.putPhoto({
      sha256: other,
      at: 0,
      totalBytes: picture.length,
      bytes: picture,
    });
    expect(wrong).toMatchObject({ status: 422 });
    const vast = await network.putPhoto({
      sha256: other,
      at: 0,
      totalBytes: 6_000_000,
      bytes: new Uint8Array(1000),
    });
    expect(vast).toMatchObject({ status: 413 });
  });

  it('opens a photo that was sealed on the phone, and refuses one sealed to nobody’s key', async () => {
    const picture = new Uint8Array(
      await sharp({ create: { width: 400, height: 300, channels: 3, background: '#885533' } })
        .jpeg()
        .toBuffer(),
    );
    const { keyId, publicKey } = house.app.fieldKeys.current;
    const point = new Uint8Array(publicKey);
    const send = async (sha256: string, bytes: Uint8Array) =>
      phone.ports.network.putPhoto({ sha256, at: 0, totalBytes: bytes.length, bytes });
    const { sealed } = await sealPhoto(point, keyId, picture);
    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(await send(sha256, sealed)).toEqual({ status: 200, bytes: sealed.length });
    const kept = await one('select 1 from access.field_photo where sha256 = $1', [sha256]);
    expect(kept).toBeDefined();
    const strange = await sealPhoto(point, 'kunci-lain', picture.slice(0, 300));
    const other = createHash('sha256').update(picture.slice(0, 300)).digest('hex');
    expect(await send(other, strange.sealed)).toMatchObject({ status: 422 });
  });

  it('answers whatever else a phone may send with a problem in both languages, never with a fault', async () => {
    const good = { authorization: `Bearer ${phone.pushSecret}` };
    const gzip = { ...good, 'content-encoding': 'gzip' };
    const frame = { protocol: 1, deviceId: phone.deviceId };
    const text = JSON.stringify({ ...frame, pending: { count: 0, oldestAt: null }, commands: [] });
    const whole = gzipSync(text);
    const sends: [string, RequestInit, number][] = [
      ['push', { body: '{"half":', headers: good }, 400],
      ['push', { body: 'null', headers: good }, 400],
      ['push', { body: new Uint8Array(whole.subarray(0, whole.length - 9)), headers: gzip }, 400],
      ['push', { body: 'not gzip', headers: gzip }, 400],
      ['push', { body: new Uint8Array(gzipSync(' '.repeat(9_000_000))), headers: gzip }, 413],
      ['push', { body: 'x'.repeat(500_000), headers: good }, 413],
      ['push', { body: text }, 401],
      ['push', { body: text, headers: { authorization: `Bearer ${phone.readSecret}` } }, 401],
      ['push', { body: JSON.stringify({ ...frame, deviceId: newId() }), headers: good }, 401],
      ['push', { body: JSON.stringify({ ...frame, deviceId: 7 }), headers: good }, 401],
      ['push', { body: JSON.stringify({ ...frame, protocol: 0 }), headers: good }, 409],
      ['push', { body: JSON.stringify({ ...frame, commands: [{}] }), headers: good }, 400],
      ['pull', { body: JSON.stringify({ ...frame, have: {} }), headers: good }, 401],
      ['elsewhere', { body: '{}' }, 404],
    ];
    for (const [route, init, status] of sends) {
      const answer = await fetch(`${url()}/api/sync/${route}`, { method: 'POST', ...init });
      const problem = (await answer.json()) as { code: string; words: { id: string; en: string } };
      expect([route, answer.status]).toEqual([route, status]);
      expect(problem.words.id.length).toBeGreaterThan(10);
      expect(problem.words.en.length).toBeGreaterThan(10);
    }
    expect((await fetch(`${url()}/api/sync/ping`)).status).toBe(200);
    expect((await fetch(`${url()}/api/sync/push`)).status).toBe(404);
  });

  it('keeps a command it cannot open for somebody to look at, once', async () => {
    const sealed = Buffer.alloc(200, 7).toString('base64url');
    const damaged = {
      id: newId(),
      seq: phone.disk.meta.lastSeq + 1,
      deps: [],
      subjects: ['meeting:x'],
      sealed,
      keyId: house.app.fieldKeys.current.keyId,
    };
    const push = { protocol: 1, deviceId: phone.deviceId, pending: { count: 1, oldestAt: null } };
    for (let i = 0; i < 2; i += 1) {
      const answer = await phone.ports.network.push({ ...push, commands: [damaged] });
      expect(answer.json).toMatchObject({ answers: [{ status: 'quarantined' }] });
    }
    const kept = await one<{ n: string }>(
      'select count(*) as n from access.field_review where command_id = $1',
      [damaged.id],
    );
    expect(Number(kept?.n)).toBe(1);
  });

  it('turns a revoked phone away; what it holds stays there', async () => {
    const sold = await enrolledPhone(house, where(), melati.mentor);
    const kept = await append(sold.ports, await sheetOn('2026-12-02'));
    await house.does(melati.mentor, 'access.revoke-device', {
      deviceId: sold.deviceId,
      why: 'dijual di pasar',
    });
    expect(await deliverAll(sold.ports, { force: true })).toMatchObject({ kind: 'paused' });
    expect(sold.disk.commands.get(kept.id)?.sealed.length).toBeGreaterThan(100);
  });
});
