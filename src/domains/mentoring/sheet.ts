import { larger, smaller, splitEvenly, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SheetBody, SheetClaim, SheetCover, SheetLine } from './input.ts';

/** A member as the sheet opens. Amounts are whole rupiah; all are 0 for a member without a loan. */
export interface SheetMember {
  readonly personId: string;
  readonly name: string;
  /** What she makes or sells, to tell two Siti apart; null when not known. */
  readonly business: string | null;
  /** What today's meeting asks of her: the instalments that fell due since the last one. */
  readonly instalmentRupiah: Rupiah;
  /** Everything due until today and not paid, older arrears included. */
  readonly dueRupiah: Rupiah;
  /** What pays her loans off. */
  readonly payoffRupiah: Rupiah;
  /** Instalments still to come after today; 0 without a loan. */
  readonly instalmentsLeft: number;
  /** Names the people who answer for each other's loans; null outside joint liability. */
  readonly lendingGroupId: string | null;
}

/** The sheet while people work on it: one line a member, and who covers whom. */
export interface Sheet {
  readonly lines: readonly SheetLine[];
  readonly covers: readonly SheetCover[];
  readonly coversAgreed: boolean;
  /** What members pay back to peers who covered them before. */
  readonly claims?: readonly SheetClaim[];
}

/** One thing touched on the sheet. */
export type Touch =
  | {
      readonly kind: 'mark';
      readonly personId: string;
      readonly presence: SheetLine['presence'];
      readonly reason: string | null;
    }
  | { readonly kind: 'pay'; readonly personId: string; readonly amountRupiah: Rupiah }
  | { readonly kind: 'save'; readonly personId: string; readonly amountRupiah: Rupiah }
  | {
      readonly kind: 'cover';
      readonly obligorId: string;
      readonly shares: readonly { payerId: string; amountRupiah: Rupiah }[];
    }
  | { readonly kind: 'repay'; readonly debtorId: string; readonly amountRupiah: Rupiah }
  | { readonly kind: 'agree'; readonly agreed: boolean }
  | { readonly kind: 'reset'; readonly personId: string };

/** Everybody is present and pays her instalment until somebody touches a line. */
export function startSheet(members: readonly SheetMember[]): Sheet {
  return { lines: members.map(usualLine), covers: [], coversAgreed: false, claims: [] };
}

function usualLine(member: SheetMember): SheetLine {
  return {
    personId: member.personId,
    presence: 'present',
    reason: null,
    repaymentRupiah: member.instalmentRupiah,
    savingsRupiah: 0n,
  };
}

/** The sheet after some touches, in their order; the same fold runs on the phone and in tests. */
export function foldSheet(
  members: readonly SheetMember[],
  sheet: Sheet,
  touches: readonly Touch[],
): Sheet {
  return touches.reduce((now, touch) => touchSheet(members, now, touch), sheet);
}

function touchSheet(members: readonly SheetMember[], sheet: Sheet, touch: Touch): Sheet {
  switch (touch.kind) {
    case 'agree':
      return { ...sheet, coversAgreed: touch.agreed };
    case 'repay': {
      const { debtorId, amountRupiah } = touch;
      const others = (sheet.claims ?? []).filter((claim) => claim.debtorId !== debtorId);
      return {
        ...sheet,
        claims: amountRupiah > 0n ? [...others, { debtorId, amountRupiah }] : others,
      };
    }
    case 'cover': {
      const others = sheet.covers.filter((cover) => cover.obligorId !== touch.obligorId);
      const shares = touch.shares.filter((share) => share.amountRupiah > 0n);
      const covers = [
        ...others,
        ...shares.map((share) => ({ obligorId: touch.obligorId, ...share })),
      ];
      // What the group agreed to was another split.
      return {
        ...sheet,
        covers,
        coversAgreed: covers.length > 0 && sameCovers(covers, sheet.covers) && sheet.coversAgreed,
      };
    }
    case 'reset': {
      const member = members.find((one) => one.personId === touch.personId);
      if (!member) return sheet;
      return {
        ...withoutCoversOf(sheet, touch.personId),
        claims: (sheet.claims ?? []).filter((claim) => claim.debtorId !== touch.personId),
        lines: replaced(sheet.lines, usualLine(member)),
      };
    }
    case 'mark':
      return changed(sheet, touch.personId, (line) => ({
        ...line,
        presence: touch.presence,
        reason: touch.reason,
      }));
    case 'save':
      return changed(sheet, touch.personId, (line) => ({
        ...line,
        savingsRupiah: touch.amountRupiah,
      }));
    case 'pay':
      // Who covers how much was about another shortfall.
      return withoutCoversOf(
        changed(sheet, touch.personId, (line) => ({
          ...line,
          repaymentRupiah: touch.amountRupiah,
        })),
        touch.personId,
      );
  }
}

function changed(sheet: Sheet, personId: string, change: (line: SheetLine) => SheetLine): Sheet {
  return {
    ...sheet,
    lines: sheet.lines.map((line) => (line.personId === personId ? change(line) : line)),
  };
}

function replaced(lines: readonly SheetLine[], by: SheetLine): SheetLine[] {
  return lines.map((line) => (line.personId === by.personId ? by : line));
}

function withoutCoversOf(sheet: Sheet, obligorId: string): Sheet {
  const covers = sheet.covers.filter((cover) => cover.obligorId !== obligorId);
  if (covers.length === sheet.covers.length) return sheet;
  return { ...sheet, covers, coversAgreed: false };
}

