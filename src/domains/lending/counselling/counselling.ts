import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { counsellingProblems } from './problems.ts';

export const counsellingReasons = ['fell-behind', 'wants-to-apply'] as const;
export type CounsellingReason = (typeof counsellingReasons)[number];

/** What is done with her, in the order in which it usually comes. */
export const stepKinds = [
  'talk',
  'visit',
  'call',
  'promise',
  'catch-up',
  'restructure',
  'referral',
  'proof',
] as const;
export type StepKind = (typeof stepKinds)[number];

export const counsellingResults = [
  'caught-up',
  'restructured',
  'paid-elsewhere',
  'referred',
  'written-off',
  'not-willing',
  'mistake',
] as const;
export type CounsellingResult = (typeof counsellingResults)[number];

export const reasonWords: Readonly<Record<CounsellingReason, Words>> = {
  'fell-behind': { id: 'Angsurannya tertinggal', en: 'Fell behind with instalments' },
  'wants-to-apply': { id: 'Ingin mengajukan lagi', en: 'Wants to apply again' },
};

export const stepWords: Readonly<Record<StepKind, Words>> = {
  talk: { id: 'Bicara di pertemuan', en: 'Talk at the meeting' },
  visit: { id: 'Kunjungan', en: 'Visit' },
  call: { id: 'Telepon atau pesan', en: 'Call or message' },
  promise: { id: 'Janji bayar', en: 'Promise to pay' },
  'catch-up': { id: 'Sepakat mengejar angsuran', en: 'Agreed to catch up' },
  restructure: { id: 'Sepakat menyusun ulang', en: 'Agreed to restructure' },
  referral: { id: 'Rujukan', en: 'Referral' },
  proof: { id: 'Bukti bayar diperlihatkan', en: 'Proof of payment shown' },
};

export const resultWords: Readonly<Record<CounsellingResult, Words>> = {
  'caught-up': { id: 'Tunggakan terkejar', en: 'Caught up' },
  restructured: { id: 'Jadwalnya disusun ulang', en: 'Restructured' },
  'paid-elsewhere': { id: 'Lunas di lembaga lain', en: 'Paid off at the other lender' },
  referred: { id: 'Dirujuk', en: 'Referred' },
  'written-off': { id: 'Dihapusbukukan', en: 'Written off' },
  'not-willing': { id: 'Tidak bersedia', en: 'Not willing' },
  mistake: { id: 'Dibuka karena keliru', en: 'Opened by mistake' },
};

/** What deciding about a case needs to know of it. */
export interface CounsellingStanding {
  readonly number: string;
  readonly state: 'open' | 'closed';
  readonly openedOn: BusinessDate;
  /** Null for arrears at a lender who keeps no books here. */
  readonly loanId: string | null;
}

export interface StepTaken {
  readonly kind: StepKind;
  readonly on: BusinessDate;
  readonly promisedOn: BusinessDate | null;
  readonly amountRupiah: Rupiah | null;
  readonly nextOn: BusinessDate | null;
}

/** Somebody looks at it again within a week, unless another day was said. */
const usualWait = 7;

export function nextLook(
  today: BusinessDate,
  said: { nextOn: BusinessDate | null; promisedOn?: BusinessDate | null },
): BusinessDate {
  if (said.nextOn) return said.nextOn;
  return said.promisedOn ? addDays(said.promisedOn, 1) : addDays(today, usualWait);
}

/**
 * Whether a step may be added.
 *
 * @throws Refusal `lending.counselling-closed`, `lending.step-day`, `lending.promise-incomplete`,
 *   `lending.proof-not-here`, `lending.next-look-past`
 */
export function assertStep(
  counselling: CounsellingStanding,
  step: StepTaken,
  today: BusinessDate,
): void {
  const { number, state, openedOn } = counselling;
  if (state === 'closed') throw counsellingProblems.counsellingClosed({ number });
  if (step.on > today || step.on < openedOn) throw counsellingProblems.stepDay({ openedOn });
  if (step.nextOn !== null && step.nextOn <= today) throw counsellingProblems.nextLookPast();
  if (step.kind === 'promise') {
    if (step.amountRupiah === null || step.promisedOn === null || step.promisedOn < today)
      throw counsellingProblems.promiseIncomplete();
  }
  if (step.kind === 'proof') {
    if (counselling.loanId !== null) throw counsellingProblems.proofNotHere();
    if (step.amountRupiah === null) throw counsellingProblems.proofAmount();
  }
}

/** What closing rests on, as it is known when somebody closes. */
export interface ClosingFacts {
  /** Overdue now on the loan; null for arrears elsewhere. */
  readonly overdueRupiah: Rupiah | null;
  readonly loanState: string | null;
  /** The loan got new terms since the case was opened. */
  readonly restructured: boolean;
  /** Shown by proofs, against what she owed when it was opened. */
  readonly proofRupiah: Rupiah;
  readonly openedRupiah: Rupiah;
  readonly referred: boolean;
}

/**
 * A result is what happened, not what somebody would like: catching up, new terms and a write-off are read off the loan,
 * a paid debt elsewhere off the proofs, a referral off the steps.
 *
 * @throws Refusal `lending.counselling-closed`, `lending.result-not-so`
 */
export function assertResult(
  counselling: CounsellingStanding,
  result: CounsellingResult,
  facts: ClosingFacts,
): void {
  const { number, state } = counselling;
  if (state === 'closed') throw counsellingProblems.counsellingClosed({ number });
  const isSo: Record<CounsellingResult, boolean> = {
    'caught-up': facts.overdueRupiah === 0n,
    restructured: facts.restructured,
    'paid-elsewhere': counselling.loanId === null && facts.proofRupiah >= facts.openedRupiah,
    referred: facts.referred,
    'written-off':
      facts.loanState !== null &&
      ['written-off', 'recovered', 'forgiven'].includes(facts.loanState),
    'not-willing': true,
    mistake: true,
  };
  if (!isSo[result]) throw counsellingProblems.resultNotSo({ result });
}
