import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  classifiedColumns,
  classifiedTables,
} from '#domains/registry/rights/classified-columns.ts';
import { newId } from '#kernel/id.ts';
import { cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { everythingHeld } from './everything-held.ts';
import type { HeldOfHer } from './everything-held.ts';
import { heldTables, notOfHers } from './held-tables.ts';

const schema = readFileSync(new URL('../../../../../db/schema.sql', import.meta.url), 'utf8');
/** Columns that lead to a person, or to something that is hers alone. */
const leading =
  /^ {2}(?:\w*person_id|owner_id|payer_id|obligor_id|creditor_id|debtor_id|known_id|other_id|into_id|subject_id|business_id|household_id|loan_id|card_id|membership_id|visit_id|case_id|counselling_id|claim_id) (?:uuid|text)/mu;
const tables = [...schema.matchAll(/^create table ([\w.]+) \(\n(.*?)\n\);/gmsu)];
const tablesOfPeople = tables.flatMap(([, table = '', columns = '']) =>
  leading.test(columns) ? [table] : [],
);
const classified = [...Object.keys(classifiedColumns), ...Object.keys(classifiedTables)].map(
  (table) => `registry.${table}`,
);

const house = useHouse('2026-11-18T02:00:00Z');
let melati: Melati;
let siti: string;
let nik: string;
let held: readonly HeldOfHer[];

beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  const { officer } = melati;
  const { rows } = await house.app.read(testCity, (db) =>
    sql<{ sealed: Buffer }>`select sealed from registry.identifier where city_id = ${testCity}
      and person_id = ${siti}::uuid and kind = 'nik'`.execute(db),
  );
  nik = house.app.identitySealer.open(rows[0]!.sealed);
  await listed('decile');
  await listed('department');
  await house.does(officer, 'registry.describe-family', {
    ...{ saidId: newId(), personId: siti, kk: '9971010101010001', saidOn: '2026-11-17' },
    ...{ relation: 'head', headSex: 'female', people: 4, children: 2, spendingRupiah: '2000000' },
  });
  await house.does(officer, 'registry.propose-welfare-change', {
    ...{
      proposalId: newId(),
      personId: siti,
      asks: 'lower',
      why: 'Rumahnya bocor',
      byHerself: true,
    },
  });
  await house.does({ ...officer, roles: [cityRole('dpo')] }, 'registry.record-breach', {
    ...{ kind: 'group-papers', groupId: melati.groupId, what: 'Map tertinggal di angkot.' },
    ...{ remedy: 'Sopirnya dihubungi.', happenedOn: '2026-11-18', foundAt: '2026-11-18T08:30' },
  });
  await house.app.pools.owner.query(
    `insert into programmes.invitation_draw values ($1, $2, 'Pelatihan ekspor', '2026-12-01', 5, '{}', 'benih', 9,
      repeat('a', 64), now(), $3, 'Dewi Petugas')`,
    [testCity, draw, officer.userId],
  );
  await house.app.pools.owner.query(
    `insert into programmes.invitation values ($1, $2, $3, null, 1, true, true)`,
    [testCity, draw, siti],
  );
  held = await house.app.read(testCity, (db) => everythingHeld(db, siti));
});

const draw = newId();

/** Siti on a list of deciles, or of a department. */
async function listed(kind: 'decile' | 'department'): Promise<void> {
  const listId = newId();
  const row = { number: 2, name: 'Siti', nik, kk: null, bornOn: null, kelurahanCode: null };
  const about =
    kind === 'decile'
      ? { kind, quarter: '2026-Q3', whole: true }
      : { kind, service: 'training', departmentId: melati.department, departmentName: 'Dinkes' };
  await house.does(melati.officer, 'registry.read-people-list', {
    ...{ listId, title: 'Daftar', fileName: 'a.csv', givenOn: '2026-11-01', ...about },
    rows: [{ ...row, relation: null, decile: kind === 'decile' ? 2 : null }],
  });
  await house.does(melati.officer, 'registry.apply-people-list', { listId });
}

const linesOf = (table: string) => {
  const tell = heldTables[table]?.tell;
  const rows = held.find((one) => one.table === table)?.rows ?? [];
  return rows.map(({ row }) => tell?.(row).id ?? '');
};

describe('her whole file', () => {
  test('gives or excuses every classified table, and every table with a column that leads to her', () => {
    const known = new Set([...Object.keys(heldTables), ...Object.keys(notOfHers)]);
    const all = new Set([...classified, ...tablesOfPeople]);
    expect([...all].filter((table) => !known.has(table)).toSorted()).toEqual([]);
  });

  test('names no table that is gone, and none both as given and as excused', () => {
    const names = tables.map(([, table]) => table);
    const known = [...Object.keys(heldTables), ...Object.keys(notOfHers)];
    expect(known.filter((table) => !names.includes(table))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  test('holds her decile, family, lists, invitation and incident in words', () => {
    expect(linesOf('registry.welfare_assessment')).toEqual([
      'Desil 2, 2026-Q3 · Daftar · NIK sama',
    ]);
    expect(linesOf('registry.household_said')).toEqual(['4 orang, 2 anak · Rp 2.000.000']);
    expect(linesOf('registry.welfare_proposal')).toEqual([
      'Lebih miskin dari yang tertulis · Rumahnya bocor · menunggu',
    ]);
    expect(linesOf('registry.people_list_row').toSorted()).toEqual(['Daftar', 'Daftar · Dinkes']);
    expect(linesOf('programmes.invitation')).toEqual(['Pelatihan ekspor · diundang']);
    expect(linesOf('registry.breach')).toEqual([
      'INS-2026-0001 · Kertas kelompok hilang · Map tertinggal di angkot. · Sopirnya dihubungi.',
    ]);
  });

  test('holds her loan, her savings and her applications row by row', () => {
    const names = held.map((one) => one.table);
    expect(names).toEqual(expect.arrayContaining(['lending.loan', 'lending.schedule_version']));
    expect(linesOf('lending.application_member')).toHaveLength(1);
  });

  test('opens no number, hands out no key and names nobody else of the group', () => {
    const written = JSON.stringify(held);
    expect(written).not.toContain(nik);
    expect(written).not.toMatch(/\\x[0-9a-f]{20}/u);
    expect(written).not.toMatch(/"(?:token|sealed|blind_index|pin_hash)"/u);
    expect(written).not.toContain('Rohani');
  });
});