function sameCovers(a: readonly SheetCover[], b: readonly SheetCover[]): boolean {
  return (
    a.length === b.length &&
    a.every((cover, i) => {
      const other = b[i];
      return (
        other?.obligorId === cover.obligorId &&
        other.payerId === cover.payerId &&
        other.amountRupiah === cover.amountRupiah
      );
    })
  );
}

/** What today's instalment of a member lacks, before anybody covers it; never below 0. */
export function shortfallOf(member: SheetMember, line: Pick<SheetLine, 'repaymentRupiah'>): Rupiah {
  return larger(0n, member.instalmentRupiah - line.repaymentRupiah);
}

/** The most peers may cover of a member: what is due of her until today and she does not pay herself. */
export function coverableOf(member: SheetMember, line: Pick<SheetLine, 'repaymentRupiah'>): Rupiah {
  return larger(0n, member.dueRupiah - line.repaymentRupiah);
}

/** The split proposed when peers cover a shortfall: evenly, the first bearing the odd rupiah. */
export function proposeCover(
  member: SheetMember,
  line: SheetLine,
  payerIds: readonly string[],
): { payerId: string; amountRupiah: Rupiah }[] {
  if (payerIds.length === 0) return [];
  const needed = smaller(shortfallOf(member, line), coverableOf(member, line));
  // Cash has no coin under Rp 100, so shares are hundreds as far as the amount allows.
  const odd = needed % 100n;
  return splitEvenly(needed / 100n, payerIds.length).map((hundreds, i) => ({
    payerId: payerIds[i] ?? '',
    amountRupiah: hundreds * 100n + (i === 0 ? odd : 0n),
  }));
}

/** Peers who may cover a member: those who answer for the same loans. */
export function peersOf(members: readonly SheetMember[], member: SheetMember): SheetMember[] {
  if (member.lendingGroupId === null) return [];
  return members.filter(
    (peer) => peer.personId !== member.personId && peer.lendingGroupId === member.lendingGroupId,
  );
}

/** What each member hands over: her own repayment, what she covers for others, what she saves. */
export interface HandedOver {
  readonly personId: string;
  readonly repaymentRupiah: Rupiah;
  readonly coverRupiah: Rupiah;
  readonly savingsRupiah: Rupiah;
  readonly totalRupiah: Rupiah;
}

/** `totalRupiah` is what the institution takes of her, as her receipt says; claims go to her peers. */
export function handedOver(sheet: Pick<Sheet, 'lines' | 'covers'>): HandedOver[] {
  const covered = new Map<string, Rupiah>();
  for (const cover of sheet.covers) {
    covered.set(cover.payerId, (covered.get(cover.payerId) ?? 0n) + cover.amountRupiah);
  }
  return sheet.lines.map(({ personId, repaymentRupiah, savingsRupiah }) => {
    const coverRupiah = covered.get(personId) ?? 0n;
    return {
      personId,
      repaymentRupiah,
      coverRupiah,
      savingsRupiah,
      totalRupiah: repaymentRupiah + coverRupiah + savingsRupiah,
    };
  });
}

/** A sheet in numbers. */
export interface SheetTotals {
  readonly present: number;
  readonly members: number;
  readonly repaymentRupiah: Rupiah;
  readonly coverRupiah: Rupiah;
  readonly savingsRupiah: Rupiah;
  /** What goes into the bag. */
  readonly totalRupiah: Rupiah;
  /** What is handed on to peers who covered somebody. */
  readonly claimRupiah: Rupiah;
  /** The cash that must lie on the table: both together. */
  readonly cashRupiah: Rupiah;
  /** What today's instalments come to when everybody pays. */
  readonly expectedRupiah: Rupiah;
  /** What of today's instalments nobody pays. */
  readonly missingRupiah: Rupiah;
}

export function totalsOf(
  members: readonly SheetMember[],
  sheet: Pick<Sheet, 'lines' | 'covers' | 'claims'>,
): SheetTotals {
  const byPerson = new Map(sheet.lines.map((line) => [line.personId, line]));
  const repaymentRupiah = sum(sheet.lines.map((line) => line.repaymentRupiah));
  const coverRupiah = sum(sheet.covers.map((cover) => cover.amountRupiah));
  const savingsRupiah = sum(sheet.lines.map((line) => line.savingsRupiah));
  const claimRupiah = sum((sheet.claims ?? []).map((claim) => claim.amountRupiah));
  const totalRupiah = repaymentRupiah + coverRupiah + savingsRupiah;
  const missing = members.map((member) => {
    const line = byPerson.get(member.personId);
    const covered = sum(
      sheet.covers.filter((c) => c.obligorId === member.personId).map((c) => c.amountRupiah),
    );
    return larger(0n, shortfallOf(member, line ?? { repaymentRupiah: 0n }) - covered);
  });
  return {
    present: sheet.lines.filter((line) => line.presence === 'present').length,
    members: sheet.lines.length,
    repaymentRupiah,
    coverRupiah,
    savingsRupiah,
    totalRupiah,
    claimRupiah,
    cashRupiah: totalRupiah + claimRupiah,
    expectedRupiah: sum(members.map((member) => member.instalmentRupiah)),
    missingRupiah: sum(missing),
  };
}

/** What the counted notes and coins come to. */
export function countedRupiah(count: SheetBody['count']): Rupiah {
  return sum(count.map(({ denomination, pieces }) => BigInt(denomination) * BigInt(pieces)));
}
