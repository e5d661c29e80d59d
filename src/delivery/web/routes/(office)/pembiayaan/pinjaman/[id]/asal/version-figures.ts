import type { AmountWords } from '#domains/lending/explain-words.ts';
import { partWords } from '#domains/lending/explain-words.ts';
import { nameOfEntry } from '#domains/lending/life/entry-words.ts';
import type { LoanInHand, replayLife } from '#domains/lending/life/loan-life.ts';
import type { StandingRow } from '#domains/lending/loan-totals.ts';
import { formatDate } from '#kernel/date.ts';
import { derived, type Derivation } from '#kernel/derivation.ts';

/** Principal and interest of a row when a later version of the schedule is in force: what that version spread, and why it is. */
export function rowOfLaterVersion(
  number: number,
  at: {
    readonly loan: LoanInHand;
    readonly replay: ReturnType<typeof replayLife>;
    readonly money: AmountWords;
  },
): Derivation[] {
  const { loan, money } = at;
  const { rows } = at.replay;
  const row = rows[number - 1];
  if (!row) return [];
  const version = loan.versions.length;
  const made = loan.entries.findLast((entry) => entry.scheduleVersion === version);
  const from = made?.on ?? loan.disbursedOn;
  const coming = rows.filter((one) => one.dueOn > from && one.principal + one.interest > 0n);
  const cause = made ? nameOfEntry(made) : partWords.principal;
  const rule = derived({
    id: `Menurut jadwal versi ${version}, yang berlaku sejak ${formatDate(from, 'id')} (${cause.id})`,
    en: `By schedule version ${version}, in force since ${formatDate(from, 'en')} (${cause.en})`,
  });
  return (['principal', 'interest'] as const).map((part) => {
    const steps = row.dueOn > from ? spreadOver(coming, { part, from, money }) : [];
    return derived(partWords[part], money(row[part]), [...steps, rule]);
  });
}

function spreadOver(
  coming: readonly StandingRow[],
  { part, from, money }: { part: 'principal' | 'interest'; from: string; money: AmountWords },
): Derivation[] {
  const all = coming.reduce((sum, row) => sum + row[part], 0n);
  const what = partWords[part];
  return [
    derived(
      {
        id: `${what.id} semua angsuran setelah ${formatDate(from, 'id')}`,
        en: `${what.en} of all instalments after ${formatDate(from, 'en')}`,
      },
      money(all),
    ),
    derived(
      { id: 'Dibagi menjadi angsuran sebanyak', en: 'Spread over so many instalments' },
      { id: `${coming.length}`, en: `${coming.length}` },
    ),
  ];
}
