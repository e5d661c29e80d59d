import { describe, expect, it } from 'vitest';
import { annualPercent, rateDoubt } from './rate-doubt.ts';

describe('A rate that somebody typed', () => {
  it('is twelve times as much a year when it is for a month', () => {
    expect(annualPercent('3', 'month')).toBe('36');
    expect(annualPercent('1.25', 'month')).toBe('15');
    expect(annualPercent('0.083333', 'month')).toBe('0.999996');
    expect(annualPercent('3', 'year')).toBe('3');
    expect(annualPercent('25', 'term')).toBe('25');
  });

  it('is believed when it is like other rates', () => {
    for (const [percent, per] of [
      ['3', 'year'],
      ['25', 'term'],
      ['2.5', 'month'],
      ['0', 'year'],
      ['100', 'year'],
    ] as const) {
      expect(rateDoubt(percent, per)).toBeNull();
    }
  });

  it('is asked about when it exceeds the loan in a year: 300 %, or 10 % a month', () => {
    expect(rateDoubt('300', 'year')?.id).toContain('Maksudnya 3 %?');
    expect(rateDoubt('300', 'term')?.id).toContain('Maksudnya 3 %?');
    expect(rateDoubt('10', 'month')?.id).toContain('120 % setahun');
  });

  it('is asked about when it is a fraction: 0.3, which may be 30 %', () => {
    expect(rateDoubt('0.3', 'year')?.id).toBe(
      '0,3 % setahun itu hampir tidak ada. Maksudnya 30 %?',
    );
    expect(rateDoubt('0.025', 'month')?.en).toContain('Is 2.5 % meant?');
  });
});
