import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRupiah } from '#kernel/money.ts';
import { typedAmount } from './typed-amount.ts';

/** Types a text key by key, as a person does. */
const keyed = (text: string) =>
  [...text].reduce((field, key) => typedAmount(`${field}${key}`, 'typed'), '');

describe('a field for money', () => {
  it('writes the points while one types digits, with points of one’s own or without', () => {
    expect(keyed('2500000')).toBe('2.500.000');
    expect(keyed('2.500.000')).toBe('2.500.000');
    expect(keyed('0050')).toBe('50');
  });

  it('regroups around a digit put into the middle, and what is left when digits are taken away', () => {
    expect(typedAmount('2.5700.000', 'typed')).toBe('25.700.000');
    expect(typedAmount('2.500.00', 'deleted')).toBe('250.000');
    expect(typedAmount('2.50', 'deleted')).toBe('250');
  });

  it.each(['2.000.000,50', '2,000,000.50', '2000000.50', '-1000000', '1e9', 'NaN', '1,000'])(
    'leaves %s as it was entered, to be refused in words',
    (text) => {
      for (const left of [typedAmount(text, 'pasted'), keyed(text)]) {
        expect(parseRupiah(left).ok).toBe(false);
        expect(left.replaceAll('.', '')).toBe(text.replaceAll('.', ''));
      }
    },
  );

  it('takes a pasted whole amount however it is written', () => {
    expect(typedAmount('Rp 2.500.000,-', 'pasted')).toBe('2.500.000');
    expect(typedAmount('2.500.000,00', 'pasted')).toBe('2.500.000');
    expect(typedAmount('2,5 juta', 'pasted')).toBe('2.500.000');
  });

  it('never reads as another amount than the one that was entered', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[\d.,]{1,14}$/), (text) => {
        const meant = parseRupiah(text);
        const [pasted, typed] = [typedAmount(text, 'pasted'), keyed(text)].map((left) =>
          parseRupiah(left),
        );
        expect(pasted?.ok && pasted.value).toBe(meant.ok && meant.value);
        if (meant.ok && typed?.ok) expect(typed.value).toBe(meant.value);
        if (/[,-]/.test(text) && !meant.ok) expect(typed?.ok).toBe(false);
      }),
    );
  });
});
