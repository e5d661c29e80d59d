import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { findPeopleList, listPeopleListRows } from './list-pages.ts';
import {
  countWelfare,
  countWelfareByArea,
  latestWholeQuarter,
  listFamilies,
} from './family-list.ts';
import { findFamily, withoutDeciles } from './family-page.ts';

const house = useHouse('2026-11-18T02:00:00Z');
const nowhere: Scope = {
  all: false,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
const everywhere: Scope = { ...nowhere, all: true };
const list = { q: '', sort: 'name', direction: 'asc', size: 50, offset: 0, filters: {} } as const;
const card = '9971010101010001';
const verifier = actorWith('Budi', cityRole('verifikator'));
let melati: Melati;
/** Siti's husband's sister, in no group, whose NIK nobody has. */
const kartini = newId();

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  await house.does(systemActor, 'registry.register-people', {
    source: 'Daftar lama',
    people: [
      {
        ...{ id: kartini, name: 'Kartini Sari', sex: 'female', bornOn: '1980-04-21', phone: null },
        ...{
          nik: '9971016104800001',
          kelurahanCode: places.kelurahan,
          address: null,
          businesses: [],
        },
      },
    ],
  });
});

const read = <T>(fn: Parameters<typeof house.app.read<T>>[1]) => house.app.read(testCity, fn);
const row = (number: number, name: string, change: Record<string, unknown> = {}) => ({
  ...{ number, name, nik: null, kk: null, bornOn: null, kelurahanCode: null, relation: null },
  ...{ decile: 2, ...change },
});
async function nikOf(personId: string): Promise<string> {
  const { rows } = await read((db) =>
    sql<{ sealed: Buffer }>`select sealed from registry.identifier
    where city_id = ${testCity} and person_id = ${personId} and kind = 'nik'`.execute(db),
  );
  return house.app.identitySealer.open(rows[0]!.sealed);
}
async function brings(
  rows: ReturnType<typeof row>[],
  change: Record<string, unknown> = {},
  as: Actor = melati.officer,
) {
  const listId = newId();
  const counts = await house.does(as, 'registry.read-people-list', {
    ...{ listId, kind: 'decile', title: 'DTSEN', fileName: 'dtsen.csv', givenOn: '2026-11-01' },
    ...{ quarter: '2026-Q1', whole: true, rows, ...change },
  });
  return { listId, counts };
}
const apply = (listId: string) =>
  house.does(melati.officer, 'registry.apply-people-list', { listId });
const familyOf = (personId: string, scope = everywhere) =>
  read((db) => findFamily(db, { scope, personId }));

