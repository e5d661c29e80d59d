import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, olderBody } from './define-command.ts';

const receive = defineCommand({
  kind: 'test.receive',
  version: 3,
  input: z.object({ amountRupiah: z.string(), method: z.enum(['cash', 'transfer']) }),
  older: {
    1: olderBody(z.object({ amount: z.int() }), ({ amount }) => ({ amountRupiah: `${amount}` })),
    2: olderBody(z.object({ amountRupiah: z.string() }), (body) => ({ ...body, method: 'cash' })),
  },
  handle: () => Promise.reject(new Error('is not run here')),
});
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a body of an earlier version', () => {
  test('goes up step by step, and one of today stays as it is', () => {
    const today = { amountRupiah: '25000', method: 'cash' };
    expect(receive.upToDate({ amount: 25_000 }, 1)).toEqual(today);
    expect(receive.upToDate({ amountRupiah: '25000' }, 2)).toEqual(today);
    expect(receive.upToDate(today, 3)).toBe(today);
  });

  test('is refused when it was never such a body, so that its author can put it right', () => {
    expect(codeOf(() => receive.upToDate({ amount: 'dua puluh' }, 1))).toBe(
      'command.invalid-input',
    );
  });

  test.each([0, 4, -1, 1.5])('of version %d, which nobody takes, is refused', (version) => {
    expect(codeOf(() => receive.upToDate({}, version))).toBe('command.unsupported-version');
  });
});
