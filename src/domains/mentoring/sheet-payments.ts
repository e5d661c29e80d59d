import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import { larger, smaller, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SheetBody } from './input.ts';
import { savesAt } from './collectors.ts';
import type { Collector } from './collectors.ts';
import { coveredDebt, lenderParts } from './lender-parts.ts';
import type { SheetDebt, SheetMember } from './sheet-member.ts';

/** A member of the group on the day of a meeting. */
export interface GroupMember {
  readonly personId: string;
  readonly name: string;
  readonly business: string | null;
}

/** What a sheet asks of a loan: as the server reads it, and as a phone reckons it. */
export type SheetLoan = Pick<
  LoanDue,
  'personId' | 'institutionId' | 'lendingGroupId' | 'standing' | 'instalmentRupiah'
> & { readonly schedule: Pick<LoanDue['schedule'], 'dueOn'> };

/**
 * Members with what their loans ask of them; somebody with two loans of one lender pays both with one amount.
 *
 * @param collectors who takes the group's cash, see `collectorsOf`
 */
export function sheetMembers(
  members: readonly GroupMember[],
  loans: readonly SheetLoan[],
  collectors: readonly Collector[],
): SheetMember[] {
  const loansBy = Map.groupBy(loans, (loan) => loan.personId);
  return members.map((member) => {
    const own = loansBy.get(member.personId) ?? [];
    const debts = [...Map.groupBy(own, (loan) => loan.institutionId)].map(
      ([institutionId, at]): SheetDebt => ({ institutionId, ...owedOn(at) }),
    );
    return {
      ...member,
      ...owedOn(own),
      instalmentsLeft: Math.max(
        0,
        ...own.map((loan) => loan.schedule.dueOn.length - loan.standing.paidInstalments),
      ),
      debts,
      savesAt: savesAt(collectors, debts),
    };
  });
}

function owedOn(loans: readonly SheetLoan[]): Omit<SheetDebt, 'institutionId'> {
  return {
    instalmentRupiah: sum(loans.map((loan) => loan.instalmentRupiah)),
    dueRupiah: sum(loans.map((loan) => loan.standing.dueRupiah)),
    payoffRupiah: sum(loans.map((loan) => loan.standing.payoffRupiah)),
    lendingGroupId: loans.find((loan) => loan.lendingGroupId !== null)?.lendingGroupId ?? null,
  };
}

type PayableLoan = Pick<LoanDue, 'loanId' | 'personId' | 'institutionId' | 'standing'>;

/** What a sheet pays on each loan. */
export interface LoanPayments {
  readonly payments: { loanId: string; amountRupiah: Rupiah }[];
  readonly covers: { loanId: string; payerId: string; amountRupiah: Rupiah }[];
}

/**
 * Spreads what each lender gets of a member over her loans there: first what is due of each, in the order given, then
 * ahead. Covers go only to what is still due. The sheet must have passed `checkSheet`.
 */
export function loanPayments(
  members: readonly SheetMember[],
  body: Pick<SheetBody, 'lines' | 'covers'>,
  loans: readonly PayableLoan[],
): LoanPayments {
  const byId = new Map(members.map((member) => [member.personId, member]));
  const paid = new Map<string, Rupiah>(loans.map((loan) => [loan.loanId, 0n]));
  const dueLeft = (loan: PayableLoan) =>
    larger(0n, loan.standing.dueRupiah - (paid.get(loan.loanId) ?? 0n));
  const owedLeft = (loan: PayableLoan) =>
    larger(0n, loan.standing.payoffRupiah - (paid.get(loan.loanId) ?? 0n));
  const loansAt = (personId: string, institutionId: string) =>
    loans.filter((loan) => loan.personId === personId && loan.institutionId === institutionId);

  const payments = body.lines.flatMap((line) => {
    const member = byId.get(line.personId);
    return (member ? lenderParts(member, line) : []).flatMap(({ institutionId, amountRupiah }) => {
      const own = loansAt(line.personId, institutionId);
      const parts = spread(own, amountRupiah, { room: dueLeft, paid });
      const ahead = amountRupiah - sum(parts.map((part) => part.amountRupiah));
      return merged([...parts, ...spread(own, ahead, { room: owedLeft, paid })]);
    });
  });
  const covers = body.covers.flatMap((cover) => {
    const obligor = byId.get(cover.obligorId);
    const payer = byId.get(cover.payerId);
    const debt = obligor && payer && coveredDebt(cover, obligor, payer);
    const own = debt ? loansAt(cover.obligorId, debt.institutionId) : [];
    return spread(own, cover.amountRupiah, { room: dueLeft, paid }).map((part) => ({
      ...part,
      payerId: cover.payerId,
    }));
  });
  return { payments, covers };
}

/** Gives an amount to loans one after the other, each up to its room, and keeps in mind what each has got. */
function spread(
  loans: readonly PayableLoan[],
  amount: Rupiah,
  into: { room: (loan: PayableLoan) => Rupiah; paid: Map<string, Rupiah> },
): { loanId: string; amountRupiah: Rupiah }[] {
  let left = amount;
  const parts: { loanId: string; amountRupiah: Rupiah }[] = [];
  for (const loan of loans) {
    const part = smaller(left, into.room(loan));
    if (part <= 0n) continue;
    parts.push({ loanId: loan.loanId, amountRupiah: part });
    into.paid.set(loan.loanId, (into.paid.get(loan.loanId) ?? 0n) + part);
    left -= part;
  }
  return parts;
}

function merged(
  parts: readonly { loanId: string; amountRupiah: Rupiah }[],
): { loanId: string; amountRupiah: Rupiah }[] {
  const totals = new Map<string, Rupiah>();
  for (const part of parts)
    totals.set(part.loanId, (totals.get(part.loanId) ?? 0n) + part.amountRupiah);
  return [...totals].map(([loanId, amountRupiah]) => ({ loanId, amountRupiah }));
}
