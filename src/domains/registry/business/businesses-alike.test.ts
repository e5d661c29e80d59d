import { describe, expect, test } from 'vitest';
import { findAlikeBusinesses, type BusinessRecord } from './businesses-alike.ts';

const siti = { ownerId: 'siti', ownerKey: 'siti aminah', phone: '+628111111111' };
const budi = { ownerId: 'budi', ownerKey: 'budi santoso', phone: '+628222222222' };

function business(change: Partial<BusinessRecord>): BusinessRecord {
  return {
    id: 'x',
    ...siti,
    name: 'Keripik Melati',
    product: null,
    kelurahanCode: '99.01.01.1001',
    address: null,
    ...change,
  };
}

const groundsOf = (one: Partial<BusinessRecord>, other: Partial<BusinessRecord>) =>
  findAlikeBusinesses([business(one), business(other)], 10)[0]?.grounds ?? null;

describe('under one owner', () => {
  test.each([
    ['Keripik Melati', 'Kripik Melati', 'name-alike'],
    ['Keripik Melati', 'KERIPIK "MELATI"', 'name-same'],
    ['Toko Soerjadi', 'Toko Suryadi', 'name-alike'],
    ['Keripik Melati', 'Usaha Keripik Melati Bu Siti', 'name-part'],
    ['Warung', 'Warung', 'name-same'],
  ])('%s and %s are one for somebody to decide', (name, other, ground) => {
    expect(groundsOf({ name }, { name: other })).toEqual(['owner-same', ground, 'place-same']);
  });

  test('a business without a name, called after its product, is the one that makes it', () => {
    expect(
      groundsOf({ name: 'Keripik Singkong' }, { name: 'Dapur Melati', product: 'Kripik singkong' }),
    ).toBeNull();
    expect(
      groundsOf(
        { name: 'Keripik Singkong' },
        { name: 'Dapur Melati', product: 'Keripik singkong' },
      ),
    ).toEqual(['owner-same', 'name-product', 'place-same']);
  });

  test('two that only the owner has in common are two', () => {
    expect(groundsOf({ name: 'Keripik Melati' }, { name: 'Jahit Rapi' })).toBeNull();
    expect(groundsOf({ name: 'Warung Melati' }, { name: 'Warung Mawar' })).toBeNull();
  });

  test('the same name in two kelurahan is asked about, a like one is a second business', () => {
    const elsewhere = { kelurahanCode: '99.01.01.1002' };
    expect(groundsOf({}, elsewhere)).toEqual(['owner-same', 'name-same', 'place-other']);
    expect(groundsOf({}, { ...elsewhere, name: 'Kripik Melati' })).toBeNull();
  });
});

describe('under two owners', () => {
  test('of one telephone: husband and wife with one stall', () => {
    expect(groundsOf({}, { ...budi, phone: siti.phone, name: 'Kripik Melati' })).toEqual([
      'phone-same',
      'name-alike',
      'place-same',
    ]);
  });

  test('whose names are alike: one woman under two spellings', () => {
    const other = { ...budi, ownerKey: 'sitti aminah' };
    expect(groundsOf({}, other)).toEqual(['owner-alike', 'name-same', 'place-same']);
  });

  test('whose names are alike but neither telephone nor street are two', () => {
    const other = { ...budi, ownerKey: 'siti', address: 'Jl. Melati No. 3' };
    expect(groundsOf({ address: 'Jl. Mawar No. 12' }, other)).toBeNull();
    expect(groundsOf({}, other)).toEqual(['owner-alike', 'name-same', 'place-same']);
  });

  test('at one address', () => {
    const address = 'Jl. Mawar No. 12 RT 05';
    expect(groundsOf({ address }, { ...budi, address: 'JL MAWAR NO 12, RT 05' })).toEqual([
      'name-same',
      'address-same',
      'place-same',
    ]);
  });

  test('of one name in one kelurahan and nothing else are two', () => {
    expect(groundsOf({}, budi)).toBeNull();
  });
});

test('the likeliest stand first, each pair once, the later record leading to the earlier', () => {
  const list = [
    business({ id: 'a' }),
    business({ id: 'b', ...budi, phone: siti.phone, name: 'Kripik Melati' }),
    business({ id: 'c', name: 'Keripik MELATI' }),
  ];
  expect(findAlikeBusinesses(list, 10).map(({ row, other }) => [row, other])).toEqual([
    [2, 0],
    [1, 0],
    [2, 1],
  ]);
  expect(findAlikeBusinesses(list, 1)).toHaveLength(1);
});
