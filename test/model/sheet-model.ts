import { debtsOf, runningLoan } from './field.ts';
import type { Field } from './field.ts';
import type { Lender } from './lender.ts';
import { askedOn, debtOn, total } from './loan-model.ts';
import type { LoanModel } from './loan-model.ts';
import { isLatest } from './plan-ahead.ts';

/** What one member does on the sheet. */
export interface SheetLine {
  readonly personId: string;
  readonly pays: number;
  /** Of what she pays, what is said to be whose; null where nobody says. */
  readonly parts: readonly { institutionId: string; amount: number }[] | null;
  readonly saves: number;
}

/** A meeting's sheet as the model reads it. */
export interface SheetDeed {
  readonly meetingId: string;
  readonly groupId: string;
  readonly heldOn: string;
  readonly lines: readonly SheetLine[];
  readonly covers: readonly {
    readonly obligorId: string;
    readonly payerId: string;
    /** Null where nobody says at which lender. */
    readonly institutionId: string | null;
    readonly amount: number;
  }[];
}

/** A sheet handed in on a day. */
export type Sheet = SheetDeed & {
  readonly today: string;
  /** Loans that run again since it was read which of them do: it takes nothing for them. */
  readonly unseen: ReadonlySet<string>;
};

/** A loan that a sheet asks something of, and what of a member's own money is for it. */
export interface Asked {
  readonly lender: Lender;
  readonly loan: LoanModel;
  readonly amount: number;
}

/** What pays a loan off on a day; where money ahead of the plan saves interest, interest that is due alone. */
export function payoffOn(loan: LoanModel, day: string): number {
  if (loan.terms.ahead === 'next-instalments' || !isLatest(loan, day)) return debtOn(loan, day);
  const due = loan.plan.filter((row) => row.dueOn <= day);
  const charges = loan.charges.filter((charge) => charge.on <= day);
  const owed =
    total(loan.plan, 'principal') -
    loan.paid.principal +
    Math.max(0, total(due, 'interest') - loan.paid.interest) +
    charges.reduce((sum, charge) => sum + charge.left, 0);
  return owed > 0 ? owed : debtOn(loan, day);
}

/** What newly fell due since the last meeting that asked for it, as far as it is not paid. */
function instalmentOn(loan: LoanModel, heldOn: string, asked: readonly string[]): number {
  const last =
    asked
      .filter((day) => day < heldOn)
      .toSorted()
      .at(-1) ?? loan.disbursedOn;
  const isNew = ({ dueOn }: { dueOn: string }) => dueOn > last && dueOn <= heldOn;
  const rows = loan.plan.filter(isNew);
  const charges = loan.charges.filter((one) => isNew(one) && one.on <= heldOn);
  const chargesDue = loan.charges.filter((one) => one.dueOn <= heldOn && one.on <= heldOn);
  const left = (list: typeof charges) => list.reduce((sum, one) => sum + one.left, 0);
  const unpaid = askedOn(loan, heldOn) - left(chargesDue);
  return Math.min(total(rows, 'principal') + total(rows, 'interest'), unpaid) + left(charges);
}

/**
 * Whose a member's money is: as was said, else today's instalments first, then what is older, then ahead, each time in
 * the order of her loans; what is more than she owes stands with the first.
 */
export function shared(field: Field, line: SheetLine, sheet: Sheet): Asked[] {
  const debts = debtsOf(field, line.personId, sheet.unseen);
  if (line.parts) {
    const { parts } = line;
    return debts.map((debt) => ({
      ...debt,
      amount: parts.find((one) => one.institutionId === debt.lender.institutionId)?.amount ?? 0,
    }));
  }
  const { heldOn } = sheet;
  const rooms: ((loan: LoanModel) => number)[] = [
    (loan) => instalmentOn(loan, heldOn, field.askedOn.get(loan.loanId) ?? []),
    (loan) => askedOn(loan, heldOn),
    (loan) => payoffOn(loan, heldOn),
  ];
  let left = line.pays;
  const given = debts.map((debt) => ({ ...debt, amount: 0 }));
  for (const room of rooms)
    for (const debt of given) {
      const share = Math.min(left, Math.max(0, room(debt.loan) - debt.amount));
      debt.amount += share;
      left -= share;
    }
  const [first] = given;
  if (first) first.amount += left;
  return given;
}

/** The loan a cover pays on: at the lender that was named, else the first of her loans for which both answer. */
export function coveredLoan(
  field: Field,
  { obligorId, payerId, institutionId }: SheetDeed['covers'][number],
  { unseen }: Sheet,
): { lender: Lender; loan: LoanModel } | undefined {
  return debtsOf(field, obligorId, unseen).find(
    ({ lender }) =>
      (institutionId === null || lender.institutionId === institutionId) &&
      runningLoan(lender, payerId, unseen) !== undefined,
  );
}

/** Where somebody saves: at a lender of hers that may hold savings, else at the group's first such; undefined for nowhere. */
export function savesWith(
  field: Field,
  personId: string,
  { groupId, unseen }: Sheet,
): Lender | undefined {
  const members = field.groups.find((group) => group.groupId === groupId)?.members ?? [];
  const collect = field.lenders
    .filter((lender) => members.some((id) => runningLoan(lender, id, unseen)))
    .toSorted((a, b) => (a.bookId < b.bookId ? -1 : 1));
  const hers = debtsOf(field, personId, unseen).map(({ lender }) => lender);
  const onlyOne = field.office.lenders === 1 ? field.lenders[0] : undefined;
  const holders = (collect.length > 0 ? collect : onlyOne ? [onlyOne] : []).filter(holdsSavings);
  return holders.find((one) => hers.includes(one)) ?? holders[0];
}

function holdsSavings({ kind }: Lender): boolean {
  return kind !== 'revolving-fund';
}
