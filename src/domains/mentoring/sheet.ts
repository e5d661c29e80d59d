import { larger, smaller, splitEvenly, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SheetBody, SheetClaim, SheetCover, SheetLine } from './input.ts';
import { coveredDebt, divideOverLenders, lenderParts, lenderViews } from './lender-parts.ts';
import type { SheetMember } from './sheet-member.ts';

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
  | {
      readonly kind: 'pay';
      readonly personId: string;
      /** The lender it is for; absent, for all her lenders together. */
      readonly institutionId?: string;
      readonly amountRupiah: Rupiah;
    }
  | { readonly kind: 'save'; readonly personId: string; readonly amountRupiah: Rupiah }
  | {
      readonly kind: 'cover';
      readonly obligorId: string;
      /** The lender whose instalment is covered, where she has several. */
      readonly institutionId?: string;
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
    ...(member.debts.length > 1 && {
      perLender: member.debts.map(({ institutionId, instalmentRupiah }) => ({
        institutionId,
        amountRupiah: instalmentRupiah,
      })),
    }),
    savingsRupiah: 0n,
  };
}

/** Her line with another payment, to one of her lenders or to all of them together. */
function paying(
  member: SheetMember | undefined,
  line: SheetLine,
  { institutionId, amountRupiah }: { institutionId?: string; amountRupiah: Rupiah },
): SheetLine {
  // What was said for each lender may be from when she still had several: it no longer tells anything.
  if (!member || member.debts.length < 2)
    return { ...line, repaymentRupiah: amountRupiah, perLender: undefined };
  const perLender =
    institutionId === undefined
      ? divideOverLenders(member.debts, amountRupiah)
      : lenderParts(member, line).map((part) =>
          part.institutionId === institutionId ? { institutionId, amountRupiah } : part,
        );
  const repaymentRupiah = sum(perLender.map((part) => part.amountRupiah));
  return { ...line, repaymentRupiah, perLender };
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
      const { obligorId, institutionId } = touch;
      const others = sheet.covers.filter((cover) => !isCoverOf(cover, touch));
      const shares = touch.shares.filter((share) => share.amountRupiah > 0n);
      const covers = [
        ...others,
        ...shares.map((share) => ({
          obligorId,
          ...(institutionId !== undefined && { institutionId }),
          ...share,
        })),
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
        ...withoutCoversOf(sheet, { obligorId: touch.personId }),
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
        changed(sheet, touch.personId, (line) =>
          paying(
            members.find((one) => one.personId === touch.personId),
            line,
            touch,
          ),
        ),
        {
          obligorId: touch.personId,
          ...(touch.institutionId !== undefined && { institutionId: touch.institutionId }),
        },
      );
  }
}

/** Whether a cover is of somebody's, at one lender if one is named. */
function isCoverOf(
  cover: SheetCover,
  { obligorId, institutionId }: { obligorId: string; institutionId?: string },
): boolean {
  return (
    cover.obligorId === obligorId &&
    (institutionId === undefined || cover.institutionId === institutionId)
  );
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

function withoutCoversOf(
  sheet: Sheet,
  of: { readonly obligorId: string; readonly institutionId?: string },
): Sheet {
  const covers = sheet.covers.filter((cover) => !isCoverOf(cover, of));
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
        other.institutionId === cover.institutionId &&
        other.payerId === cover.payerId &&
        other.amountRupiah === cover.amountRupiah
      );
    })
  );
}

/** What today's instalments of a member lack, lender by lender, before anybody covers them; never below 0. */
export function shortfallOf(
  member: SheetMember,
  line: Pick<SheetLine, 'repaymentRupiah' | 'perLender'>,
): Rupiah {
  return sum(
    lenderViews(member, line).map((at) =>
      larger(0n, at.member.instalmentRupiah - at.line.repaymentRupiah),
    ),
  );
}

/** The most peers may cover of a member at one lender: what is due there until today and she does not pay herself. */
export function coverableOf(
  member: Pick<SheetMember, 'dueRupiah'>,
  line: Pick<SheetLine, 'repaymentRupiah'>,
): Rupiah {
  return larger(0n, member.dueRupiah - line.repaymentRupiah);
}

/** The split proposed when peers cover a shortfall at one lender: evenly, the first bearing the odd rupiah. */
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

/** Peers who may cover a member at one lender: those who answer for the same loans. */
export function peersOf(
  members: readonly SheetMember[],
  member: Pick<SheetMember, 'personId' | 'lendingGroupId'>,
): SheetMember[] {
  const { lendingGroupId, personId } = member;
  if (lendingGroupId === null) return [];
  return members.filter(
    (peer) =>
      peer.personId !== personId &&
      peer.debts.some((debt) => debt.lendingGroupId === lendingGroupId),
  );
}

/** What peers pay of a member's debt at one lender. */
export function coversOf(
  members: readonly SheetMember[],
  covers: readonly SheetCover[],
  at: { readonly personId: string; readonly institutionId: string },
): SheetCover[] {
  const obligor = members.find((one) => one.personId === at.personId);
  return covers.filter((cover) => {
    if (!obligor || cover.obligorId !== at.personId) return false;
    const payer = members.find((one) => one.personId === cover.payerId);
    const debt = payer && coveredDebt(cover, obligor, payer);
    return debt?.institutionId === at.institutionId;
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
  const missing = members.flatMap((member) =>
    lenderViews(member, byPerson.get(member.personId) ?? { repaymentRupiah: 0n }).map((at) => {
      const covered = coversOf(members, sheet.covers, { ...member, ...at }).map(
        (cover) => cover.amountRupiah,
      );
      return larger(0n, shortfallOf(at.member, at.line) - sum(covered));
    }),
  );
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
