import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactNumberText, excelDateText, hasLostDigits, isDateFormat } from './number-text.ts';

test.each([
  ['1.571014105900001E15', '1571014105900001'],
  ['1.5710141059000012E+15', '1571014105900001.2'],
  ['8.1248632002E10', '81248632002'],
  ['9.0799999999999995E-2', '0.0908'],
  ['-12', '-12'],
  ['007', '7'],
  ['1e400', '1e400'],
  ['abc', 'abc'],
])('the stored number %s reads %s', (raw, text) => {
  expect(exactNumberText(raw)).toBe(text);
});

test('every whole number Excel can hold keeps all its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (n) => {
      const [digits, exponent] = n.toExponential().split('e');
      return exactNumberText(`${digits}E${exponent}`) === String(n) && !hasLostDigits(String(n));
    }),
  );
});

test('a sixteen-digit number has lost its last digit', () => {
  expect(hasLostDigits('9999014105900000')).toBe(true);
});

test.each([
  [32994, false, '1990-05-01'],
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [32994.5, false, '1990-05-01 12:00'],
  [31532, true, '1990-05-01'],
  [0.5, false, undefined],
  [9_999_999, false, undefined],
])('day %d (1904: %s) is %s', (serial, epoch1904, date) => {
  expect(excelDateText(serial, epoch1904)).toBe(date);
});

test.each([
  [14, undefined, true],
  [0, undefined, false],
  [164, 'dd/mm/yyyy', true],
  [164, '[$-421]dd mmmm yyyy;@', true],
  [164, '#,##0 "day"', false],
  [164, '0.00E+00', false],
  [164, '[Red]0', false],
])('format %d %s shows a date: %s', (id, code, expected) => {
  expect(isDateFormat(id, code)).toBe(expected);
});
