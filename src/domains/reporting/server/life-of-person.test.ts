import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayDo } from '#domains/access/who-may.ts';
import { roles } from '#domains/access/roles.ts';
import type { Role } from '#domains/access/roles.ts';
import { listProducts, nextLoansOf, placeOfPerson } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { lifeKindNames, readableKinds } from '../life-kinds.ts';
import type { LifeKind, LifePart } from '../life-kinds.ts';
import { lifeOfPerson } from './life-of-person.ts';

const poverty: LifeKind[] = ['decile', 'family-said'];
const money: LifeKind[] = ['applied', 'loan'];
const office = 'applied decile family-said listed loan';
/** What of Siti's life each role reads, anywhere in the city. */
const opened: Record<Role, string> = {
  pendamping: 'applied loan',
  'koordinator-pendamping': 'applied listed loan',
  'petugas-dinas': `${office} requested`,
  verifikator: office,
  'kepala-dinas': `${office} requested`,
  auditor: 'applied loan requested',
  dpo: 'requested',
  'wali-kota': '',
  'petugas-opd': '',
  'konsultan-plut': '',
  'petugas-lembaga': '',
  'penyetuju-lembaga': '',
  kasir: '',
  pelatih: '',
  mitra: '',
  tkpk: '',
  admin: '',
  sistem: '',
};

const house = useHouse('2026-11-18T02:00:00Z');
const zone = 'Asia/Jakarta';
const everywhere = {
  ...{ all: true, kecamatan: [], kelurahan: [], department: [], institution: [], group: [] },
};
let melati: Melati;
let siti: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  const { officer } = melati;
  const { rows } = await read((db) =>
    sql<{ sealed: Buffer }>`select sealed from registry.identifier where city_id = ${testCity}
      and person_id = ${siti}::uuid and kind = 'nik'`.execute(db),
  );
  const nik = house.app.identitySealer.open(rows[0]!.sealed);
  const row = { number: 2, name: 'Siti', nik, kk: null, bornOn: null, kelurahanCode: null };
  const list = { title: 'Daftar', fileName: 'a.csv', givenOn: '2026-11-01' };
  const department = { departmentId: melati.department, departmentName: 'Dinkes' };
  for (const about of [
    { kind: 'decile', quarter: '2026-Q3', whole: true },
    { kind: 'department', service: 'training', ...department },
  ]) {
    const listId = newId();
    const rowOf = { ...row, relation: null, decile: about.kind === 'decile' ? 2 : null };
    const body = { ...list, ...about, listId, rows: [rowOf] };
    await house.does(officer, 'registry.read-people-list', body);
    await house.does(officer, 'registry.apply-people-list', { listId });
  }
  await house.does(officer, 'registry.describe-family', {
    ...{ saidId: newId(), personId: siti, kk: '9971010101010001', saidOn: '2026-11-17' },
    ...{ relation: 'head', headSex: 'female', people: 4, children: 2, spendingRupiah: '2000000' },
  });
  await house.does(officer, 'registry.receive-data-request', {
    ...{ personId: siti, kind: 'access', channel: 'counter', proof: 'ktp' },
    ...{ receivedOn: '2026-11-18', words: 'Apa yang disimpan tentang saya?' },
  });
});

const read = <T>(fn: Parameters<typeof house.app.read<T>>[1]) => house.app.read(testCity, fn);
async function lifeAs(actor: Actor, personId = siti, part: LifePart | null = null) {
  return read(async (db) => {
    const place = await placeOfPerson(db, personId);
    const kinds = readableKinds((kind) => mayDo(actor, kind, place) === 'yes', part);
    return lifeOfPerson(db, { personId, kinds, zone, limit: 100, offset: 0 });
  });
}
const kindsOf = (life: readonly { kind: LifeKind }[]) =>
  [...new Set(life.map((one) => one.kind))].toSorted();

describe('a line of life', () => {
  test('is everything the city knows and did, newest first', async () => {
    const life = await lifeAs(melati.officer);
    expect(kindsOf(life)).toEqual([...poverty, ...money, 'listed', 'requested'].toSorted());
    expect(life.map((one) => one.on)).toEqual(
      life
        .map((one) => one.on)
        .toSorted()
        .toReversed(),
    );
    expect(life.find((one) => one.kind === 'applied')).toMatchObject({ rupiah: 2_000_000n });
    expect(life.find((one) => one.kind === 'listed')?.what).toBe('Dinkes: Daftar');
  });

  test('is asked for part by part, and page by page', async () => {
    expect(kindsOf(await lifeAs(melati.officer, siti, 'keluarga'))).toEqual([
      'decile',
      'family-said',
    ]);
    const kinds = lifeKindNames;
    const page = (offset: number) =>
      read((db) => lifeOfPerson(db, { personId: siti, kinds, zone, limit: 3, offset }));
    const all = await lifeAs(melati.officer);
    expect([...(await page(0)), ...(await page(3))]).toEqual(all.slice(0, 6));
  });

  test('holds for each role what it opens where she lives, and for whoever works elsewhere nothing', async () => {
    const seen: Record<string, string> = {};
    for (const role of Object.keys(roles)) {
      seen[role] = kindsOf(await lifeAs(actorWith('Seseorang', cityRole(role)))).join(' ');
      const elsewhere = actorWith('Seseorang', { role, jurisdiction: 'kecamatan', at: '15.71.02' });
      expect(await lifeAs(elsewhere)).toEqual([]);
    }
    expect(seen).toEqual(opened);
  });

  test('says nothing of poverty to a mentor, nothing of money to the data protection officer, nothing at all elsewhere', async () => {
    const mentor = kindsOf(await lifeAs(melati.mentor));
    expect(mentor).toContain('loan');
    expect(mentor).not.toContain('decile');
    expect(mentor).not.toContain('family-said');
    expect(mentor).not.toContain('requested');
    const dpo = kindsOf(await lifeAs(actorWith('Ibu Pelindung', cityRole('dpo'))));
    expect(dpo).toContain('requested');
    expect(dpo).not.toContain('loan');
    expect(await lifeAs(melati.strangerMentor)).toEqual([]);
  });

  test('is one for two records of one person', async () => {
    const before = await lifeAs(melati.officer);
    const twin = newId();
    const { owner } = house.app.pools;
    await owner.query(
      `insert into registry.person (city_id, id, name, name_key, sex, kelurahan_code, created_by)
        select city_id, $1, name, name_key, sex, kelurahan_code, created_by from registry.person where id = $2`,
      [twin, siti],
    );
    await house.does(melati.officer, 'registry.merge-people', {
      ...{ mergeId: newId(), personId: siti, intoId: twin, reason: 'orang yang sama' },
      despiteFamily: false,
    });
    const after = await lifeAs(melati.officer, twin);
    expect(kindsOf(after)).toEqual([...kindsOf(before), 'merged'].toSorted());
    expect(after).toHaveLength(before.length + 1);
  });
});

test('what she may apply for next comes with why not yet, by the lender’s own pre-check', async () => {
  const [next] = await read(async (db) =>
    nextLoansOf(db, await listProducts(db, { on: '2026-11-18', scope: everywhere }), {
      ...{ personId: melati.member('Rohani').id, groupId: melati.groupId, on: '2026-11-18' },
    }),
  );
  expect(next).toMatchObject({ as: 'group', result: 'fail' });
  expect(next?.missing.map((one) => one.code)).toContain('no-active-loan');
  expect(next?.missing.every((one) => one.remedy !== null)).toBe(true);
});
