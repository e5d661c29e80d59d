import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { breachesOfPerson, countBreaches, listBreaches, peopleOfBreach } from './breach-pages.ts';

// 11 March, 09.00 in Jambi.
const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let dpo: Actor;

beforeAll(async () => {
  melati = await foundMelati(house);
  dpo = { ...melati.officer, userId: newId(), name: 'Ibu Pelindung', roles: [cityRole('dpo')] };
});

const record = (change: Record<string, unknown>, as: Actor = dpo) =>
  house.does(as, 'registry.record-breach', {
    kind: 'group-papers',
    groupId: melati.groupId,
    what: 'Map kelompok tertinggal di angkot.',
    remedy: 'Sopirnya sudah dihubungi.',
    happenedOn: '2026-03-11',
    foundAt: '2026-03-11T08:30',
    ...change,
  }) as Promise<{ breachId: string; number: string; people: number }>;
const tell = (breachId: string, party: string, toldAt = '2026-03-11T08:45', as: Actor = dpo) =>
  house.does(as, 'registry.note-breach-told', { breachId, party, toldAt, how: 'surat diantar' });
const find = (id: string) => house.app.read(testCity, (db) => listBreaches(db, id));
const namesOf = async (id: string) =>
  (await house.app.read(testCity, (db) => peopleOfBreach(db, id))).map((one) => one.id).toSorted();

describe('an incident', () => {
  test('with a group’s papers touches its members, and is to be told three days after it was found', async () => {
    const { breachId, number, people } = await record({});
    expect(number).toBe('INS-2026-0001');
    expect(people).toBe(melati.members.length);
    expect(await namesOf(breachId)).toEqual(melati.members.map(({ id }) => id).toSorted());
    const [breach] = await find(breachId);
    expect(breach?.dueAt.toISOString()).toBe('2026-03-14T01:30:00.000Z');
  });

  test('with a mentor’s phone touches whom that phone carried', async () => {
    const deviceId = newId();
    await house.does(melati.mentor, 'access.enrol-device', {
      deviceId,
      name: 'HP Rina',
      pushSecretHash: 'ab'.repeat(32),
      readSecretHash: 'cd'.repeat(32),
    });
    const { breachId } = await record({ kind: 'lost-phone', groupId: null, deviceId });
    expect(await namesOf(breachId)).toEqual(melati.members.map(({ id }) => id).toSorted());
  });

  test('with a phone that fetched touches whom its documents name, not whom it would be sent today', async () => {
    const deviceId = newId();
    await house.does(melati.mentor, 'access.enrol-device', {
      ...{
        deviceId,
        name: 'HP lama',
        pushSecretHash: 'ef'.repeat(32),
        readSecretHash: '12'.repeat(32),
      },
    });
    const [siti, rohani] = [melati.member('Siti').id, melati.member('Rohani').id];
    const { owner } = house.app.pools;
    const business = await owner.query<{ id: string }>(
      `select id from registry.business where owner_id = $1`,
      [rohani],
    );
    await owner.query(`update access.device set held = $2, held_at = $3 where id = $1`, [
      deviceId,
      ['me', 'reference', `person:${siti}`, `business:${business.rows[0]?.id}`, 'person:bukan-id'],
      house.now,
    ]);
    const { breachId } = await record({ kind: 'lost-phone', groupId: null, deviceId });
    expect(await namesOf(breachId)).toEqual([siti, rohani].toSorted());
    await owner.query(`update access.device set held = $2 where id = $1`, [
      deviceId,
      [`businesses:${places.kelurahan}`],
    ]);
    const listed = await record({ kind: 'lost-phone', groupId: null, deviceId });
    expect(listed.people).toBeGreaterThanOrEqual(melati.members.length);
  });

  test('with a list of a kelurahan touches those who live there, and of one with nobody it is none', async () => {
    const list = { kind: 'wrong-export', groupId: null };
    const { people } = await record({ ...list, placeCode: places.kelurahan });
    expect(people).toBeGreaterThanOrEqual(melati.members.length);
    expect(await refusedAs(record({ ...list, placeCode: '15.71.99.9999' }))).toBe(
      'registry.nobody-touched',
    );
  });

  test('needs what its reach is reckoned from, and was found already', async () => {
    expect(await refusedAs(record({ groupId: null }))).toBe('registry.reach-missing');
    expect(await refusedAs(record({ foundAt: '2026-03-11T09:30' }))).toBe(
      'registry.found-in-future',
    );
    expect(await refusedAs(record({ foundAt: '2026-03-10T09:30' }))).toBe(
      'registry.found-before-it-happened',
    );
    expect(await refusedAs(record({}, melati.mentor))).toBe('command.not-allowed');
  });
});

