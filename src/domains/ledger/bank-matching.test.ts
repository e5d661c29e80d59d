import { describe, expect, it } from 'vitest';
import { matchLines } from './bank-matching.ts';

const line = (id: string, onDay: string, amount: bigint, says = 'SETORAN TUNAI') => ({
  id,
  onDay,
  says,
  reference: null,
  amountRupiah: amount,
});
const slip = (id: string, onDay: string, amount: bigint, slipNumber = `S-${id}`) => ({
  id,
  onDay,
  slipNumber,
  amountRupiah: amount,
});

describe('Statement lines find their slips', () => {
  it('by the slip’s number among several of the same amount', () => {
    const lines = [
      line('l1', '2026-11-03', 500n, 'SETOR SS2026 0012'),
      line('l2', '2026-11-03', 500n, 'SETOR SS-2026-0011'),
    ];
    const slips = [
      slip('d1', '2026-11-02', 500n, 'SS-2026-0011'),
      slip('d2', '2026-11-02', 500n, 'SS-2026-0012'),
    ];
    expect(matchLines(lines, slips, [])).toEqual([
      { lineId: 'l1', depositId: 'd2' },
      { lineId: 'l2', depositId: 'd1' },
    ]);
  });

  it('by amount and day where there is only one of each, and never where there are two', () => {
    const one = line('l1', '2026-11-03', 500n);
    const near = slip('d1', '2026-11-02', 500n);
    expect(matchLines([one], [near], [])).toEqual([{ lineId: 'l1', depositId: 'd1' }]);
    expect(matchLines([one], [near, slip('d2', '2026-11-03', 500n)], [])).toEqual([]);
    expect(matchLines([one, line('l2', '2026-11-04', 500n)], [near], [])).toEqual([]);
  });

  it('not before the slip, not after a week, not with another amount, not against its direction', () => {
    const near = [slip('d1', '2026-11-10', 500n)];
    for (const wrong of [
      line('l', '2026-11-09', 500n),
      line('l', '2026-11-18', 500n),
      line('l', '2026-11-11', 501n),
      line('l', '2026-11-11', -500n),
    ])
      expect(matchLines([wrong], near, [])).toEqual([]);
  });

  it('or a journal the books had already, when no slip fits', () => {
    const entries = [
      { journalId: 'j1', onDay: '2026-11-02', says: 'Transfer', amountRupiah: -700n },
    ];
    expect(matchLines([line('l1', '2026-11-03', -700n)], [], entries)).toEqual([
      { lineId: 'l1', journalId: 'j1' },
    ]);
  });
});
