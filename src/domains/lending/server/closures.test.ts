import { beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundJambi } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { listClosures } from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
let jambi: Jambi;

beforeAll(async () => {
  jambi = await foundJambi(house);
});

const closure = (change: object = {}) => ({
  closureId: newId(),
  name: 'Pekan Lebaran',
  from: '2027-03-08',
  to: '2027-03-14',
  sourceDocument: 'SKB tiga menteri',
  ...change,
});

it('a closure is written from its document and offered until it is over', async () => {
  await house.does(jambi.officers.rina, 'lending.write-closure', closure());
  const names = async (on: string) =>
    (await house.app.read(testCity, (db) => listClosures(db, on))).map((one) => one.name);
  expect(await names('2027-03-14')).toEqual(['Pekan Lebaran']);
  expect(await names('2027-03-15')).toEqual([]);
});

it('a closure that is over, ends before it begins, or takes more than a month is refused', async () => {
  const write = (change: object) =>
    house.does(jambi.officers.rina, 'lending.write-closure', closure(change));
  await expect(write({ from: '2026-03-01', to: '2026-03-07' })).rejects.toMatchObject({
    code: 'lending.closure-over',
  });
  await expect(write({ to: '2027-03-07' })).rejects.toMatchObject({
    code: 'command.invalid-input',
  });
  await expect(write({ to: '2027-04-20' })).rejects.toMatchObject({
    code: 'command.invalid-input',
  });
  await expect(write({ from: '2027-02-31' })).rejects.toMatchObject({
    code: 'command.invalid-input',
  });
});

it('is no business of a mentor', async () => {
  await expect(
    house.does(jambi.officers.fitri, 'lending.write-closure', closure()),
  ).rejects.toMatchObject({ code: 'command.not-allowed' });
});
