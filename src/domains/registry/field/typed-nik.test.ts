import { describe, expect, test } from 'vitest';
import { checkTypedNik } from './typed-nik.ts';

const today = '2026-11-22';
const odd = (text: string, context = {}) =>
  checkTypedNik(text, { today, leastAge: 17, ...context }).odd.map(({ code }) => code);

describe('a NIK while it is typed', () => {
  test('says how many digits are missing, and nothing else while all is well', () => {
    expect(checkTypedNik('1571 0154', { today })).toMatchObject({ missing: 8, odd: [], nik: null });
    expect(checkTypedNik('1571015405900007', { today })).toMatchObject({
      missing: 0,
      odd: [],
      nik: { sex: 'female', birthDates: ['1990-05-14'] },
    });
  });

  test('tells an unknown province as soon as it stands', () => {
    expect(odd('9')).toEqual([]);
    expect(odd('99')).toEqual(['nik.unknown-province']);
    expect(odd('9971015405900007')).toEqual(['nik.unknown-province']);
  });

  test('tells a day that does not exist, and one that contradicts her birth date or sex', () => {
    expect(odd('157101725513')).toEqual(['nik.impossible-date']);
    expect(odd('157101540590', { birthDate: '1990-05-15' })).toEqual(['nik.birth-date-differs']);
    expect(odd('1571015405900007', { sex: 'male' })).toEqual(['nik.sex-differs']);
  });

  test('tells of too many digits and of letters', () => {
    expect(odd('15710154059000077')).toEqual(['nik.too-long']);
    expect(odd('15710154O5900007')).toEqual(['nik.not-digits']);
  });
});
