import { type Rupiah, splitEvenly } from '#kernel/money.ts';
import {
  type Denomination,
  type Presence,
  type SheetBody,
  type SheetCover,
  type SheetFinding,
  type SheetMember,
  coveredOn,
  shortfallOf,
  startSheet,
} from './sheet.ts';

/** One thing that differs from "everyone is present and pays". */
export type SheetTouch =
  | {
      readonly kind: 'presence';
      readonly personId: string;
      readonly presence: Presence;
      readonly reason?: string;
    }
  | { readonly kind: 'repayment'; readonly loanId: string; readonly amount: Rupiah }
  | { readonly kind: 'savings'; readonly personId: string; readonly amount: Rupiah }
  /** Replaces who covers a loan; no payers takes the cover away. */
  | ({ readonly kind: 'cover' } & SheetCover)
  | { readonly kind: 'topic'; readonly topicCode: string | null; readonly topicNote: string }
  | { readonly kind: 'problem'; readonly problem: SheetFinding }
  | { readonly kind: 'problem-removed'; readonly index: number }
  | { readonly kind: 'photo'; readonly sha256: string }
  | { readonly kind: 'photo-removed'; readonly sha256: string }
  | { readonly kind: 'count'; readonly denomination: Denomination; readonly pieces: number };

/** The sheet after all touches, in their order. */
export function foldSheet(
  members: readonly SheetMember[],
  touches: readonly SheetTouch[],
): SheetBody {
  return touches.reduce((sheet, touch) => touchSheet(sheet, touch, members), startSheet(members));
}

/**
 * The sheet after one touch. Who is marked away pays and saves nothing until an amount is entered for her
 * (someone brought her money); who is marked present again pays as at the start. A cover that has become
 * larger than what is short is taken away.
 */
export function touchSheet(
  sheet: SheetBody,
  touch: SheetTouch,
  members: readonly SheetMember[],
): SheetBody {
  switch (touch.kind) {
    case 'presence':
      return withoutNeedlessCovers(withPresence(sheet, touch, members), members);
    case 'repayment':
      return withoutNeedlessCovers(withRepayment(sheet, touch.loanId, touch.amount), members);
    case 'savings':
      return withSavings(sheet, touch.personId, touch.amount);
    case 'cover':
      return { ...sheet, covers: withCover(sheet.covers, touch) };
    case 'topic':
      return { ...sheet, topicCode: touch.topicCode, topicNote: touch.topicNote };
    case 'problem':
      return { ...sheet, problems: [...sheet.problems, touch.problem] };
    case 'problem-removed':
      return { ...sheet, problems: sheet.problems.filter((_, index) => index !== touch.index) };
    case 'photo':
      return { ...sheet, photos: [...new Set([...sheet.photos, touch.sha256])] };
    case 'photo-removed':
      return { ...sheet, photos: sheet.photos.filter((photo) => photo !== touch.sha256) };
    case 'count':
      return { ...sheet, cashCount: withCount(sheet, touch.denomination, touch.pieces) };
  }
}

/** A cover shared evenly by these peers, in their order; the first ones bear what does not divide. */
export function evenCover(
  loanId: string,
  shortfall: Rupiah,
  payerIds: readonly string[],
): SheetCover {
  const shares = payerIds.length > 0 ? splitEvenly(shortfall, payerIds.length) : [];
  return {
    obligorLoanId: loanId,
    payers: payerIds
      .map((personId, index) => ({ personId, amount: shares[index] ?? 0n }))
      .filter((payer) => payer.amount > 0n),
    agreed: true,
  };
}

function withPresence(
  sheet: SheetBody,
  touch: Extract<SheetTouch, { kind: 'presence' }>,
  members: readonly SheetMember[],
): SheetBody {
  const { personId, presence, reason } = touch;
  const before = sheet.attendance.find((line) => line.personId === personId)?.presence;
  const member = members.find((one) => one.personId === personId);
  const attendance = sheet.attendance.map((line) =>
    line.personId === personId ? { personId, presence, ...(reason ? { reason } : {}) } : line,
  );
  const marked = { ...sheet, attendance };
  // A corrected reason leaves amounts alone; only coming or going changes them.
  if (!member || (before === 'present') === (presence === 'present')) return marked;
  const pays = presence === 'present';
  const saved = withSavings(marked, personId, pays ? member.regularSavings : 0n);
  return member.loan
    ? withRepayment(saved, member.loan.loanId, pays ? member.loan.dueToday : 0n)
    : saved;
}

function withRepayment(sheet: SheetBody, loanId: string, amount: Rupiah): SheetBody {
  const repayments = sheet.repayments.map((line) =>
    line.loanId === loanId ? { loanId, amount } : line,
  );
  return { ...sheet, repayments };
}

function withSavings(sheet: SheetBody, personId: string, amount: Rupiah): SheetBody {
  const others = sheet.savings.filter((line) => line.personId !== personId);
  return { ...sheet, savings: amount > 0n ? [...others, { personId, amount }] : others };
}

function withCover(covers: readonly SheetCover[], touch: SheetCover): SheetCover[] {
  const { obligorLoanId, payers, agreed } = touch;
  const others = covers.filter((cover) => cover.obligorLoanId !== obligorLoanId);
  return payers.length > 0 ? [...others, { obligorLoanId, payers, agreed }] : others;
}

function withoutNeedlessCovers(sheet: SheetBody, members: readonly SheetMember[]): SheetBody {
  const needed = (cover: SheetCover) => {
    const loan = members.find((member) => member.loan?.loanId === cover.obligorLoanId)?.loan;
    return !loan || coveredOn(sheet, loan.loanId) <= shortfallOf(sheet, loan);
  };
  const covers = sheet.covers.filter(needed);
  return covers.length === sheet.covers.length ? sheet : { ...sheet, covers };
}

function withCount(
  sheet: SheetBody,
  denomination: Denomination,
  pieces: number,
): SheetBody['cashCount'] {
  const others = sheet.cashCount.filter((line) => line.denomination !== denomination);
  const lines = pieces > 0 ? [...others, { denomination, pieces }] : others;
  return [...lines].sort((a, b) => b.denomination - a.denomination);
}
