import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideAmong } from './shu-shares.ts';

const bases = fc.uniqueArray(
  fc.record({ personId: fc.uuid(), basisRupiah: fc.bigInt(0n, 10n ** 12n) }),
  { selector: (one) => one.personId, minLength: 1, maxLength: 60 },
);

test('shares add up to the part, whoever is named first, and follow what each has', () => {
  fc.assert(
    fc.property(bases, fc.bigInt(1n, 10n ** 12n), (members, part) => {
      const shares = divideAmong(part, members);
      const whole = members.reduce((total, one) => total + one.basisRupiah, 0n);
      expect(shares.reduce((total, one) => total + one.amountRupiah, 0n)).toBe(
        whole > 0n ? part : 0n,
      );
      for (const share of shares) {
        const exact = part * share.basisRupiah;
        const off = share.amountRupiah * whole - exact;
        expect(off < whole && off > -whole).toBe(true);
      }
      expect(divideAmong(part, members.toReversed())).toEqual(shares);
    }),
  );
});

test('three members of equal savings share Rp 100 to the rupiah', () => {
  const shares = divideAmong(
    100n,
    ['a', 'b', 'c'].map((personId) => ({ personId, basisRupiah: 500_000n })),
  );
  expect(shares.map((one) => one.amountRupiah)).toEqual([33n, 34n, 33n]);
});
