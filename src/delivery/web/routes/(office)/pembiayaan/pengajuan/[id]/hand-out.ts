import { keptBack } from '#domains/lending/product-conditions.ts';
import type { ProductConditions } from '#domains/lending/product-conditions.ts';
import { compulsorySavings } from '#domains/lending/terms.ts';
import { sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import { digitsOf } from '../../terms-form.ts';

/** Names of the fields about how a member's money is handed out. */
export const handOutField = {
  now: (personId: string) => `kini-${personId}`,
  creditor: (personId: string) => `kreditur-${personId}`,
  amount: (personId: string) => `alih-${personId}`,
  proof: (personId: string) => `bukti-${personId}`,
};

/** Where an application's money goes when it is handed out whole: each deduction by name, and what is left as cash. */
export function moneyOf(application: {
  readonly members: readonly { readonly amountRupiah: Rupiah }[];
  readonly compulsorySavingsPercent: string;
  readonly terms: ProductConditions;
}): { cash: Rupiah; aside: Rupiah; kept: readonly { name: string; rupiah: Rupiah }[] } {
  const amounts = application.members.map(({ amountRupiah }) => amountRupiah);
  const aside = sum(
    amounts.map((amount) => compulsorySavings(amount, application.compulsorySavingsPercent)),
  );
  const byName = new Map<string, Rupiah>();
  for (const { name, rupiah } of amounts.flatMap((amount) => keptBack(application.terms, amount)))
    byName.set(name, (byName.get(name) ?? 0n) + rupiah);
  const kept = [...byName].map(([name, rupiah]) => ({ name, rupiah }));
  const cash = sum(amounts) - aside - sum(kept.map(({ rupiah }) => rupiah));
  return { cash, aside, kept };
}

/** First tranches and take-overs as filled in; a half-filled take-over goes on and is refused beside its field. */
export function handOutOf(text: (name: string) => string, names: readonly string[]) {
  const people = [
    ...new Set(names.flatMap((name) => /^(?:kini|kreditur)-(.+)$/.exec(name)?.[1] ?? [])),
  ];
  return {
    firstTranches: people.flatMap((personId) => {
      const now = text(handOutField.now(personId));
      return now === '' ? [] : [{ personId, amountRupiah: digitsOf(now) }];
    }),
    takeOvers: people.flatMap((personId) => {
      const creditor = text(handOutField.creditor(personId));
      const amount = text(handOutField.amount(personId));
      if (creditor === '' && amount === '') return [];
      return [
        {
          personId,
          creditor,
          amountRupiah: digitsOf(amount),
          reference: text(handOutField.proof(personId)),
        },
      ];
    }),
  };
}
