import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { findCurrentPerson } from '../field/index.ts';
import { findPerson } from '../person-pages.ts';
import { searchEverything } from '../search-pages.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let siti: string;
let rohani: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  rohani = melati.member('Rohani').id;
  // In Melati everybody has shown her card; two records of one person do not both have it right.
  await rows(`delete from registry.identifier where person_id = any ($1) and kind = 'nik'`, [
    [siti, rohani],
  ]);
  await rows(`update registry.person set sex = 'female' where id = any ($1)`, [[siti, rohani]]);
});

async function rows<Row extends Record<string, unknown>>(query: string, values: unknown[] = []) {
  return (await house.app.pools.owner.query<Row>(query, values)).rows;
}

const merge = (personId: string, intoId: string, change: Record<string, boolean> = {}) => {
  const mergeId = newId();
  return house
    .does(melati.officer, 'registry.merge-people', {
      mergeId,
      personId,
      intoId,
      reason: 'KTP yang sama diperlihatkan',
      ...change,
    })
    .then(() => mergeId);
};

const unmerge = (mergeId: string) =>
  house.does(melati.officer, 'registry.unmerge-people', {
    mergeId,
    reason: 'Ternyata dua saudara',
  });

/** Everything that hangs on people and money, but for the merge itself and the audit line that tells of it. */
async function everything() {
  const tables = await rows<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('registry', 'lending', 'savings', 'ledger', 'mentoring', 'programmes') and table_type = 'BASE TABLE'
       and table_name <> 'person_merge' order by 1`,
  );
  const held: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await rows<{ rows: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from ${name} t`,
    );
    held[name] = row?.rows;
  }
  return held;
}

/** What the search box finds, by kind and name. */
async function found(q: string) {
  const all = {
    all: true,
    kecamatan: [],
    kelurahan: [],
    department: [],
    institution: [],
    group: [],
  };
  const ask = { q, people: all, groups: all, limit: 5 };
  const hits = await house.app.read(testCity, (db) =>
    searchEverything(db, ask, house.app.identitySealer),
  );
  return hits.map(({ kind, name }) => `${kind} ${name}`).sort();
}

const person = (personId: string) =>
  house.app.read(testCity, (db) =>
    findPerson(db, {
      scope: {
        all: true,
        kecamatan: [],
        kelurahan: [],
        department: [],
        institution: [],
        group: [],
      },
      personId,
    }),
  );

describe('two records of one person, both with loans and savings at one cooperative', () => {
  test('lead to one another without a rupiah moved, and taken apart are exactly as before', async () => {
    const before = await everything();
    const loansBefore = await rows(`select id, person_id from lending.loan order by id`);
    expect(
      loansBefore.filter((loan) => [siti, rohani].includes(String(loan.person_id))),
    ).toHaveLength(2);
    const savings = await rows(`select person_id from savings.account where person_id = any ($1)`, [
      [siti, rohani],
    ]);
    expect(new Set(savings.map((account) => account.person_id)).size).toBe(2);
    const mergeId = await merge(rohani, siti);
    const during = await everything();
    // What she is found by follows from the rest, and is meant to change.
    const follows = ['registry.person', 'registry.search_entry'];
    for (const table of Object.keys(before).filter((name) => !follows.includes(name)))
      expect([table, during[table]]).toEqual([table, before[table]]);
    expect(await house.app.read(testCity, (db) => findCurrentPerson(db, rohani))).toMatchObject({
      id: siti,
    });
    expect(await found('rohani')).toEqual(['business Usaha Rohani', 'person Siti Aminah']);
    await unmerge(mergeId);
    expect(await everything()).toEqual(before);
    expect(await found('rohani')).toEqual(['business Usaha Rohani', 'person Rohani']);
  });

  test('are shown as one: both businesses, both memberships', async () => {
    const [alone, other] = [await person(siti), await person(rohani)];
    const mergeId = await merge(rohani, siti);
    const together = await person(siti);
    expect(together?.businesses).toHaveLength(
      (alone?.businesses.length ?? 0) + (other?.businesses.length ?? 0),
    );
    expect(together?.memberships).toHaveLength(
      (alone?.memberships.length ?? 0) + (other?.memberships.length ?? 0),
    );
    expect(await person(rohani)).toBeNull();
    await unmerge(mergeId);
    expect(await person(siti)).toEqual(alone);
    expect(await person(rohani)).toEqual(other);
  });

  test('tell in the audit trail that they were joined and taken apart', async () => {
    await unmerge(await merge(rohani, siti));
    const told = await rows<{ kind: string }>(
      `select kind from access.audit_line where kind in ('registry.merge-people', 'registry.unmerge-people') order by seq desc limit 2`,
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      'registry.unmerge-people',
      'registry.merge-people',
    ]);
  });
});

test('asks no second officer about what nobody may join: herself, whatever their sex', async () => {
  const again = merge(rohani, rohani, { despiteFamily: true });
  expect(await refusedAs(again)).toBe('registry.merge-with-herself');
});

describe('a chain of records', () => {
  test('all lead to the last, and come apart one by one', async () => {
    const emi = melati.member('Emi').id;
    await rows(`delete from registry.identifier where person_id = $1 and kind = 'nik'`, [emi]);
    const before = await everything();
    const first = await merge(rohani, siti);
    const second = await merge(siti, emi);
    const leads = await rows(`select merged_into from registry.person where id = any ($1)`, [
      [siti, rohani],
    ]);
    expect(leads).toEqual([{ merged_into: emi }, { merged_into: emi }]);
    expect(await refusedAs(unmerge(first))).toBe('registry.later-merge-first');
    await unmerge(second);
    expect(await house.app.read(testCity, (db) => findCurrentPerson(db, rohani))).toMatchObject({
      id: siti,
    });
    await unmerge(first);
    expect(await refusedAs(unmerge(first))).toBe('registry.already-unmerged');
    expect(await everything()).toEqual(before);
  });
});

describe('records that are not joined', () => {
  test('a person with herself', async () => {
    expect(await refusedAs(merge(siti, siti))).toBe('registry.merge-with-herself');
  });

  test('somebody joined already, also in a circle', async () => {
    const mergeId = await merge(rohani, siti);
    expect(await refusedAs(merge(siti, rohani))).toBe('registry.merge-with-herself');
    expect(await refusedAs(merge(rohani, melati.member('Dewi').id))).toBe(
      'registry.already-merged',
    );
    await unmerge(mergeId);
  });

  test('two people with NIKs of their own', async () => {
    const [one, other] = [melati.member('Nurhayati').id, melati.member('Dewi').id];
    for (const [id, digit] of [
      [one, '1'],
      [other, '2'],
    ] as const)
      await rows(
        `insert into registry.identifier (city_id, person_id, kind, sealed, blind_index, last_four, source)
         values ($1, $2, 'nik', $3, decode(repeat($4, 64), 'hex'), '000' || $4, 'ktp')
         on conflict do nothing`,
        [testCity, id, Buffer.from('x'), digit],
      );
    expect(await refusedAs(merge(one, other))).toBe('registry.two-niks');
  });

  test('a wife with her husband, unless a second officer agrees', async () => {
    await rows(`update registry.person set sex = 'male' where id = $1`, [rohani]);
    expect(await refusedAs(merge(rohani, siti))).toBe('registry.looks-like-family');
    await merge(rohani, siti, { despiteFamily: true });
    expect(await house.app.read(testCity, (db) => findCurrentPerson(db, rohani))).toMatchObject({
      id: rohani,
    });
    await rows(`update registry.person set sex = 'female' where id = $1`, [rohani]);
  });
});
