import { sql } from 'kysely';
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
import { cutOffOf, retentionClasses } from '../../rights/retention.ts';
import type { RetentionClass } from '../../rights/retention.ts';
import { listHolds, previewRetention } from './retention-pages.ts';

const start = '2026-03-11T02:00:00Z';
/** More than every period later, and so another day of the business. */
const later = new Date('2032-06-01T02:00:00Z');
const house = useHouse(start);
let melati: Melati;
let dpo: Actor;
/** Two whom a list wrote down once and nobody served since. */
const [kartini, ratih] = [newId(), newId()];

beforeAll(async () => {
  melati = await foundMelati(house);
  dpo = { ...melati.officer, userId: newId(), name: 'Ibu Pelindung', roles: [cityRole('dpo')] };
  const given = {
    sex: 'female',
    bornOn: '1980-04-21',
    kelurahanCode: places.kelurahan,
    businesses: [],
  };
  await house.does(systemActor, 'registry.register-people', {
    source: 'Daftar lama',
    people: [
      {
        ...given,
        id: kartini,
        name: 'Kartini Wulandari',
        nik: '9971016104800001',
        phone: null,
        address: 'Lorong 4',
      },
      {
        ...given,
        id: ratih,
        name: 'Ratih Purwasih',
        nik: '9971016104800002',
        phone: null,
        address: null,
      },
    ],
  });
  const { owner } = house.app.pools;
  // Traces that only time brings: an import nobody finished, an attempt to sign in.
  const batch = newId();
  await owner.query(
    `insert into registry.import_batch (city_id, id, file_name, sha256, state, uploaded_by, uploaded_at)
     values ($1, $2, 'lama.csv', repeat('a', 64), 'cancelled', $3, $4)`,
    [testCity, batch, melati.officer.userId, start],
  );
  await owner.query(
    `insert into registry.import_row (city_id, batch_id, row_number, cells) values ($1, $2, 2, '["Kartini"]'),
      ($1, $2, 3, '["Ratih"]')`,
    [testCity, batch],
  );
  await owner.query(
    `insert into access.sign_in_attempt values ($1, $2, 'x', '10.0.0.1', $3, false)`,
    [testCity, newId(), start],
  );
});

const preview = async (name: RetentionClass) =>
  (
    await house.app.read(testCity, (db) =>
      previewRetention(db, house.now.toISOString().slice(0, 10)),
    )
  ).find((row) => row.name === name);
const end = (retentionClass: RetentionClass, as: Actor = systemActor) =>
  house.does(as, 'registry.end-retention', { retentionClass }) as Promise<{
    gone: number;
    held: number;
  }>;
const stateOf = async (id: string) => {
  const { rows } = await house.app.pools.owner.query<{ state: string; name: string }>(
    `select state, name from registry.person where id = $1`,
    [id],
  );
  return rows[0];
};
/** Words of the search index: of the one who ends, of a name that was corrected since, of the one who is held. */
const searchable = async () => {
  const { rows } = await house.app.pools.owner.query<{ word: string }>(
    `select word from registry.search_word where word in ('purwasih', 'sekali', 'wulandari') order by word`,
  );
  return rows.map(({ word }) => word);
};
const hold = (untilOn: string, personId = kartini, as: Actor = dpo) =>
  house.does(as, 'registry.hold-person', {
    personId,
    why: 'Pemeriksaan Inspektorat',
    untilOn,
  }) as Promise<{
    holdId: string;
  }>;

