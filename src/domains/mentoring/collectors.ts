/** An institution whose books are kept here, and so whose cash can be taken at a meeting. */
export interface Collector {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly shortName: string;
  /** Cooperatives and microfinance institutions may hold members' savings (UU 25/1992, UU 1/2013); a revolving fund lends only. */
  readonly takesSavings: boolean;
}

/**
 * The institutions that take a group's cash: its lenders, whoever may hold savings before the others. A group without a
 * loan has the only institution whose books are kept here; where there are several, nobody knows which, and no money
 * is taken.
 *
 * @param keepers every institution whose books are kept here, those that may hold savings first
 */
export function collectorsOf<Keeper extends Collector>(
  keepers: readonly Keeper[],
  loans: readonly { readonly institutionId: string }[],
): Keeper[] {
  const lenders = new Set(loans.map((loan) => loan.institutionId));
  if (lenders.size === 0) return keepers.length === 1 ? [...keepers] : [];
  return keepers.filter((keeper) => lenders.has(keeper.institutionId));
}

/** Where somebody saves: at a lender of hers that may hold savings, else at the group's first such; null where there is none. */
export function savesAt(
  collectors: readonly Collector[],
  debts: readonly { readonly institutionId: string }[],
): string | null {
  const holders = collectors.filter((one) => one.takesSavings);
  const own = holders.find(({ institutionId }) =>
    debts.some((debt) => debt.institutionId === institutionId),
  );
  return (own ?? holders[0])?.institutionId ?? null;
}
