import { expect, it } from 'vitest';
import type { LifeLine } from '#domains/lending/server/index.ts';
import { lifeParts } from './life-parts.ts';

const recordedAt = new Date('2026-11-23T03:00:00Z');
const nothing = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n, overpaid: 0n };

function entry(id: string, more: Partial<LifeLine> = {}): LifeLine {
  return {
    id,
    kind: 'fee',
    part: null,
    on: '2026-11-23',
    recordedAt,
    amountRupiah: 1250n,
    moved: nothing,
    dueOn: '2026-11-30',
    payerName: null,
    covered: false,
    source: null,
    reason: 'Buku angsuran',
    byName: null,
    approved: false,
    reverses: null,
    reversed: false,
    ...more,
  };
}

const told = (lines: readonly LifeLine[]) =>
  lifeParts(lines).map((part) => part.map(({ number, line }) => `${number} ${line.id}`).join(', '));

it('tells the parts of one fee as one, each under its own number', () => {
  const lines = [
    entry('c'),
    entry('b'),
    entry('a'),
    entry('d', { kind: 'disbursement', dueOn: null }),
  ];
  expect(told(lines)).toEqual(['4 c, 3 b, 2 a', '1 d']);
});

it('keeps apart what was entered another time, for another reason, or was undone', () => {
  const lines = [
    entry('later', { recordedAt: new Date('2026-11-24T03:00:00Z') }),
    entry('other', { reason: 'Meterai' }),
    entry('undone', { reversed: true }),
    entry('one'),
    entry('said by hand', { reason: '' }),
    entry('by hand too', { reason: '' }),
  ];
  expect(told(lines)).toHaveLength(6);
});
