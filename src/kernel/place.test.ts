import { describe, expect, it } from 'vitest';
import {
  isUrbanWard,
  isWithin,
  parentPlace,
  parsePlaceCode,
  placeAt,
  placeLevel,
} from './place.ts';

describe('A region code', () => {
  it('has a level and a parent', () => {
    expect(['15', '15.71', '15.71.01', '15.71.01.1001'].map(placeLevel)).toEqual([
      'province',
      'city',
      'kecamatan',
      'kelurahan',
    ]);
    expect(parentPlace('15.71.01.1001')).toBe('15.71.01');
    expect(parentPlace('15')).toBeUndefined();
    expect(placeAt('15.71.01.1001', 'city')).toBe('15.71');
    expect(placeAt('15.71', 'kecamatan')).toBeUndefined();
  });

  it('lies within its own ancestors only', () => {
    expect(isWithin('15.71.01.1001', '15.71')).toBe(true);
    expect(isWithin('15.71', '15.71')).toBe(true);
    expect(isWithin('15.71', '15.71.01')).toBe(false);
    expect(isWithin('15.711', '15.71')).toBe(false);
  });

  it('tells a kelurahan from a desa', () => {
    expect(isUrbanWard('15.71.01.1001')).toBe(true);
    expect(isUrbanWard('15.05.01.2001')).toBe(false);
    expect(isUrbanWard('15.71')).toBe(false);
  });

  it('is refused without its points, because BPS uses the same digits for another city', () => {
    expect(parsePlaceCode(' 31.74 ')).toMatchObject({ ok: true, value: '31.74' });
    expect(parsePlaceCode('3174')).toMatchObject({
      ok: false,
      problem: { code: 'place.scheme-unknown' },
    });
    expect(parsePlaceCode('15.7')).toMatchObject({
      ok: false,
      problem: { code: 'place.not-a-code' },
    });
  });
});
