import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { consentsOfPerson } from '../consent-pages.ts';
import { findPerson, listPeople } from '../person-pages.ts';
import { countDataRequests, findDataRequest, requestsOfPerson } from './request-pages.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const everywhere = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
let melati: Melati;
let dpo: Actor;
/** Somebody whom a department wrote down once, who has neither loan nor group. */
let kartini: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  dpo = { ...melati.officer, userId: newId(), name: 'Ibu Pelindung', roles: [cityRole('dpo')] };
  kartini = newId();
  await house.does(systemActor, 'registry.register-people', {
    source: 'Daftar lama',
    people: [{ ...kartiniGiven, id: kartini }],
  });
});

const kartiniGiven = {
  name: 'Kartini Sari',
  sex: 'female',
  bornOn: '1980-04-21',
  nik: '9971016104800001',
  phone: '+6281234567890',
  kelurahanCode: places.kelurahan,
  address: 'Lorong Melur 4',
  businesses: [
    {
      id: newId(),
      name: 'Jamu Kartini',
      product: 'jamu',
      sector: 'culinary',
      kbli: null,
      nib: null,
      kelurahanCode: places.kelurahan,
      address: null,
    },
  ],
};

const ask = (personId: string, change: Record<string, unknown> = {}, as: Actor = melati.officer) =>
  house.does(as, 'registry.receive-data-request', {
    personId,
    kind: 'access',
    channel: 'counter',
    proof: 'ktp',
    receivedOn: '2026-03-10',
    words: 'Saya ingin tahu apa yang disimpan tentang saya.',
    ...change,
  }) as Promise<{ requestId: string; number: string }>;
const answer = (requestId: string, decision: string, as: Actor = dpo) =>
  house.does(as, 'registry.answer-data-request', {
    requestId,
    decision,
    answer: 'Sudah kami kerjakan.',
  });
const read = <T>(fn: Parameters<typeof house.app.read<T>>[1]) => house.app.read(testCity, fn);

describe('asking', () => {
  test('gets a number and a clock from the first minute of the day she asked', async () => {
    const { requestId, number } = await ask(melati.member('Siti').id);
    expect(number).toBe('PDP-2026-0001');
    const asked = await read((db) => findDataRequest(db, requestId));
    expect(asked?.dueAt.toISOString()).toBe('2026-03-12T17:00:00.000Z');
    expect(await read((db) => countDataRequests(db, new Date('2026-03-12T17:00:01Z')))).toEqual({
      open: 1,
      late: 1,
      answered: 0,
      inTime: 0,
    });
  });

  test('is refused for a day to come, twice at once, and without what is wrong', async () => {
    const siti = melati.member('Siti').id;
    expect(await refusedAs(ask(siti, { receivedOn: '2026-03-12' }))).toBe(
      'registry.received-in-future',
    );
    expect(await refusedAs(ask(siti))).toBe('registry.request-stands');
    const correction = { kind: 'correction', field: 'bornOn' };
    expect(await refusedAs(ask(siti, { ...correction, value: '31-02-1990' }))).toBe(
      'registry.correction-unreadable',
    );
    expect(await refusedAs(ask(siti, { kind: 'correction' }))).toBe('registry.correction-needed');
    expect(await refusedAs(ask(siti, { kind: 'stop' }, melati.strangerMentor))).toBe(
      'command.not-allowed',
    );
  });
});

