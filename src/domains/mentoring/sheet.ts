import type { CaseTopic } from '#domains/voice/case.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { larger, type Rupiah, smaller, sum } from '#kernel/money.ts';

/** Notes and coins counted at a meeting, whole rupiah; 1,000 is a note or a coin. */
export const denominations = [
  100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
] as const;

export type Denomination = (typeof denominations)[number];

export type Presence = 'present' | 'absent' | 'excused';

/** A member's loan as the meeting sees it, whole rupiah. */
export interface SheetLoan {
  readonly loanId: string;
  /** Everything due until today and unpaid: older arrears and today's instalment. */
  readonly dueToday: Rupiah;
  /** Today's instalment alone. */
  readonly instalment: Rupiah;
  readonly remainingInstalments: number;
  /** All that is still owed; nobody can pay more. */
  readonly payoff: Rupiah;
}

/** One line of the sheet before anything is touched. */
export interface SheetMember {
  readonly personId: string;
  readonly name: string;
  readonly businessName: string | null;
  readonly loan?: SheetLoan | undefined;
  readonly savingsAccountId?: string | undefined;
  /** What she saves at every meeting; 0 when nothing is agreed. */
  readonly regularSavings: Rupiah;
}

export interface SheetAttendance {
  readonly personId: string;
  readonly presence: Presence;
  readonly reason?: string | undefined;
}

/** What the obligor pays on her own loan. */
export interface SheetRepayment {
  readonly loanId: string;
  readonly amount: Rupiah;
}

/** Peers pay what she lacks; in the order listed the group agreed to be paid back. */
export interface SheetCover {
  readonly obligorLoanId: string;
  readonly payers: readonly { readonly personId: string; readonly amount: Rupiah }[];
  /** The group said yes to it at the meeting. */
  readonly agreed: boolean;
}

export interface SheetSaving {
  readonly personId: string;
  readonly amount: Rupiah;
}

/** A problem somebody told; it becomes a finding of the department. */
export interface SheetFinding {
  readonly text: string;
  readonly topic: CaseTopic;
  readonly departmentId: string;
  readonly dueOn: BusinessDate;
  readonly personId?: string | undefined;
}

export interface CashLine {
  readonly denomination: Denomination;
  readonly pieces: number;
}

/** Everything one meeting's command carries, and the phone's state while it is filled in. */
export interface SheetBody {
  readonly attendance: readonly SheetAttendance[];
  readonly repayments: readonly SheetRepayment[];
  readonly covers: readonly SheetCover[];
  readonly savings: readonly SheetSaving[];
  readonly topicCode: string | null;
  readonly topicNote: string;
  readonly problems: readonly SheetFinding[];
  /** SHA-256 of each photo. */
  readonly photos: readonly string[];
  readonly cashCount: readonly CashLine[];
}

/** The sheet before it is touched: everyone present, paying what is due and saving as agreed. */
export function startSheet(members: readonly SheetMember[]): SheetBody {
  return {
    attendance: members.map(({ personId }) => ({ personId, presence: 'present' })),
    repayments: members.flatMap(({ loan }) =>
      loan ? [{ loanId: loan.loanId, amount: loan.dueToday }] : [],
    ),
    covers: [],
    savings: members
      .filter((member) => member.regularSavings > 0n)
      .map(({ personId, regularSavings }) => ({ personId, amount: regularSavings })),
    topicCode: null,
    topicNote: '',
    problems: [],
    photos: [],
    cashCount: [],
  };
}

/** What a member handed over and what is short, whole rupiah. */
export interface MemberTotals {
  readonly personId: string;
  readonly presence: Presence;
  /** Paid on her own loan. */
  readonly repayment: Rupiah;
  /** Paid for others. */
  readonly coverForOthers: Rupiah;
  readonly savings: Rupiah;
  /** All she handed over. */
  readonly total: Rupiah;
  /** Due today and not paid by herself: her own series shows it missed, covered or not. */
  readonly shortfall: Rupiah;
  /** The part of the shortfall that peers paid. */
  readonly coveredByOthers: Rupiah;
}

export interface SheetTotals {
  readonly presentCount: number;
  readonly memberCount: number;
  /** What the meeting should bring: everything due and the agreed savings. */
  readonly expected: Rupiah;
  /** What the sheet says was handed over. */
  readonly received: Rupiah;
  /** What the notes and coins add up to. */
  readonly counted: Rupiah;
  /** Counted minus received: negative when cash is missing. */
  readonly difference: Rupiah;
  /** In the order of the members. */
  readonly byPerson: readonly MemberTotals[];
}

/** Adds the sheet up. Amounts of persons or loans that are not the members' count in `received` too. */
export function totalsOf(sheet: SheetBody, members: readonly SheetMember[]): SheetTotals {
  const byPerson = members.map((member) => totalsOfMember(sheet, member));
  const received =
    sum(sheet.repayments.map((line) => line.amount)) +
    sum(sheet.covers.flatMap((cover) => cover.payers.map((payer) => payer.amount))) +
    sum(sheet.savings.map((line) => line.amount));
  const counted = countCash(sheet.cashCount);
  return {
    presentCount: sheet.attendance.filter((line) => line.presence === 'present').length,
    memberCount: members.length,
    expected: sum(members.map((member) => (member.loan?.dueToday ?? 0n) + member.regularSavings)),
    received,
    counted,
    difference: counted - received,
    byPerson,
  };
}

/** Value of notes and coins. */
export function countCash(lines: readonly CashLine[]): Rupiah {
  return sum(lines.map((line) => BigInt(line.denomination) * BigInt(line.pieces)));
}

/** What is still to be covered on a loan after what she pays herself; never negative. */
export function shortfallOf(sheet: SheetBody, loan: SheetLoan): Rupiah {
  return larger(0n, loan.dueToday - paidOn(sheet, loan.loanId));
}

/** What peers pay on a loan. */
export function coveredOn(sheet: SheetBody, loanId: string): Rupiah {
  return sum(
    sheet.covers
      .filter((cover) => cover.obligorLoanId === loanId)
      .flatMap((cover) => cover.payers.map((payer) => payer.amount)),
  );
}

/** What the obligor pays on her own loan. */
export function paidOn(sheet: SheetBody, loanId: string): Rupiah {
  return sum(sheet.repayments.filter((line) => line.loanId === loanId).map((line) => line.amount));
}

function totalsOfMember(sheet: SheetBody, member: SheetMember): MemberTotals {
  const { personId, loan } = member;
  const repayment = loan ? paidOn(sheet, loan.loanId) : 0n;
  const shortfall = loan ? shortfallOf(sheet, loan) : 0n;
  const coverForOthers = sum(
    sheet.covers.flatMap((cover) =>
      cover.payers.filter((payer) => payer.personId === personId).map((payer) => payer.amount),
    ),
  );
  const savings = sum(
    sheet.savings.filter((line) => line.personId === personId).map((line) => line.amount),
  );
  return {
    personId,
    presence: sheet.attendance.find((line) => line.personId === personId)?.presence ?? 'absent',
    repayment,
    coverForOthers,
    savings,
    total: repayment + coverForOthers + savings,
    shortfall,
    coveredByOthers: loan ? smaller(shortfall, coveredOn(sheet, loan.loanId)) : 0n,
  };
}