describe('what is past its period', () => {
  test('is nothing on the day it was written down', async () => {
    const rows = await house.app.read(testCity, (db) => previewRetention(db, '2026-03-11'));
    expect(rows.map((row) => row.name)).toEqual(retentionClasses);
    expect(rows.every((row) => row.due === 0 && row.held === 0)).toBe(true);
    expect(cutOffOf('people-not-served', '2032-02-28')).toBe('2027-02-28');
  });

  test('is previewed as exactly the rows that end, and a second run finds none', async () => {
    house.now = later;
    expect(await preview('unfinished-imports')).toMatchObject({ due: 2, held: 0, lastRun: null });
    expect(await end('unfinished-imports')).toEqual({ gone: 2, held: 0 });
    expect(await preview('unfinished-imports')).toMatchObject({ due: 0, lastRun: { gone: 2 } });
    expect(await end('unfinished-imports')).toEqual({ gone: 0, held: 0 });
    expect((await end('sign-in-traces')).gone).toBeGreaterThan(0);
  });

  test('is ended by the night and by the data protection officer, and by nobody else', async () => {
    expect(await refusedAs(end('request-words', melati.officer))).toBe('command.not-allowed');
    expect(await end('request-words', dpo)).toEqual({ gone: 0, held: 0 });
  });
});

describe('a hold', () => {
  test('is set by whom it is given to, for a day to come', async () => {
    expect(await refusedAs(hold('2032-05-31'))).toBe('registry.hold-in-past');
    expect(await refusedAs(hold('2032-12-31', kartini, melati.officer))).toBe(
      'command.not-allowed',
    );
  });

  test('keeps her from ending by age and from being erased at her own asking, until it is lifted', async () => {
    const { holdId } = await hold('2032-12-31');
    for (const key of ['kartini sekali wulandari', 'kartini wulandari'])
      await house.app.pools.owner.query('update registry.person set name_key = $1 where id = $2', [
        key,
        kartini,
      ]);
    expect(await preview('people-not-served')).toMatchObject({ due: 1, held: 1 });
    expect(await searchable()).toEqual(['purwasih', 'sekali', 'wulandari']);
    expect(await end('people-not-served')).toEqual({ gone: 1, held: 1 });
    expect(await searchable(), 'words of nobody who is still here').toEqual(['wulandari']);
    expect(await stateOf(ratih)).toEqual({ state: 'erased', name: 'Dihapus' });
    expect((await stateOf(kartini))?.name).toBe('Kartini Wulandari');

    const { requestId } = (await house.does(melati.officer, 'registry.receive-data-request', {
      ...{ personId: kartini, kind: 'erasure', channel: 'counter', proof: 'ktp' },
      ...{ receivedOn: '2032-06-01', words: 'Hapus data saya.' },
    })) as { requestId: string };
    const grant = () =>
      house.does(dpo, 'registry.answer-data-request', {
        requestId,
        decision: 'granted',
        answer: 'Baik.',
      });
    expect(await refusedAs(grant())).toBe('registry.erasure-held');
    await expect(
      house.database.write((tx) =>
        sql`select registry.erase_person(${testCity}, ${kartini}, '2032-06-01')`.execute(tx),
      ),
    ).rejects.toThrow('is held');

    const holds = await house.app.read(testCity, (db) => listHolds(db, { today: '2032-06-01' }));
    expect(holds).toMatchObject([
      { personName: 'Kartini Wulandari', why: 'Pemeriksaan Inspektorat', setName: 'Ibu Pelindung' },
    ]);
    await house.does(dpo, 'registry.lift-hold', { holdId, why: 'Pemeriksaan selesai' });
    const lift = house.does(dpo, 'registry.lift-hold', { holdId, why: 'Pemeriksaan selesai' });
    expect(await refusedAs(lift)).toBe('registry.unknown-hold');
    await grant();
    expect((await stateOf(kartini))?.state).toBe('erased');
  });

  test('ends by itself on its day', async () => {
    const siti = melati.member('Siti').id;
    await hold('2032-06-30', siti);
    const on = (today: string) =>
      house.app.read(testCity, (db) => listHolds(db, { today, personId: siti }));
    expect(await on('2032-06-30')).toHaveLength(1);
    expect(await on('2032-07-01')).toHaveLength(0);
  });
});

test('a member, a borrower or a saver never ends by age', async () => {
  house.now = new Date('2045-01-01T02:00:00Z');
  const { gone } = await end('people-not-served');
  expect(gone).toBe(0);
  expect((await stateOf(melati.member('Rohani').id))?.name).toBe('Rohani');
});
