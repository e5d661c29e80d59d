import { expect, it } from 'vitest';
import { kbliKey, parseKbli } from './kbli.ts';

it.each([
  ['10794', '10794'],
  [' 10794 ', '10794'],
  ['10794 - Industri Kerupuk', '10794'],
  ['10794.0', '10794'],
  ['1134', '01134'],
])('a line of business is read from "%s"', (text, code) => {
  expect(parseKbli(text, '2020')).toEqual({
    ok: true,
    value: { version: '2020', code },
    warnings: [],
  });
});

it.each(['', '107', '107945', 'C', 'INDUSTRI KERUPUK'])('"%s" is no code', (text) => {
  expect(parseKbli(text, '2020')).toMatchObject({
    ok: false,
    problem: { code: 'kbli.not-a-code' },
  });
});

it('the same digits of two editions are two lines of business', () => {
  expect(kbliKey({ version: '2020', code: '10772' })).not.toBe(
    kbliKey({ version: '2025', code: '10772' }),
  );
});
