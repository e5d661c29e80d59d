import type { BusinessDate } from '#kernel/date.ts';
import { smaller, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';

/** A promise to pay so much until a day, both days included. */
export interface PromiseToPay {
  readonly id: string;
  /** Its place among everything that was entered. */
  readonly entered: bigint;
  readonly promisedOn: BusinessDate;
  readonly amountRupiah: Rupiah;
}

/** Money she paid herself; what peers paid for her keeps no promise of hers. */
export interface OwnPayment {
  readonly entered: bigint;
  readonly on: BusinessDate;
  readonly amountRupiah: Rupiah;
}

export interface PromiseStanding {
  readonly state: 'waiting' | 'kept' | 'partly' | 'broken';
  readonly paidRupiah: Rupiah;
}

/**
 * How each promise stands: kept as soon as that much was paid after it was made and until its day. Each rupiah keeps
 * one promise only, the one that is due first. A day that has passed leaves a promise kept, partly kept or broken.
 *
 * @param payments reversed ones left out
 */
export function standingOfPromises(
  promises: readonly PromiseToPay[],
  payments: readonly OwnPayment[],
  today: BusinessDate,
): ReadonlyMap<string, PromiseStanding> {
  const left = payments
    .map((payment) => ({ ...payment }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : Number(a.entered - b.entered)));
  const inOrder = [...promises].sort((a, b) =>
    a.promisedOn < b.promisedOn
      ? -1
      : a.promisedOn > b.promisedOn
        ? 1
        : Number(a.entered - b.entered),
  );
  return new Map(
    inOrder.map((promise) => {
      const counted = left.filter(
        (payment) => payment.entered > promise.entered && payment.on <= promise.promisedOn,
      );
      let missing = promise.amountRupiah;
      const parts = counted.map((payment) => {
        const part = smaller(payment.amountRupiah, missing);
        missing -= part;
        payment.amountRupiah -= part;
        return part;
      });
      const paidRupiah = sum(parts);
      return [promise.id, { paidRupiah, state: stateOf(promise, paidRupiah, today) }];
    }),
  );
}

function stateOf(
  promise: PromiseToPay,
  paidRupiah: Rupiah,
  today: BusinessDate,
): PromiseStanding['state'] {
  if (paidRupiah >= promise.amountRupiah) return 'kept';
  if (today <= promise.promisedOn) return 'waiting';
  return paidRupiah > 0n ? 'partly' : 'broken';
}
