import { explainAllocation } from '#domains/lending/explain-loan.ts';
import { amountWords, partWords } from '#domains/lending/explain-words.ts';
import { nameOfEntry } from '#domains/lending/life/entry-words.ts';
import type { LifeEntry, LoanInHand, replayLife } from '#domains/lending/life/loan-life.ts';
import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { derived, type Derivation } from '#kernel/derivation.ts';

/** Something that happened to a loan, under the number it has on the statement, and what it moved. */
export interface ExplainedEntry {
  /** From 1, in order of entry; it never changes. */
  readonly number: number;
  readonly id: string;
  readonly on: BusinessDate;
  readonly figure: Derivation;
}

const money = amountWords(0);

/** Every entry that counts on the day, newest first: a repayment as it is spread now, the rest by what they moved. */
export function explainEntries(
  whole: LoanInHand,
  at: { readonly loan: LoanInHand; readonly replay: ReturnType<typeof replayLife> },
): ExplainedEntry[] {
  const numbers = new Map(whole.entries.map((entry, index) => [entry.id, index + 1]));
  const spread = new Map(
    at.replay.allocations.filter((one) => !one.waived).map((one) => [one.id, one]),
  );
  return at.loan.entries
    .map((entry) => {
      const taken = spread.get(entry.id);
      return {
        number: numbers.get(entry.id) ?? 0,
        id: entry.id,
        on: entry.on,
        figure: taken
          ? { ...explainAllocation(taken, { replay: at.replay, money }), says: nameOfEntry(entry) }
          : derived(nameOfEntry(entry), money(entry.amountRupiah), moves(entry, whole)),
      };
    })
    .reverse();
}

const overpaid = { id: 'Kelebihan bayar', en: 'Overpaid' };

function moves(entry: LifeEntry, whole: LoanInHand): Derivation[] {
  const { moved } = entry;
  const parts = (['principal', 'interest', 'fee', 'penalty'] as const)
    .filter((part) => moved[part] !== 0n)
    .map((part) => derived(counted(partWords[part]), money(moved[part])));
  if (moved.overpaid !== 0n) parts.push(derived(counted(overpaid), money(moved.overpaid)));
  const undone = whole.entries.find((one) => one.id === entry.reversesId);
  if (undone) parts.push(derived(undoes(undone)));
  if (entry.kind !== 'disbursement' && entry.scheduleVersion !== null)
    parts.push(derived(putsInForce(entry.scheduleVersion)));
  return parts.length > 0 ? parts : [derived(movesNothing)];
}

const counted = (part: { id: string; en: string }) => ({
  id: `${part.id} terbayar, berubah sebesar`,
  en: `${part.en} paid, changed by`,
});
const undoes = (undone: LifeEntry) => ({
  id: `Membatalkan: ${nameOfEntry(undone).id}, ${formatDate(undone.on, 'id')}`,
  en: `Reverses: ${nameOfEntry(undone).en}, ${formatDate(undone.on, 'en')}`,
});
const putsInForce = (version: number) => ({
  id: `Sejak itu berlaku jadwal versi ${version}.`,
  en: `From then on schedule version ${version} is in force.`,
});
const movesNothing = {
  id: 'Jumlahnya seperti yang dicatat; yang sudah terbayar tidak berubah.',
  en: 'The amount as it was entered; what is paid does not change.',
};
