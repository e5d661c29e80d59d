import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { ringOf } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import { testCity, useDatabase } from '#test/database.ts';
import { demoCode, listSessions, listUsers, secondFactorState } from './account-pages.ts';
import { findAuditLine, historyOf, listAudit } from './audit-pages.ts';
import { listJobs } from './job-pages.ts';
import { openProposals } from './proposal-pages.ts';
import { newTotpSecret } from './second-factor.ts';
import { openSession } from './session-store.ts';

const database = useDatabase();
const sealer = sealerFor(ringOf([Buffer.alloc(32, 3)]), 'totp');
const now = new Date('2026-11-22T03:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const [dewi, hendra] = [newId(), newId()];

function actor(userId: string, role: string, secondFactor = true): Actor {
  return { userId, name: role, roles: [{ role, jurisdiction: 'city', at: null }], secondFactor };
}

beforeAll(() =>
  database.write(async (tx) => {
    await sql`insert into access.city (city_id, name, province, time_zone) values (${testCity}, 'Kota Jambi', 'Jambi', 'Asia/Jakarta')`.execute(
      tx,
    );
    for (const [id, login, name] of [
      [dewi, 'dewi', 'Dewi 100%'],
      [hendra, 'hendra', 'Hendra'],
    ]) {
      await sql`insert into access.user_account (city_id, id, login, name, password_hash, password_set_at)
        values (${tx.city}, ${id}, ${login}, ${name}, 'x', ${now})`.execute(tx);
    }
    await sql`insert into access.role_assignment (city_id, id, user_id, role, jurisdiction, jurisdiction_id, valid_from, valid_to)
      values (${tx.city}, ${newId()}, ${dewi}, 'petugas-dinas', 'city', null, '2026-01-01', null),
        (${tx.city}, ${newId()}, ${dewi}, 'auditor', 'city', null, '2025-01-01', '2025-12-31')`.execute(
      tx,
    );
  }),
);

describe('users', () => {
  it('shows the roles held today and finds a name with a sign that means something to SQL', async () => {
    const ask = { q: '100%', today: '2026-11-22', limit: 10, offset: 0 };
    const { rows, total } = await database.read((db) => listUsers(db, ask));
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      login: 'dewi',
      secondFactor: false,
      roles: [{ role: 'petugas-dinas' }],
    });
  });

  it('filters by a role of today, not by one that has run out', async () => {
    const ask = { q: '', role: 'auditor', today: '2026-11-22', limit: 10, offset: 0 };
    expect((await database.read((db) => listUsers(db, ask))).total).toBe(0);
    expect(
      (await database.read((db) => listUsers(db, { ...ask, today: '2025-06-01' }))).total,
    ).toBe(1);
  });
});

it('lists only sessions that still live', async () => {
  const device = { ip: '127.0.0.1', userAgent: 'Test' };
  await database.write((tx) =>
    openSession(tx, { userId: hendra, now, device, secondFactor: false }),
  );
  expect(
    await database.read((db) => listSessions(db, { userId: hendra, now: later(5) })),
  ).toHaveLength(1);
  expect(
    await database.read((db) => listSessions(db, { userId: hendra, now: later(121) })),
  ).toHaveLength(0);
});

it('shows the secret of a second factor only while it is being set up, and its code only in a demo city', async () => {
  const state = () => database.read((db) => secondFactorState(db, { userId: dewi, sealer }));
  expect(await state()).toEqual({ state: 'off' });
  const secret = newTotpSecret();
  await database.write((tx) =>
    sql`update access.user_account set totp_secret = ${sealer.seal(secret)} where city_id = ${tx.city} and id = ${dewi}`.execute(
      tx,
    ),
  );
  expect(await state()).toMatchObject({ state: 'begun', secret });
  await database.write((tx) =>
    sql`update access.user_account set totp_confirmed_at = ${now} where city_id = ${tx.city} and id = ${dewi}`.execute(
      tx,
    ),
  );
  expect(await state()).toEqual({ state: 'on', since: now });
  expect(await database.read((db) => demoCode(db, { userId: dewi, sealer, now }))).toBeNull();
});

describe('the audit trail', () => {
  const subject = newId();
  beforeAll(() =>
    database.write(async (tx) => {
      for (const [kind, says] of [
        ['registry.verify-group', 'Memverifikasi Melati'],
        ['access.grant-role', 'Memberi peran'],
      ]) {
        await sql`select access.append_audit(${tx.city}, ${now}, ${newId()}, ${kind}, ${dewi}, 'Dewi', 'group', ${subject},
          ${JSON.stringify({ id: says, en: says })}::jsonb, '{"members": 20}'::jsonb)`.execute(tx);
      }
    }),
  );

  it('is listed newest first, searched and narrowed to one area', async () => {
    const ask = { q: '', limit: 10, offset: 0 };
    const all = await database.read((db) => listAudit(db, ask));
    expect(all.rows.map((row) => row.seq)).toEqual([2n, 1n]);
    expect(all.total).toBe(2);
    const found = await database.read((db) =>
      listAudit(db, { ...ask, q: 'melati', domain: 'registry' }),
    );
    expect(found).toMatchObject({ total: 1, rows: [{ kind: 'registry.verify-group' }] });
  });

  it('opens a line with its neighbours, and the history of one thing', async () => {
    const line = await database.read((db) => findAuditLine(db, 1n));
    expect(line).toMatchObject({ data: { members: 20 }, previousSeq: null, nextSeq: 2n });
    expect(line?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await database.read((db) => findAuditLine(db, 99n))).toBeNull();
    expect(await database.read((db) => historyOf(db, { kind: 'group', id: subject }))).toHaveLength(
      2,
    );
  });
});

it('counts jobs by state and shows why one failed', async () => {
  await database.write((tx) =>
    sql`insert into platform.job_run (city_id, id, task, title, payload, state, problem, attempts)
      values (${tx.city}, ${newId()}, 'registry.make-decree', '{"id":"SK","en":"Decree"}', '{}', 'failed',
        '{"words":{"id":"Kertas habis","en":"No paper"}}', 3)`.execute(tx),
  );
  const { rows, counts, total } = await database.read((db) =>
    listJobs(db, { state: 'failed', limit: 5, offset: 0 }),
  );
  expect({ counts, total }).toEqual({ counts: { failed: 1 }, total: 1 });
  expect(rows[0]).toMatchObject({
    attempts: 3,
    askedBy: null,
    problem: { words: { en: 'No paper' } },
  });
});

it('shows a proposal to its proposer as waiting, to who may decide it, and to nobody else', async () => {
  await database.write((tx) =>
    sql`insert into access.proposal (city_id, id, kind, version, body, place, says, proposed_by, proposed_at, expires_at)
      values (${tx.city}, ${newId()}, 'registry.recognise-groups', 1, '{}', '{}', '{"id":"Kukuhkan","en":"Recognise"}', ${dewi}, ${now}, ${later(60)})`.execute(
      tx,
    ),
  );
  const standing = async (who: Actor, at = now) =>
    (await database.read((db) => openProposals(db, { actor: who, now: at }))).map(
      (row) => row.standing,
    );
  expect(await standing(actor(dewi, 'kepala-dinas'))).toEqual(['waits']);
  expect(await standing(actor(hendra, 'kepala-dinas'))).toEqual(['decide']);
  expect(await standing(actor(hendra, 'kepala-dinas', false))).toEqual(['second-factor']);
  expect(await standing(actor(hendra, 'pendamping'))).toEqual([]);
  expect(await standing(actor(hendra, 'kepala-dinas'), later(61))).toEqual([]);
});
