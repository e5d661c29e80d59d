import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimBalances, type MemberClaim, repayClaims } from './member-claims.ts';

const rohani: MemberClaim[] = [
  claim(['later', 'Nur', 15_000n], { openedOn: '2026-11-19', repaymentOrder: 2 }),
  claim(['second', 'Emi', 10_000n], { openedOn: '2026-11-12', repaymentOrder: 2 }),
  claim(['first', 'Siti', 20_000n], { openedOn: '2026-11-12', repaymentOrder: 1 }),
];

function claim(
  [id, creditorId, amountRupiah]: [string, string, bigint],
  rest: Partial<MemberClaim> = {},
): MemberClaim {
  return {
    id,
    creditorId,
    debtorId: 'Rohani',
    amountRupiah,
    repaidRupiah: 0n,
    openedOn: '2026-11-12',
    repaymentOrder: 1,
    ...rest,
  };
}

describe('What a covered member owes her peers', () => {
  it('is repaid oldest day first, and in the agreed order within a day', () => {
    const { parts, left } = repayClaims(rohani, 35_000n);
    expect(parts.map((part) => `${part.creditorId} ${part.amountRupiah}`)).toEqual([
      'Siti 20000',
      'Emi 10000',
      'Nur 5000',
    ]);
    expect(left).toBe(0n);
  });

  it('leaves over what is more than she owes', () => {
    expect(repayClaims(rohani, 50_000n).left).toBe(5_000n);
  });

  it('skips what is already repaid', () => {
    const paid = [
      claim(['paid', 'Siti', 20_000n], { repaidRupiah: 20_000n }),
      claim(['open', 'Emi', 10_000n]),
    ];
    expect(repayClaims(paid, 10_000n).parts.map((part) => part.claimId)).toEqual(['open']);
  });

  it('nets to zero over the group', () => {
    const balances = claimBalances(rohani);
    expect(balances.get('Rohani')).toBe(-45_000n);
    expect([...balances.values()].reduce((a, b) => a + b, 0n)).toBe(0n);
  });
});

it('claims net to zero over any group, whatever was repaid', () => {
  const people = fc.constantFrom('Siti', 'Nur', 'Emi', 'Rohani');
  const claims = fc.array(
    fc
      .tuple(
        people,
        people,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
      )
      .filter(([creditor, debtor]) => creditor !== debtor)
      .map(([creditorId, debtorId, amount, repaid]) =>
        claim(['any', creditorId, amount], {
          debtorId,
          repaidRupiah: repaid < amount ? repaid : amount,
        }),
      ),
  );
  fc.assert(
    fc.property(claims, fc.bigInt({ min: 0n, max: 10n ** 10n }), (group, amount) => {
      expect([...claimBalances(group).values()].reduce((a, b) => a + b, 0n)).toBe(0n);
      const { parts, left } = repayClaims(group, amount);
      expect(parts.reduce((total, part) => total + part.amountRupiah, left)).toBe(amount);
      expect(parts.every((part) => part.amountRupiah > 0n)).toBe(true);
    }),
  );
});
