import { describe, expect, test } from 'vitest';
import type { KnownPerson, RowTraits } from '../import/person-index.ts';
import { compareProfile, decideCorrection, decideWhoSheIs } from './decide-registration.ts';

const known: KnownPerson = {
  ref: { kind: 'person', id: 'siti' },
  name: 'Siti Aminah',
  nameKey: 'siti aminah',
  nik: 'nik-of-siti',
  bornOn: '1985-03-12',
  phone: '+6281200000000',
  place: '15.71.01.1001',
  businesses: [],
};
const given = (change: Partial<RowTraits>): RowTraits => ({
  name: 'Siti Aminah',
  nameKey: 'siti aminah',
  nik: null,
  bornOn: null,
  phone: null,
  place: null,
  business: null,
  rowKey: 'row',
  ...change,
});

describe('who somebody found in the field is', () => {
  test('is certain by her NIK alone', () => {
    expect(decideWhoSheIs(given({ nik: 'nik-of-siti' }), [known]).kind).toBe('same');
    expect(decideWhoSheIs(given({ bornOn: '1985-03-12' }), [known]).kind).toBe('review');
  });

  test.each([
    ['phone', { phone: '+6281200000000' }, 'name-phone'],
    ['birth date', { bornOn: '1985-03-12' }, 'name-birth'],
    ['kelurahan', { place: '15.71.01.1001' }, 'name-place'],
    ['NIK under another name', { nik: 'nik-of-siti', nameKey: 'yuliana' }, 'nik-other-name'],
    [
      'phone and a name like hers',
      { phone: '+6281200000000', nameKey: 'siti amina' },
      'phone-near-name',
    ],
  ])('by her %s is left to a person', (_, change, why) => {
    expect(decideWhoSheIs(given(change), [known])).toMatchObject({
      kind: 'review',
      near: [{ why }],
    });
  });

  test('is new when nothing but her name is known', () => {
    expect(decideWhoSheIs(given({}), [known]).kind).toBe('new');
  });
});

describe('a second reading of a profile', () => {
  test('fills what was empty, proposes what differs, and says nothing of what was not asked', () => {
    const standing = { name: 'Siti Aminah', phone: null, address: 'Lr. Mawar No. 3', rt: '4' };
    const read = {
      name: 'Bu Siti Aminah',
      phone: '+628121',
      address: 'lr mawar no 3',
      rt: '05',
      rw: null,
    };
    expect(compareProfile('person', standing, read)).toEqual({
      fills: [{ field: 'phone', base: null, value: '+628121' }],
      differs: [{ field: 'rt', base: '4', value: '05' }],
    });
  });
});

describe('a correction', () => {
  test('is taken where its author saw what still stands', () => {
    expect(decideCorrection({ standing: 'a', base: 'a', value: 'b' })).toBe('applied');
    expect(decideCorrection({ standing: null, base: null, value: 'b' })).toBe('applied');
  });
  test('is proposed where somebody else was quicker', () => {
    expect(decideCorrection({ standing: 'c', base: 'a', value: 'b' })).toBe('proposed');
    expect(decideCorrection({ standing: 'c', base: null, value: 'b' })).toBe('proposed');
  });
  test('is nothing where both say the same', () => {
    expect(decideCorrection({ standing: 'b', base: 'a', value: 'b' })).toBe('same');
  });
});
