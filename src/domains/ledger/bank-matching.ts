import { diffDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';

/** A statement line that waits for its pair. */
export interface OpenLine {
  readonly id: string;
  readonly onDay: BusinessDate;
  readonly says: string;
  readonly reference: string | null;
  readonly amountRupiah: Rupiah;
}

/** A slip on its way to the bank. */
export interface OpenDeposit {
  readonly id: string;
  readonly onDay: BusinessDate;
  readonly slipNumber: string;
  readonly amountRupiah: Rupiah;
}

/** A journal that stands on the bank account in the books and on no statement yet; money in is positive. */
export interface OpenEntry {
  readonly journalId: string;
  readonly onDay: BusinessDate;
  readonly says: string;
  readonly amountRupiah: Rupiah;
}

export type Match =
  | { readonly lineId: string; readonly depositId: string }
  | { readonly lineId: string; readonly journalId: string };

/** A slip shows on the statement within a week; a transfer booked by hand may be a few days off either way. */
const slipDays = 7;
const entryDays = 3;

/**
 * Pairs statement lines with slips and entries of the same amount near in time. A slip's number in the line's text decides
 * among several; without it only a pair with no rival on either side is taken. What is left a person matches.
 */
export function matchLines(
  lines: readonly OpenLine[],
  deposits: readonly OpenDeposit[],
  entries: readonly OpenEntry[],
): Match[] {
  const matches: Match[] = [];
  const takenLines = new Set<string>();
  const taken = new Set<string>();
  const take = (match: Match, other: string) => {
    matches.push(match);
    takenLines.add(match.lineId);
    taken.add(other);
  };
  const freeLines = () => lines.filter((line) => !takenLines.has(line.id));
  const freeDeposits = () => deposits.filter((deposit) => !taken.has(deposit.id));
  for (const line of freeLines()) {
    const named = freeDeposits().filter(
      (one) => fitsDeposit(line, one) && names(line, one.slipNumber),
    );
    if (named[0] && named.length === 1)
      take({ lineId: line.id, depositId: named[0].id }, named[0].id);
  }
  for (const [line, deposit] of onlyPairs(freeLines(), freeDeposits(), fitsDeposit)) {
    take({ lineId: line.id, depositId: deposit.id }, deposit.id);
  }
  for (const [line, entry] of onlyPairs(freeLines(), entries, fitsEntry)) {
    take({ lineId: line.id, journalId: entry.journalId }, entry.journalId);
  }
  return matches;
}

function fitsDeposit(line: OpenLine, deposit: OpenDeposit): boolean {
  const days = diffDays(deposit.onDay, line.onDay);
  return line.amountRupiah === deposit.amountRupiah && days >= 0 && days <= slipDays;
}

function fitsEntry(line: OpenLine, entry: OpenEntry): boolean {
  const days = Math.abs(diffDays(entry.onDay, line.onDay));
  return line.amountRupiah === entry.amountRupiah && days <= entryDays;
}

/** Whether a line's text names a slip, whatever signs stand between its parts. */
function names(line: OpenLine, slipNumber: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const slip = bare(slipNumber);
  return slip.length >= 3 && bare(`${line.reference ?? ''} ${line.says}`).includes(slip);
}

/** Pairs that fit each other and nothing else. */
function onlyPairs<Other>(
  lines: readonly OpenLine[],
  others: readonly Other[],
  fits: (line: OpenLine, other: Other) => boolean,
): [OpenLine, Other][] {
  return lines.flatMap((line): [OpenLine, Other][] => {
    const [only, ...more] = others.filter((other) => fits(line, other));
    if (only === undefined || more.length > 0) return [];
    const rivals = lines.filter((other) => fits(other, only));
    return rivals.length === 1 ? [[line, only]] : [];
  });
}
