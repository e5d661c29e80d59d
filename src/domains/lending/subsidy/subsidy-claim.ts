import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { subsidyProblems } from './problems.ts';

export const claimStates = {
  drafted: { id: 'draf', en: 'drafted' },
  sent: { id: 'terkirim', en: 'sent' },
  answered: { id: 'dijawab', en: 'answered' },
  paid: { id: 'dibayar', en: 'paid' },
} as const satisfies Record<string, Words>;

export type ClaimState = keyof typeof claimStates;

/** What deciding on a claim needs to know of it; amounts in the agreement's smallest unit. */
export interface ClaimStanding {
  readonly number: string;
  readonly state: ClaimState;
  readonly total: bigint;
  readonly accepted: bigint | null;
  readonly digits: number;
}

/** @throws Refusal `lending.claim-wrong-state` */
export function decideSending(claim: ClaimStanding): 'sent' {
  assertState(claim, 'drafted');
  return 'sent';
}

/**
 * The treasury accepts all of a claim or less, never more and never the other way round.
 *
 * @throws Refusal `lending.claim-wrong-state`, `lending.accepted-more-than-claimed`
 */
export function decideAnswer(claim: ClaimStanding, accepted: bigint): 'answered' {
  assertState(claim, 'sent');
  const within =
    claim.total >= 0n ? accepted >= 0n && accepted <= claim.total : accepted === claim.total;
  if (!within) throw subsidyProblems.acceptedMoreThanClaimed({ ...claim, accepted });
  return 'answered';
}

/** The payment must be what was accepted, to the last unit. @throws Refusal */
export function decidePayment(claim: ClaimStanding, paid: bigint): 'paid' {
  assertState(claim, 'answered');
  const accepted = claim.accepted ?? 0n;
  if (paid !== accepted) throw subsidyProblems.paymentDiffers({ ...claim, accepted, paid });
  return 'paid';
}

function assertState(claim: ClaimStanding, needed: ClaimState): void {
  if (claim.state !== needed) {
    throw subsidyProblems.claimWrongState({
      number: claim.number,
      state: claimStates[claim.state],
      needed: claimStates[needed],
    });
  }
}

/** First and last day of a month named by any of its days, `YYYY-MM`. */
export function monthSpan(month: string): { first: BusinessDate; last: BusinessDate } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { first: `${month}-01`, last: `${month}-${String(days).padStart(2, '0')}` };
}
