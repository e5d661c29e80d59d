import { describe, expect, it } from 'vitest';
import {
  divideHalfEven,
  formatRupiah,
  groupDigits,
  parseRupiah,
  roundToMultiple,
  splitEvenly,
} from './money.ts';

describe('An amount is written', () => {
  it('with points in Indonesian and commas in English', () => {
    expect(formatRupiah(2_500_000n)).toBe('Rp 2.500.000');
    expect(formatRupiah(2_500_000n, 'en')).toBe('Rp 2,500,000');
    expect(formatRupiah(0n)).toBe('Rp 0');
    expect(formatRupiah(-1_500n)).toBe('−Rp 1.500');
    expect(groupDigits(-1234567)).toBe('−1.234.567');
  });
});

describe('An amount is read', () => {
  it.each([
    ['2500000', 2_500_000n],
    ['2.500.000', 2_500_000n],
    ['Rp 2.500.000', 2_500_000n],
    ['Rp2.500.000,-', 2_500_000n],
    ['rp. 2.500.000,00', 2_500_000n],
    ['IDR 500', 500n],
    ['1.000', 1_000n],
    ['  50.000 ', 50_000n],
    ['Rp\u00a050.000', 50_000n],
    ['0', 0n],
    ['2 juta', 2_000_000n],
    ['2,5 juta', 2_500_000n],
    ['750rb', 750_000n],
    ['1,25 miliar', 1_250_000_000n],
  ])('from "%s"', (text, amount) => {
    expect(parseRupiah(text)).toEqual({ ok: true, value: amount, warnings: [] });
  });

  it.each([
    ['', 'money.empty'],
    ['Rp', 'money.empty'],
    ['1,000', 'money.ambiguous'],
    ['1,000.50', 'money.ambiguous'],
    ['1.00', 'money.ambiguous'],
    ['1.0000', 'money.ambiguous'],
    ['12.345.67', 'money.ambiguous'],
    ['1 000', 'money.ambiguous'],
    ['1.000,50', 'money.has-cents'],
    ['2500,5', 'money.has-cents'],
    ['-500', 'money.negative'],
    ['(500)', 'money.negative'],
    ['1e6', 'money.not-an-amount'],
    ['dua juta', 'money.not-an-amount'],
    ['5000 lembar', 'money.not-an-amount'],
    ['1.000.000.000.000.000', 'money.too-large'],
  ])('and "%s" is refused as %s, in both languages', (text, code) => {
    const read = parseRupiah(text);
    expect(read).toMatchObject({ ok: false, problem: { code } });
    if (!read.ok) expect(read.problem.says.id && read.problem.says.en).toBeTruthy();
  });

  it('the English way only where a file is known to be written so', () => {
    expect(parseRupiah('28,000', ',')).toMatchObject({ value: 28_000n });
    expect(parseRupiah('28,000.00', ',')).toMatchObject({ value: 28_000n });
    expect(parseRupiah('28.000', ',')).toMatchObject({ ok: false });
  });
});

describe('Rounding', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [8n, 3n, 3n],
    [-8n, 3n, -3n],
    [1n, -2n, 0n],
    [3n, -2n, -2n],
  ])('%i / %i is %i, ties to the even number', (a, b, expected) => {
    expect(divideHalfEven(a, b)).toBe(expected);
  });

  it('to a multiple of 500 takes the nearest', () => {
    expect(roundToMultiple(49_615n, 500n)).toBe(49_500n);
    expect(roundToMultiple(49_750n, 500n)).toBe(50_000n);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });
});

describe('Splitting', () => {
  it('lets the first bear what does not divide', () => {
    expect(splitEvenly(100n, 3)).toEqual([34n, 33n, 33n]);
    expect(splitEvenly(-100n, 3)).toEqual([-34n, -33n, -33n]);
  });

  it.each([0, -1, 1.5])('refuses %f parts', (parts) => {
    expect(() => splitEvenly(1n, parts)).toThrow(RangeError);
  });
});
