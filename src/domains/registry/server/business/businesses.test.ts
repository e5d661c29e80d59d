import { beforeAll, expect, it } from 'vitest';
import type { Scope } from '#domains/access/who-may.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { findPerson } from '../person-pages.ts';
import { findBusiness } from './business-pages.ts';

const house = useHouse();
let jambi: Jambi;
const nowhere: Scope = {
  all: false,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
const officer = actorWith('Dewi Petugas', cityRole('petugas-dinas'));

beforeAll(async () => {
  jambi = await foundJambi(house);
});

const siti = () => jambi.cast['Siti Aminah'];
const business = async (scope = { ...nowhere, all: true }) =>
  house.app.read(testCity, (db) => findBusiness(db, { scope, businessId: siti().businessId }));
const figures = (change: Record<string, unknown> = {}) =>
  house.does(officer, 'registry.record-business-figures', {
    businessId: siti().businessId,
    year: 2025,
    capitalRupiah: null,
    salesRupiah: '48000000',
    workers: 2,
    evidence: 'Pembukuan',
    ...change,
  });
const licence = (change: Record<string, unknown> = {}) =>
  house.does(officer, 'registry.record-business-licence', {
    businessId: siti().businessId,
    kind: 'pirt',
    number: '2061571010001-28',
    product: 'Keripik singkong',
    issuedOn: '2023-03-01',
    validTo: '2028-03-01',
    ...change,
  });
const owner = (change: Record<string, unknown> = {}) =>
  house.does(officer, 'registry.name-business-owner', {
    businessId: siti().businessId,
    personId: jambi.cast.Rohani.id,
    role: 'partner',
    sharePercent: 40,
    from: '2026-01-01',
    ...change,
  });

it('keeps the figures of a year; of those said twice the last ones count', async () => {
  await figures();
  await figures({ salesRupiah: '60000000', evidence: 'SPT' });
  await figures({ year: 2024, salesRupiah: null, capitalRupiah: '12000000' });
  expect((await business())?.figures).toMatchObject([
    { year: 2025, salesRupiah: '60000000', evidence: 'SPT', byName: 'Dewi Petugas' },
    { year: 2024, salesRupiah: null, capitalRupiah: '12000000' },
  ]);
});

it('refuses figures of a year to come, and figures that say nothing', async () => {
  expect(await refusedAs(figures({ year: 2027 }))).toBe('registry.year-to-come');
  expect(await refusedAs(figures({ salesRupiah: null, workers: null }))).toBe(
    'command.invalid-input',
  );
});

it('keeps a licence as its paper says, once', async () => {
  await licence();
  expect((await business())?.licences).toMatchObject([
    { kind: 'pirt', number: '2061571010001-28', validTo: '2028-03-01' },
  ]);
  expect(await refusedAs(licence())).toBe('registry.licence-known');
  expect(await refusedAs(licence({ number: '1', kind: 'nib' }))).not.toBe('registry.licence-known');
  expect(await refusedAs(licence({ number: '12345', kind: 'nib' }))).toBe('registry.not-a-nib');
  expect(await refusedAs(licence({ number: 'lain', validTo: '2020-01-01' }))).toBe(
    'registry.licence-ends-before',
  );
});

it('has several owners, whose shares never exceed the whole', async () => {
  await owner();
  expect(await refusedAs(owner())).toBe('registry.owner-known');
  expect(await refusedAs(owner({ personId: siti().id }))).toBe('registry.owner-known');
  const emi = jambi.cast['Emi Suryani'].id;
  expect(await refusedAs(owner({ personId: emi, sharePercent: 60 }))).toBe(
    'registry.too-much-owned',
  );
  await owner({ personId: emi, role: 'spouse', sharePercent: null });
  expect((await business())?.owners.map(({ name, sharePercent }) => [name, sharePercent])).toEqual([
    ['Rohani', 40],
    ['Emi Suryani', null],
  ]);
});

it('stands on the page of everyone who owns it', async () => {
  const hers = await house.app.read(testCity, (db) =>
    findPerson(db, { scope: { ...nowhere, all: true }, personId: jambi.cast.Rohani.id }),
  );
  expect(hers?.businesses.map(({ id, role }) => [id, role])).toEqual([
    [jambi.cast.Rohani.businessId, null],
    [siti().businessId, 'partner'],
  ]);
});

it('ends an owner once, and lets her come back', async () => {
  const [first] = (await business())?.owners ?? [];
  const end = () =>
    house.does(officer, 'registry.end-business-owner', { ownerId: first?.id, on: '2026-06-30' });
  await end();
  expect(await refusedAs(end())).toBe('registry.unknown-owner');
  await owner({ from: '2026-07-01', sharePercent: 50 });
});

it('is shown to nobody outside its area, and a lender records nothing about it', async () => {
  expect(await business({ ...nowhere, kecamatan: ['15.71.02'] })).toBeNull();
  expect(await business({ ...nowhere, kecamatan: ['15.71.01'] })).not.toBeNull();
  const body = {
    businessId: siti().businessId,
    year: 2025,
    capitalRupiah: null,
    salesRupiah: '1',
    workers: null,
    evidence: 'Buku',
  };
  expect(
    await refusedAs(house.does(jambi.officers.yuni, 'registry.record-business-figures', body)),
  ).toBe('command.not-allowed');
});

it('tells in the audit trail what was recorded', async () => {
  const { rows } = await house.app.pools.owner.query<{ says: { id: string } }>(
    `select says from access.audit_line where city_id = $1 and kind like 'registry.%business%'`,
    [testCity],
  );
  expect(rows.map(({ says }) => says.id).join('\n')).toContain(
    'Rohani dicatat sebagai pemilik bersama 40 %',
  );
});