describe('granting', () => {
  test('a correction writes the field, and where it came from stays', async () => {
    const siti = melati.member('Siti').id;
    const asked = await ask(siti, { kind: 'correction', field: 'phone', value: '0812 9999 0000' });
    expect(await refusedAs(answer(asked.requestId, 'granted', melati.officer))).toBe(
      'command.not-allowed',
    );
    await answer(asked.requestId, 'granted');
    const person = await read((db) => findPerson(db, { scope: everywhere, personId: siti }));
    expect(person?.phone).toBe('+6281299990000');
    expect(await refusedAs(answer(asked.requestId, 'refused'))).toBe('registry.request-answered');
  });

  test('a withdrawal ends every consent that stands', async () => {
    const emi = melati.member('Emi').id;
    await house.does(melati.mentor, 'registry.record-consent', {
      personId: emi,
      purpose: 'catalogue',
      noticeVersion: 1,
      channel: 'written',
      on: '2026-03-11',
    });
    const asked = await ask(emi, { kind: 'stop', channel: 'phone' });
    await answer(asked.requestId, 'granted');
    const consents = await read((db) => consentsOfPerson(db, emi));
    expect(consents.length).toBeGreaterThan(0);
    expect(consents.every((consent) => consent.withdrawnOn === '2026-03-11')).toBe(true);
    expect(consents.every((consent) => consent.withdrawnChannel === 'spoken')).toBe(true);
  });

  test('a restriction takes her off the lists until it is lifted', async () => {
    const dewi = melati.member('Dewi').id;
    const listed = async () => {
      const list = {
        q: '',
        sort: 'name',
        direction: 'asc',
        size: 100,
        offset: 0,
        filters: {},
      } as const;
      const { rows } = await read((db) => listPeople(db, { scope: everywhere, list }));
      return rows.some((row) => row.id === dewi);
    };
    const asked = await ask(dewi, { kind: 'restriction' });
    await answer(asked.requestId, 'granted');
    expect(await listed()).toBe(false);
    const found = (change: { restrictedToo?: true }) =>
      read((db) => findPerson(db, { scope: everywhere, personId: dewi, ...change }));
    expect(await found({})).toBeNull();
    expect(await found({ restrictedToo: true })).toMatchObject({ name: 'Dewi Lestari' });
    const lift = { personId: dewi, why: 'Ia meminta sendiri' };
    await house.does(dpo, 'registry.lift-restriction', lift);
    expect(await listed()).toBe(true);
    expect(await refusedAs(house.does(dpo, 'registry.lift-restriction', lift))).toBe(
      'registry.not-restricted',
    );
  });
});

test('a record that was provisional is provisional again when its restriction is lifted', async () => {
  const yusnidar = melati.member('Yusnidar').id;
  const { owner } = house.app.pools;
  await owner.query(`update registry.person set state = 'provisional' where id = $1`, [yusnidar]);
  const asked = await ask(yusnidar, { kind: 'restriction' });
  await answer(asked.requestId, 'granted');
  await house.does(dpo, 'registry.lift-restriction', { personId: yusnidar, why: 'Sudah jelas' });
  const person = await read((db) => findPerson(db, { scope: everywhere, personId: yusnidar }));
  expect(person?.state).toBe('provisional');
});

describe('erasure', () => {
  test('of a borrower is refused with the law, never half done', async () => {
    const rohani = melati.member('Rohani').id;
    const asked = await ask(rohani, { kind: 'erasure' });
    expect(await refusedAs(answer(asked.requestId, 'granted'))).toBe('registry.erasure-held');
    const person = await read((db) => findPerson(db, { scope: everywhere, personId: rohani }));
    expect(person?.name).toBe('Rohani');
    await answer(asked.requestId, 'refused');
  });

  test('leaves the id and nothing else of somebody who was only on a list', async () => {
    const asked = await ask(kartini, { kind: 'erasure' });
    await answer(asked.requestId, 'granted');
    const { rows } = await house.app.pools.owner.query<{ left: string }>(
      `select (select to_jsonb(p) from registry.person p where id = $1)::text
        || (select coalesce(jsonb_agg(b), '[]') from registry.business b where owner_id = $1)::text
        || (select coalesce(jsonb_agg(i), '[]') from registry.identifier i where person_id = $1)::text
        || (select coalesce(jsonb_agg(v), '[]') from registry.source_value v where subject_id = $1)::text as left`,
      [kartini],
    );
    const left = rows[0]?.left ?? '';
    const words = await house.app.pools.owner.query<{ word: string }>(
      `select word from registry.search_word where city_id = $1`,
      [testCity],
    );
    // Sari and keripik are others' too; what was hers alone is gone, and what others are found by stays.
    const searched = words.rows.map((row) => row.word);
    expect(searched).not.toContain('kartini');
    expect(searched).not.toContain('jamu');
    expect(searched).toContain('keripik');
    for (const secret of ['Kartini', 'kartini', '1980', '81234567890', '0001"', 'Jamu'])
      expect(left, secret).not.toContain(secret);
    expect(left).toContain('erased');
    expect(await read((db) => requestsOfPerson(db, kartini))).toHaveLength(1);
    expect(
      await refusedAs(
        ask(kartini, { kind: 'restriction' }).then(({ requestId }) => answer(requestId, 'granted')),
      ),
    ).toBe('registry.nobody-there');
  });
});
