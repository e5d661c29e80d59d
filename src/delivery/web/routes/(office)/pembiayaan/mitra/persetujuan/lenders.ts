import type { Scope } from '#domains/access/who-may.ts';

/** The lenders are the programme's, not the asker's: a mentor asks her members for any of them. */
export const everyLender: Scope = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};

/** The lender the address names, or the first. */
export function chosenLender<Lender extends { id: string }>(
  lenders: readonly Lender[],
  asked: string | undefined,
): Lender | null {
  return lenders.find((one) => one.id === asked) ?? lenders[0] ?? null;
}