describe('a list of deciles', () => {
  test('finds people by NIK, by name and birth, by family card; keeps nothing of strangers', async () => {
    const siti = melati.member('Siti');
    const { listId, counts } = await brings([
      row(2, 'S. Aminah', { nik: await nikOf(siti.id), kk: card, relation: 'head' }),
      row(3, 'Kartini Sari', { bornOn: '1980-04-21', decile: 4 }),
      row(4, 'Rohani', { nik: '9971015103810999', kelurahanCode: places.kelurahan }),
      row(5, 'Orang Lain', { nik: '9971010101900001' }),
    ]);
    expect(counts).toMatchObject({ rows: 4, matched: 2, review: 1, unmatched: 1 });
    expect(await familyOf(siti.id)).toMatchObject({ assessments: [], card: null });
    expect(await apply(listId)).toMatchObject({ people: 2 });
    expect(await familyOf(siti.id)).toMatchObject({
      card: { endsIn: '0001', period: '2026-03' },
      members: [{ name: 'Siti Aminah', relation: 'head' }],
      assessments: [{ decile: 2, quarter: '2026-Q1', method: 'nik', source: 'DTSEN' }],
    });
    expect((await familyOf(kartini))?.assessments[0]).toMatchObject({
      decile: 4,
      method: 'name-birth',
    });
    const kept = await read((db) =>
      sql<{ name: string }>`select name from registry.people_list_row
      where city_id = ${testCity} and list_id = ${listId}::uuid order by row_number`.execute(db),
    );
    expect(kept.rows.map((one) => one.name)).toEqual(['S. Aminah', 'Kartini Sari', 'Rohani']);
  });

  test('waits for an officer where a row is only likely, and then counts at once', async () => {
    const { rows } = await read((db) =>
      sql<{ id: string }>`select id from registry.people_list
      where city_id = ${testCity}`.execute(db),
    );
    const listId = rows[0]!.id;
    const [waiting] = await read((db) =>
      listPeopleListRows(db, listId, { outcome: 'review', size: 10, offset: 0 }),
    );
    expect(waiting).toMatchObject({ number: 4, name: 'Rohani', nikEndsIn: '0999' });
    expect(waiting?.candidates.map((one) => one.name)).toEqual(['Rohani']);
    const decide = (personId: string) =>
      house.does(melati.officer, 'registry.decide-list-row', { listId, rowNumber: 4, personId });
    expect(await refusedAs(decide(kartini))).toBe('registry.row-decided');
    const rohani = melati.member('Rohani').id;
    await decide(rohani);
    expect((await familyOf(rohani))?.assessments[0]).toMatchObject({ decile: 2, method: 'chosen' });
    expect((await read((db) => findPeopleList(db, listId)))?.people).toBe(3);
  });

  test('is refused twice for a quarter, for a day to come, and by whoever is no officer of the department', async () => {
    const siti = [row(1, 'Siti Aminah')];
    expect(await refusedAs(brings(siti))).toBe('registry.quarter-taken');
    expect(await refusedAs(brings(siti, { givenOn: '2026-11-19' }))).toBe(
      'registry.list-in-future',
    );
    expect(await refusedAs(brings(siti, { whole: false }, melati.mentor))).toBe(
      'command.not-allowed',
    );
    const { listId } = await brings(siti, { whole: false });
    await house.does(melati.officer, 'registry.drop-people-list', { listId });
    expect(await refusedAs(apply(listId))).toBe('registry.list-applied');
  });

  test('never overwrites an earlier one; who drops out is in her grace, and then out', async () => {
    const siti = melati.member('Siti').id;
    const second = await brings([row(1, 'x', { nik: await nikOf(siti), decile: 3 })], {
      quarter: '2026-Q2',
    });
    await apply(second.listId);
    expect((await familyOf(siti))?.assessments.map((one) => [one.quarter, one.decile])).toEqual([
      ['2026-Q2', 3],
      ['2026-Q1', 2],
    ]);
    const inState = async (keadaan: string) => {
      const latestWhole = await read((db) => latestWholeQuarter(db));
      const asked = { scope: everywhere, list: { ...list, filters: { keadaan } }, latestWhole };
      return (await read((db) => listFamilies(db, asked))).rows.map((one) => one.name);
    };
    expect(await inState('berlaku')).toEqual(['Siti Aminah']);
    expect(await inState('tenggang')).toEqual(['Kartini Sari', 'Rohani']);
    const fourth = await brings([row(1, 'x', { nik: await nikOf(siti) })], { quarter: '2026-Q4' });
    await apply(fourth.listId);
    expect(await inState('keluar')).toEqual(['Kartini Sari', 'Rohani']);
  });
});

describe('a family', () => {
  const describes = (
    personId: string,
    change: Record<string, unknown>,
    as: Actor = melati.mentor,
  ) =>
    house.does(as, 'registry.describe-family', {
      ...{ saidId: newId(), personId, kk: null, saidOn: '2026-11-18', relation: 'head' },
      ...{ headSex: 'female', people: 4, children: 2, spendingRupiah: null, ...change },
    });

  test('is known by its card, and says who heads it and what it spends', async () => {
    const siti = melati.member('Siti').id;
    const emi = melati.member('Emi').id;
    expect(await refusedAs(describes(emi, {}))).toBe('registry.family-card-needed');
    await describes(emi, { kk: card, relation: 'other', spendingRupiah: '1500000' });
    const family = await familyOf(siti);
    expect(family?.members.map((one) => [one.name, one.relation])).toEqual([
      ['Siti Aminah', 'head'],
      ['Emi Suryani', 'other'],
    ]);
    expect(family?.said[0]).toMatchObject({
      people: 4,
      headSex: 'female',
      spendingRupiah: 1_500_000n,
    });
    const asHerMentorSees = withoutDeciles(family!);
    expect(asHerMentorSees.assessments).toEqual([]);
    expect(asHerMentorSees.said[0]).toMatchObject({ people: 4, spendingRupiah: null });
    expect(asHerMentorSees.members).toEqual(family?.members);
    const latestWhole = await read((db) => latestWholeQuarter(db));
    const { rows } = await read((db) => listFamilies(db, { scope: everywhere, list, latestWhole }));
    expect(rows.find((one) => one.name === 'Siti Aminah')).toMatchObject({
      ...{ members: 2, people: 4, womenHeaded: true, extreme: true, decile: 2 },
    });
    expect(await read((db) => countWelfare(db, { scope: everywhere, latestWhole }))).toEqual({
      ...{ families: 3, poor: 1, grace: 0, womenHeaded: 1, asked: 1, extreme: 1 },
    });
    const areas = await read((db) => countWelfareByArea(db, { scope: everywhere, latestWhole }));
    expect(areas.reduce((sum, area) => sum + area.families, 0)).toBe(3);
    expect(areas.find((area) => area.poor > 0)).toMatchObject({ womenHeaded: 1, extreme: 1 });
  });

  test('is one list away from everybody of its card', async () => {
    const { listId } = await brings([row(9, 'Suami Siti', { kk: card, decile: 1 })], {
      quarter: '2027-Q1',
    });
    expect(await apply(listId)).toMatchObject({ people: 2 });
    expect((await familyOf(melati.member('Emi').id))?.assessments[0]).toMatchObject({
      ...{ decile: 1, quarter: '2027-Q1', method: 'family-card' },
    });
  });

  test('is seen by no officer of another kecamatan, and described by no mentor of one', async () => {
    const siti = melati.member('Siti').id;
    expect(await familyOf(siti, { ...nowhere, kecamatan: [places.elsewhere] })).toBeNull();
    expect(await refusedAs(describes(siti, {}, melati.strangerMentor))).toBe('command.not-allowed');
    expect(await refusedAs(describes(siti, { saidOn: '2026-11-19' }))).toBe(
      'registry.said-in-future',
    );
  });
});

