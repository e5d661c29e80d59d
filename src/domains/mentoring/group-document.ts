import { dueOn } from '#domains/lending/due-on.ts';
import type { FieldLoan } from '#domains/lending/due-on.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { collectorsOf } from './collectors.ts';
import type { Collector } from './collectors.ts';
import { sheetMembers } from './sheet-payments.ts';
import type { SheetMember } from './sheet-member.ts';

/**
 * A group as it travels to its mentor's phone: all that a meeting needs without signal. Money in decimal digits. No NIK,
 * masked or not.
 */
export interface GroupDocument {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly sector: string;
  readonly kelurahan: { readonly code: string; readonly name: string };
  readonly kecamatan: { readonly code: string; readonly name: string };
  /** When and where it meets; null while it has no schedule. */
  readonly schedule: {
    readonly weekday: number;
    readonly startTime: string;
    readonly place: string;
    readonly mentorId: string;
    readonly mentorName: string;
  } | null;
  /** Members of now, by name. */
  readonly members: readonly DocumentMember[];
  /** Active loans repaid at this group's meetings, by borrower's name. */
  readonly loans: readonly FieldLoan[];
  /** From fourteen days ago until twenty-eight ahead, the oldest first; still open ones from twenty-eight days ago. */
  readonly meetings: readonly DocumentMeeting[];
  /** Each member's last six, the newest first. */
  readonly receipts: readonly DocumentReceipt[];
  /** What members still owe each other, in the order in which it is paid back. */
  readonly claims: readonly DocumentClaim[];
  /** Topic of the last meeting that had one of the usual ones; null for a new group. */
  readonly lastTopic: string | null;
  /** Every institution whose books are kept here, those that may hold savings first: see `collectorsOf`. */
  readonly keepers: readonly Collector[];
  /**
   * Who handed over more than was due on a loan whose plan changes with it, on a sheet the server has not answered yet. Set by
   * folding alone: the new plan is the server's to make, and it makes none where something was entered on the loan since.
   */
  readonly plansAwaited?: readonly string[];
}

export interface DocumentMember {
  readonly personId: string;
  readonly name: string;
  /** What she makes or sells, to tell two Siti apart. */
  readonly business: string | null;
  readonly businessId: string | null;
  readonly role: 'ketua' | 'sekretaris' | 'bendahara' | 'anggota';
  /** In international form; null when she has none. */
  readonly phone: string | null;
  readonly since: BusinessDate;
  /** What she saves, by kind of account. */
  readonly savings: readonly { readonly kind: string; readonly rupiah: string }[];
}

export interface DocumentMeeting {
  readonly id: string;
  readonly heldOn: BusinessDate;
  readonly startTime: string;
  readonly place: string;
  readonly number: number;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly mentorId: string;
  readonly mentorName: string;
  readonly cancelledWhy: string | null;
  readonly presentCount: number | null;
  readonly memberCount: number | null;
  readonly expectedRupiah: string | null;
  readonly receivedRupiah: string | null;
}

export interface DocumentReceipt {
  readonly id: string;
  readonly number: string;
  readonly meetingId: string;
  readonly personId: string;
  readonly on: BusinessDate;
  readonly institutionName: string;
  readonly repaymentRupiah: string;
  readonly coverRupiah: string;
  readonly savingsRupiah: string;
  readonly totalRupiah: string;
  /** For the QR anyone can verify. */
  readonly token: string;
}

export interface DocumentClaim {
  readonly id: string;
  readonly lendingGroupId: string;
  readonly debtorId: string;
  readonly creditorId: string;
  readonly owedRupiah: string;
}

/** The members as a meeting's sheet opens on a day: the same as the server opens it. */
export function membersOn(
  document: Pick<GroupDocument, 'members' | 'loans' | 'keepers'>,
  on: BusinessDate,
): SheetMember[] {
  const loans = document.loans.map((loan) => ({ ...loan, ...dueOn(loan, on) }));
  return sheetMembers(
    document.members.map(({ personId, name, business }) => ({ personId, name, business })),
    loans,
    collectorsOf(document.keepers, loans),
  );
}
