import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import type { Replay } from '../replay.ts';
import { claimLeft, paidAfter, partNames, replayLife } from './loan-life.ts';
import type { LifeEntry, LoanInHand, PaidSums } from './loan-life.ts';
import { lifeProblems } from './life-problems.ts';

/** Something about to be entered into a loan's life. */
export interface NewEntry {
  readonly id: string;
  readonly kind: Exclude<LifeEntry['kind'], 'disbursement' | 'reallocation'>;
  readonly on: BusinessDate;
  readonly amountRupiah: Rupiah;
  readonly part?: LifeEntry['part'];
  readonly dueOn?: BusinessDate;
  readonly reversesId?: string;
  readonly coverId?: string;
  readonly causedBy?: string;
  readonly kept?: LifeEntry['kept'];
  /** The schedule it puts in force. */
  readonly schedule?: CumulativeSchedule;
}

/** An entry worked out: the loan before and after, and what moved. */
export interface Entered {
  readonly entry: LifeEntry;
  /** What a reversal undoes. */
  readonly reversed: LifeEntry | null;
  readonly schedule: CumulativeSchedule | null;
  readonly before: LoanInHand;
  readonly after: LoanInHand;
  readonly replay: Replay;
}

const nothing: PaidSums = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n, overpaid: 0n };

/**
 * Enters something into a loan's life: the loan is computed again from all that happened, in order of days, so
 * that a backdated entry is as if it had been entered in time and a reversed one as if it had never been.
 *
 * @throws Refusal `lending.does-not-fit` when money that was paid would no longer find a place,
 *   `lending.waiver-does-not-fit` when a charge that was waived would be paid or gone
 */
export function enter(loan: LoanInHand, entry: NewEntry, today: BusinessDate): Entered {
  const reversed = loan.entries.find((one) => one.id === entry.reversesId) ?? null;
  const sign = entry.kind === 'reversal' ? -1n : 1n;
  const meant = reversed ?? entry;
  const versions = entry.schedule ? [...loan.versions, entry.schedule] : loan.versions;
  const written: LifeEntry = {
    id: entry.id,
    kind: entry.kind,
    on: entry.on,
    amountRupiah: entry.amountRupiah,
    part: entry.part ?? null,
    moved: nothing,
    dueOn: entry.dueOn ?? null,
    scheduleVersion: entry.schedule ? versions.length : null,
    reversesId: entry.reversesId ?? null,
    coverId: entry.coverId ?? null,
    causedBy: entry.causedBy ?? null,
    ...(entry.kept && { kept: entry.kept }),
  };
  const amount = sign * meant.amountRupiah;
  const moreOf = (...kinds: LifeEntry['kind'][]) => (kinds.includes(meant.kind) ? amount : 0n);
  const bare: LoanInHand = {
    ...loan,
    versions,
    entries: [...loan.entries, written],
    principalRupiah: loan.principalRupiah + moreOf('tranche', 'top-up'),
    charged: {
      fee: loan.charged.fee + moreOf('fee'),
      penalty: loan.charged.penalty + moreOf('penalty'),
    },
    waived: {
      fee: loan.waived.fee + (meant.part === 'fee' ? amount : 0n),
      penalty: loan.waived.penalty + (meant.part === 'penalty' ? amount : 0n),
    },
    writtenOffRupiah: loan.writtenOffRupiah + moreOf('write-off'),
    recoveredRupiah: loan.recoveredRupiah + moreOf('recovery'),
    forgivenRupiah: loan.forgivenRupiah + moreOf('forgiveness'),
  };
  const replay = replayLife(bare, today);
  const paid = paidAfter(bare, replay);
  const moved = difference(paid, loan.paid);
  assertNothingLost(bare, { moved, expected: moreOf('repayment') - moreOf('refund'), paid });
  assertWaivedOnce(bare, replay);
  const state = stateAfter(bare, replay);
  const after: LoanInHand = {
    ...bare,
    paid,
    state,
    closedOn: state === 'active' ? null : (loan.closedOn ?? entry.on),
    entries: [...loan.entries, { ...written, moved }],
  };
  return {
    entry: { ...written, moved },
    reversed,
    schedule: entry.schedule ?? null,
    before: loan,
    after,
    replay,
  };
}

/** Enters one thing after the other, each upon the loan that the one before left. */
export function enterAll(
  loan: LoanInHand,
  entries: readonly NewEntry[],
  today: BusinessDate,
): Entered[] {
  const entered: Entered[] = [];
  for (const entry of entries) {
    entered.push(enter(entered.at(-1)?.after ?? loan, entry, today));
  }
  return entered;
}

function difference(after: PaidSums, before: PaidSums): PaidSums {
  return {
    principal: after.principal - before.principal,
    interest: after.interest - before.interest,
    fee: after.fee - before.fee,
    penalty: after.penalty - before.penalty,
    overpaid: after.overpaid - before.overpaid,
  };
}

/** Money never comes or goes by computing anew: what moved is what was paid, and nothing is given back twice. */
function assertNothingLost(
  loan: LoanInHand,
  found: { moved: PaidSums; expected: Rupiah; paid: PaidSums },
): void {
  const total = partNames.reduce((sum, part) => sum + found.moved[part], 0n);
  if (total !== found.expected || found.paid.overpaid < 0n)
    throw lifeProblems.doesNotFit({ number: loan.number });
}

/** What was given up stays given up: money that counts from before the waiver would else pay the same charge. */
function assertWaivedOnce(loan: LoanInHand, { waived }: Replay): void {
  if (waived.fee !== loan.waived.fee || waived.penalty !== loan.waived.penalty)
    throw lifeProblems.waiverDoesNotFit({ number: loan.number });
}

function stateAfter(loan: LoanInHand, { totals }: Replay): LoanInHand['state'] {
  if (loan.writtenOffRupiah > 0n) {
    if (claimLeft(loan) > 0n) return 'written-off';
    return loan.forgivenRupiah > 0n ? 'forgiven' : 'recovered';
  }
  const owed = totals.principalOutstanding + totals.interestOutstanding + totals.chargesOutstanding;
  return owed === 0n ? 'closed' : 'active';
}
