import { describe, expect, it } from 'vitest';
import { handOutOf } from './hand-out.ts';

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
