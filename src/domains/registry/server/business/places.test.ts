import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { listRegions } from '../region-store.ts';
import { findCurrentBusiness } from '../field/current-record.ts';
import { placesOfBusiness } from './place-pages.ts';

const house = useHouse();
let jambi: Jambi;
let kelurahan: { code: string; name: string }[];
const officer = actorWith('Dewi Petugas', cityRole('petugas-dinas'));
const photo = 'a'.repeat(64);

/** Her kelurahan as a square of a hundredth of a degree, and its neighbour to the east. */
beforeAll(async () => {
  jambi = await foundJambi(house);
  const { own, all } = await house.app.read(testCity, async (db) => ({
    own: (await findCurrentBusiness(db, jambi.cast['Siti Aminah'].businessId))?.kelurahanCode,
    all: await listRegions(db, 'kelurahan'),
  }));
  const other = all.find(({ code }) => code !== own);
  kelurahan = [all.find(({ code }) => code === own)!, other!];
  const features = kelurahan.map(({ code }, at) => {
    const west = 103.6 + at / 100;
    const ring = [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
      [0, 0],
    ] as const;
    const coordinates = [ring.map(([x, y]) => [west + x, -1.6 + y])];
    return { properties: { code }, geometry: { type: 'Polygon', coordinates } };
  });
  await house.does(systemActor, 'registry.import-boundaries', {
    fileName: 'batas.geojson',
    source: 'Dinas PUPR',
    geojson: JSON.stringify({ type: 'FeatureCollection', features }),
  });
});

const businessId = () => jambi.cast['Siti Aminah'].businessId;
const places = () => house.app.read(testCity, (db) => placesOfBusiness(db, businessId()));
const does = (kind: string, body: Record<string, unknown>, actor = officer) =>
  house.does(actor, `registry.${kind}`, { businessId: businessId(), ...body });
const point = (latitude: number, longitude: number) =>
  does('set-business-point', { latitude, longitude, how: 'map' });

it('takes a point in the kelurahan of the business', async () => {
  expect(await point(-1.595, 103.605)).toMatchObject({ outside: false, lies: kelurahan[0]?.name });
});

it('takes a point outside the kelurahan and says where it lies, for the register may be what errs', async () => {
  expect(await point(-1.595, 103.615)).toMatchObject({ outside: true, lies: kelurahan[1]?.name });
  expect(await point(-1.62, 103.605)).toMatchObject({ outside: true, lies: null });
});

it('refuses a point of another island', async () => {
  expect(await refusedAs(point(-7.9, 112.6))).toBe('registry.far-from-city');
});

it('keeps every place a business worked in, and ends one once', async () => {
  const place = {
    kind: 'home',
    tenure: 'family',
    kelurahanCode: null,
    address: 'Jl. Melati 3',
    from: '2024-01-01',
  };
  const { premisesId } = (await does('record-business-premises', place)) as { premisesId: string };
  await does('record-business-premises', {
    ...place,
    kind: 'kiosk',
    tenure: 'rented',
    from: '2025-12-01',
  });
  const end = (on: string) =>
    house.does(officer, 'registry.end-business-premises', { premisesId, on });
  expect(await refusedAs(end('2023-12-31'))).toBe('registry.premises-end-early');
  await end('2025-11-30');
  expect(await refusedAs(end('2025-12-01'))).toBe('registry.premises-end-early');
  expect((await places()).premises.map(({ kind, to }) => [kind, to])).toEqual([
    ['kiosk', null],
    ['home', '2025-11-30'],
  ]);
  expect(
    await refusedAs(does('record-business-premises', { ...place, kelurahanCode: '99.99.99.9999' })),
  ).toBe('registry.unknown-kelurahan');
});

it('keeps a photograph once, twelve at most, and takes one away', async () => {
  const add = (sha256: string) =>
    does('add-business-photo', { sha256, shows: 'Keripik balado', takenOn: '2026-01-05' });
  await add(photo);
  expect(await refusedAs(add(photo))).toBe('registry.photo-known');
  const [{ id } = { id: '' }] = (await places()).photos;
  const remove = () => house.does(officer, 'registry.remove-business-photo', { photoId: id });
  await remove();
  expect(await refusedAs(remove())).toBe('registry.unknown-photo');
  for (let at = 0; at < 12; at++) await add(at.toString(16).repeat(64));
  expect(await refusedAs(add('f'.repeat(64)))).toBe('registry.too-many-photos');
});

it('lets nobody set the point of a business who has nothing to do with it', async () => {
  const body = { latitude: -1.595, longitude: 103.605, how: 'map' };
  expect(await refusedAs(does('set-business-point', body, jambi.officers.yuni))).toBe(
    'command.not-allowed',
  );
});

it('forgets where she worked and what it looked like when she is erased', async () => {
  expect((await places()).premises).not.toEqual([]);
  await house.database.write((tx) =>
    sql`select registry.erase_person(${tx.city}, ${jambi.cast['Siti Aminah'].id}, '2026-01-07')`.execute(
      tx,
    ),
  );
  expect(await places()).toEqual({ premises: [], photos: [] });
});
