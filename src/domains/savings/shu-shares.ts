import { divideHalfEven } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';

/** What a member's share of a part follows from: her savings at the year's end, or the interest she paid in it. */
export interface ShareBasis {
  readonly personId: string;
  /** Above zero. */
  readonly basisRupiah: Rupiah;
}

export interface MemberShare extends ShareBasis {
  readonly amountRupiah: Rupiah;
}

/**
 * Divides a part of the SHU among members by what they have each: the difference of two rounded running sums
 * (half-even), so the shares add up to the part to the rupiah and none is off by more than one. Members are taken in the
 * order of their ids, so the same books give the same shares.
 */
export function divideAmong(part: Rupiah, bases: readonly ShareBasis[]): MemberShare[] {
  const ordered = bases
    .filter((one) => one.basisRupiah > 0n)
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  const whole = ordered.reduce((total, one) => total + one.basisRupiah, 0n);
  let until = 0n;
  let given = 0n;
  return ordered.map((one) => {
    until += one.basisRupiah;
    const sum = divideHalfEven(part * until, whole);
    const amountRupiah = sum - given;
    given = sum;
    return { ...one, amountRupiah };
  });
}
