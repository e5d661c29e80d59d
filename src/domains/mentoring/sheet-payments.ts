import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import { larger, smaller, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SheetBody } from './input.ts';
import type { SheetMember } from './sheet.ts';

/** A member of the group on the day of a meeting. */
export interface GroupMember {
  readonly personId: string;
  readonly name: string;
  readonly business: string | null;
}

/** What a sheet asks of a loan: as the server reads it, and as a phone reckons it. */
export type SheetLoan = Pick<
  LoanDue,
  'personId' | 'lendingGroupId' | 'standing' | 'instalmentRupiah'
> & { readonly schedule: Pick<LoanDue['schedule'], 'dueOn'> };

/** Members with what their loans ask of them; somebody with two loans pays both on one line. */
export function sheetMembers(
  members: readonly GroupMember[],
  loans: readonly SheetLoan[],
): SheetMember[] {
  return members.map((member) => {
    const own = loans.filter((loan) => loan.personId === member.personId);
    return {
      ...member,
      instalmentRupiah: sum(own.map((loan) => loan.instalmentRupiah)),
      dueRupiah: sum(own.map((loan) => loan.standing.dueRupiah)),
      payoffRupiah: sum(own.map((loan) => loan.standing.payoffRupiah)),
      instalmentsLeft: Math.max(
        0,
        ...own.map((loan) => loan.schedule.dueOn.length - loan.standing.paidInstalments),
      ),
      lendingGroupId: own.find((loan) => loan.lendingGroupId !== null)?.lendingGroupId ?? null,
    };
  });
}

type PayableLoan = Pick<LoanDue, 'loanId' | 'personId' | 'standing'>;

/** What a sheet pays on each loan. */
export interface LoanPayments {
  readonly payments: { loanId: string; amountRupiah: Rupiah }[];
  readonly covers: { loanId: string; payerId: string; amountRupiah: Rupiah }[];
}

/**
 * Spreads each member's payment over her loans: first what is due of each, in the order given, then ahead.
 * Covers go only to what is still due. The sheet must have passed `checkSheet`.
 */
export function loanPayments(
  body: Pick<SheetBody, 'lines' | 'covers'>,
  loans: readonly PayableLoan[],
): LoanPayments {
  const paid = new Map<string, Rupiah>(loans.map((loan) => [loan.loanId, 0n]));
  const dueLeft = (loan: PayableLoan) =>
    larger(0n, loan.standing.dueRupiah - (paid.get(loan.loanId) ?? 0n));
  const owedLeft = (loan: PayableLoan) =>
    larger(0n, loan.standing.payoffRupiah - (paid.get(loan.loanId) ?? 0n));

  const payments = body.lines.flatMap((line) => {
    const own = loans.filter((loan) => loan.personId === line.personId);
    const parts = spread(own, line.repaymentRupiah, { room: dueLeft, paid });
    const ahead = line.repaymentRupiah - sum(parts.map((part) => part.amountRupiah));
    return merged([...parts, ...spread(own, ahead, { room: owedLeft, paid })]);
  });
  const covers = body.covers.flatMap((cover) => {
    const own = loans.filter((loan) => loan.personId === cover.obligorId);
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