describe('a proposed change', () => {
  const propose = (personId: string, asks: string) =>
    house.does(melati.mentor, 'registry.propose-welfare-change', {
      ...{
        proposalId: newId(),
        personId,
        asks,
        why: 'Suaminya berhenti bekerja.',
        byHerself: true,
      },
    }) as Promise<{ proposalId: string }>;

  test('asks only for what is not so, once, and is answered by somebody else', async () => {
    const siti = melati.member('Siti').id;
    expect(await refusedAs(propose(siti, 'listed'))).toBe('registry.proposal-unlikely');
    expect(await refusedAs(propose(melati.member('Dewi').id, 'lower'))).toBe(
      'registry.proposal-unlikely',
    );
    const { proposalId } = await propose(siti, 'higher');
    expect(await refusedAs(propose(siti, 'unlisted'))).toBe('registry.proposal-stands');
    const settle = (as: Actor) =>
      house.does(as, 'registry.settle-welfare-proposal', {
        ...{ proposalId, outcome: 'forwarded', answer: 'Surat 460/112 kepada Dinas Sosial.' },
      });
    expect(await refusedAs(settle(melati.mentor))).toBe('command.not-allowed');
    await settle(verifier);
    expect(await refusedAs(settle(verifier))).toBe('registry.unknown-welfare-proposal');
    const family = await familyOf(siti);
    expect(family?.proposals[0]).toMatchObject({
      state: 'forwarded',
      decidedName: 'Budi',
      byHerself: true,
    });
    expect(family?.assessments[0]?.decile).toBe(1);
  });

  test('is not answered by the officer who wrote it down', async () => {
    const proposalId = newId();
    const dewi = melati.member('Dewi').id;
    await house.does(melati.officer, 'registry.propose-welfare-change', {
      ...{
        proposalId,
        personId: dewi,
        asks: 'listed',
        why: 'Belum pernah didata.',
        byHerself: false,
      },
    });
    const settle = { proposalId, outcome: 'refused', answer: 'Sudah dijelaskan kepadanya.' };
    expect(
      await refusedAs(house.does(melati.officer, 'registry.settle-welfare-proposal', settle)),
    ).toBe('registry.own-welfare-proposal');
  });
});

test('who is erased leaves no word of her poverty', async () => {
  const { requestId } = (await house.does(melati.officer, 'registry.receive-data-request', {
    ...{ personId: kartini, kind: 'erasure', channel: 'counter', proof: 'ktp' },
    ...{ receivedOn: '2026-11-18', words: 'Hapus data saya.' },
  })) as { requestId: string };
  const dpo = actorWith('Ibu Pelindung', cityRole('dpo'));
  await house.does(dpo, 'registry.answer-data-request', {
    ...{ requestId, decision: 'granted', answer: 'Sudah kami kerjakan.' },
  });
  const { rows } = await read((db) =>
    sql<{ left: bigint }>`
    select (select count(*) from registry.welfare_assessment where city_id = ${testCity} and person_id = ${kartini}::uuid)
      + (select count(*) from registry.people_list_row where city_id = ${testCity} and person_id = ${kartini}::uuid) as left`.execute(
      db,
    ),
  );
  expect(rows[0]?.left).toBe(0n);
});
