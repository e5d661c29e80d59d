import { digitsOf } from '../../terms-form.ts';

/** Names of the fields about how a member's money is handed out. */
export const handOutField = {
  now: (personId: string) => `kini-${personId}`,
  creditor: (personId: string) => `kreditur-${personId}`,
  amount: (personId: string) => `alih-${personId}`,
  proof: (personId: string) => `bukti-${personId}`,
};

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