describe('telling', () => {
  test('the people and the authority is noted once each, with when and how', async () => {
    const { breachId } = await record({});
    await tell(breachId, 'people');
    await tell(breachId, 'authority');
    expect(await refusedAs(tell(breachId, 'people'))).toBe('registry.told-already');
    const [breach] = await find(breachId);
    expect(breach?.told.map(({ party, how }) => [party, how]).toSorted()).toEqual([
      ['authority', 'surat diantar'],
      ['people', 'surat diantar'],
    ]);
  });

  test('is neither before it was found, nor yet to come, nor the officer’s to note', async () => {
    const { breachId } = await record({});
    expect(await refusedAs(tell(breachId, 'people', '2026-03-11T08:00'))).toBe(
      'registry.told-before-found',
    );
    expect(await refusedAs(tell(breachId, 'people', '2026-03-11T09:15'))).toBe(
      'registry.told-in-future',
    );
    expect(await refusedAs(tell(breachId, 'people', '2026-03-11T08:45', melati.officer))).toBe(
      'command.not-allowed',
    );
    expect(await refusedAs(tell(newId(), 'people'))).toBe('registry.unknown-breach');
  });
});

describe('an incident that was none', () => {
  const withdraw = (breachId: string, as: Actor = dpo) =>
    house.does(as, 'registry.withdraw-breach', { breachId, why: 'Map ditemukan di laci' });
  const counted = () => house.app.read(testCity, (db) => countBreaches(db, house.now));
  const siti = () => melati.member('Siti').id;
  const ofSiti = () => house.app.read(testCity, (db) => breachesOfPerson(db, siti()));

  test('is taken back with a reason, off the clock and off the files of its people, and stays on record', async () => {
    const [before, hers] = [await counted(), await ofSiti()];
    const { breachId } = await record({});
    expect((await counted()).open).toBe(before.open + 1);
    expect((await ofSiti()).length).toBe(hers.length + 1);
    expect(await refusedAs(withdraw(breachId, melati.officer))).toBe('command.not-allowed');
    await withdraw(breachId);
    expect(await counted()).toEqual(before);
    expect(await ofSiti()).toEqual(hers);
    const [breach] = await find(breachId);
    expect(breach?.withdrawn).toMatchObject({
      byName: 'Ibu Pelindung',
      why: 'Map ditemukan di laci',
    });
    expect(await refusedAs(withdraw(breachId))).toBe('registry.breach-withdrawn');
    expect(await refusedAs(tell(breachId, 'people'))).toBe('registry.breach-withdrawn');
  });

  test('cannot be taken back once somebody was told', async () => {
    const { breachId } = await record({});
    await tell(breachId, 'people');
    expect(await refusedAs(withdraw(breachId))).toBe('registry.told-stays-told');
  });

  test('waits for its notices until both were told, and is late after three days', async () => {
    const late = await house.app.read(testCity, (db) =>
      countBreaches(db, new Date('2026-03-14T01:30:01Z')),
    );
    expect(late.open).toBeGreaterThan(0);
    expect(late.late).toBe(late.open);
    expect((await counted()).late).toBe(0);
  });
});
