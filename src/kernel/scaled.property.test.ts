import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AmountStyle, formatScaled, parseScaled, rescale, writeScaled } from './scaled.ts';

const style = fc.record({
  decimal: fc.constantFrom<',' | '.'>(',', '.'),
  digits: fc.integer({ min: 0, max: 4 }),
});
const amount = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });

test('an amount written in any style is read back to the last unit', () => {
  fc.assert(
    fc.property(amount, style, fc.boolean(), (value, how: AmountStyle, grouped) => {
      const read = parseScaled(writeScaled(value, how, grouped), how);
      expect(read).toMatchObject({ ok: true, value });
    }),
  );
});

test('going to a finer scale and back loses nothing', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 4 }), (value, digits) => {
      expect(rescale(rescale(value, 0, digits), digits, 0)).toBe(value);
    }),
  );
});

test.each([
  ['1.234.567,89', ',', 2, 123_456_789n],
  ['1,234,567.89', '.', 2, 123_456_789n],
  ['1234567.8', '.', 2, 123_456_780n],
  ['Rp 847.937,-', ',', 0, 847_937n],
  ['500.000,00', ',', 0, 500_000n],
  ['0,1', ',', 2, 10n],
  ['90071992547.93', '.', 2, 9_007_199_254_793n],
] as const)('%s is read exactly', (text, decimal, digits, value) => {
  expect(parseScaled(text, { decimal, digits })).toMatchObject({ ok: true, value });
});

test.each([
  ['1.234.567,89', '.', 2, 'amount.not-an-amount'],
  ['12,34,567.00', '.', 2, 'amount.not-an-amount'],
  ['1,005', ',', 2, 'amount.too-fine'],
  ['-5', ',', 0, 'amount.negative'],
  ['(5)', ',', 0, 'amount.negative'],
  ['', ',', 0, 'amount.empty'],
  ['1e6', ',', 0, 'amount.not-an-amount'],
  ['NaN', '.', 2, 'amount.not-an-amount'],
  ['9999999999999', '.', 2, 'amount.too-large'],
] as const)('%s with a decimal %s is refused', (text, decimal, digits, code) => {
  expect(parseScaled(text, { decimal, digits })).toMatchObject({
    ok: false,
    problem: { code },
  });
});

test('cents are shown as people here write them', () => {
  expect(formatScaled(123_456_789n, 2, 'id')).toBe('Rp 1.234.567,89');
  expect(formatScaled(-5n, 2, 'en')).toBe('−Rp 0.05');
  expect(formatScaled(2_500_000n, 0)).toBe('Rp 2.500.000');
});
