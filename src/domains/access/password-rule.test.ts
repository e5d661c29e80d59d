import { expect, it } from 'vitest';
import { strongEnough } from './password-rule.ts';

it.each(['kue lapis legit', 'Ombak-Biru-77', 'tiga jeruk manis'])('takes %j', (password) => {
  expect(strongEnough(password, ['dewi.s', 'Dewi Sartika'])).toBe(true);
});

it.each([
  'pendek',
  '1234567890',
  'abcdefghijk',
  'aaaaaaaaaaaa',
  'Password12',
  'rahasia1234',
  'dewi.sartika',
  'x'.repeat(300),
])('refuses %j', (password) => {
  expect(strongEnough(password, ['dewi.s', 'Dewi Sartika'])).toBe(false);
});
