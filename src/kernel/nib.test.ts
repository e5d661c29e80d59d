import { expect, it } from 'vitest';
import { parseNib } from './nib.ts';

it.each(['9120001234567', '9120 0012 34567', 'NIB: 9120001234567', "'9120001234567"])(
  'a NIB is read from "%s"',
  (text) => {
    expect(parseNib(text)).toEqual({ ok: true, value: '9120001234567', warnings: [] });
  },
);

it.each([
  ['912000123456', 'nib.wrong-length'],
  ['91200012345678', 'nib.wrong-length'],
  ['503/123/IUMK/2019', 'nib.not-digits'],
  ['', 'nib.not-digits'],
])('"%s" is refused as %s', (text, code) => {
  expect(parseNib(text)).toMatchObject({ ok: false, problem: { code } });
});
