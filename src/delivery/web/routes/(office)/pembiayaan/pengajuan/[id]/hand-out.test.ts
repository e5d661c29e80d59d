import { describe, expect, it } from 'vitest';
import { handOutOf, moneyOf } from './hand-out.ts';

const read = (fields: Record<string, string>) =>
  handOutOf((name) => fields[name] ?? '', Object.keys(fields));

describe('How money is handed out, as the form says it', () => {
  it('is all at once where nothing was filled in', () => {
    expect(read({ 'kini-a': '', 'kreditur-a': '', 'alih-a': '', 'bukti-a': '' })).toEqual({
      firstTranches: [],
      takeOvers: [],
    });
  });

  it('reads a first part and an old creditor, member by member', () => {
    expect(
      read({
        'kini-a': '1.500.000',
        'kreditur-a': '',
        'alih-a': '',
        'kini-b': '',
        'kreditur-b': 'Rentenir Pasar',
        'alih-b': '900.000',
        'bukti-b': 'kuitansi 12',
      }),
    ).toEqual({
      firstTranches: [{ personId: 'a', amountRupiah: '1500000' }],
      takeOvers: [
        {
          personId: 'b',
          creditor: 'Rentenir Pasar',
          amountRupiah: '900000',
          reference: 'kuitansi 12',
        },
      ],
    });
  });

  it('keeps a take-over without a creditor, so that the command refuses it', () => {
    expect(read({ 'kini-a': '', 'kreditur-a': '', 'alih-a': '900.000' }).takeOvers).toHaveLength(1);
  });
});

describe('What the cashier counts out', () => {
  const members = [{ amountRupiah: 2_000_000n }, { amountRupiah: 3_000_000n }];
  const upfront = { taken: 'upfront' } as const;

  it('is what was lent, less fees and premiums kept back from each and her compulsory savings', () => {
    const fees = [
      { ...upfront, name: 'Administrasi', kind: 'fee', basis: 'percent', percent: '1' },
      { ...upfront, name: 'Asuransi', kind: 'insurance', basis: 'fixed', rupiah: '30000' },
      { name: 'Buku', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '50000' },
    ] as const;
    const lent = { members, compulsorySavingsPercent: '5', terms: { fees } };
    expect(moneyOf(lent)).toEqual({
      kept: [
        { name: 'Administrasi', rupiah: 50_000n },
        { name: 'Asuransi', rupiah: 60_000n },
      ],
      aside: 250_000n,
      cash: 4_640_000n,
    });
  });

  it('is all of it where nothing is kept back', () => {
    const lent = { members, compulsorySavingsPercent: '0', terms: {} };
    expect(moneyOf(lent)).toEqual({ kept: [], aside: 0n, cash: 5_000_000n });
  });
});
