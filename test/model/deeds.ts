import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { lenderOf } from './field.ts';
import type { Field, Group } from './field.ts';
import type { Lender } from './lender.ts';
import { askedOn, claimLeft, openCharges, total, wholeDebt } from './loan-model.ts';
import type { LoanModel } from './loan-model.ts';
import type { LoanStep } from './loan-steps.ts';
import { meetingDeeds } from './meeting-deeds.ts';
import { commandOf, needsSecond } from './step-command.ts';
import type { Day, Wish } from './script.ts';
import type { SheetDeed } from './sheet-model.ts';

/** Money from member to member. */
export interface ClaimRepayment {
  readonly debtor: string;
  readonly amount: number;
  readonly on: string;
}

/** What a command means to the model. */
export type Meaning =
  | { readonly on: 'loan'; readonly loanId: string; readonly step: LoanStep }
  | { readonly on: 'claims'; readonly lender: Lender; readonly repayment: ClaimRepayment }
  | { readonly on: 'meeting'; readonly sheet: SheetDeed }
  | { readonly on: 'book'; readonly day: string };

/** A command somebody will send, so many times at once, and what it means. */
export interface Deed {
  readonly actor: Actor;
  readonly kind: string;
  readonly body: Record<string, Json>;
  readonly times: number;
  /** Who has to let it through besides, if somebody has to. */
  readonly second: Actor | null;
  readonly meaning: Meaning;
}

/** What the clients of a day will do, one list each, as things stand in the morning. */
export function deedsOf(field: Field, day: Day, today: string): Deed[][] {
  const wishes = day.clients.map((client) =>
    client.map((wish) => deedOf(field, wish, today)).filter((deed) => deed !== null),
  );
  return [...wishes, ...meetingDeeds(field, day, today)];
}

function deedOf(field: Field, wish: Wish, today: string): Deed | null {
  const loan = loanFor(field, wish);
  if (wish.what === 'repay-claim') return claimDeed(field, loan, { wish, today });
  const step = stepFor(field, loan, { wish, today });
  return step && loanDeed(field, loan, { step, times: wish.times });
}

/** Mostly a loan that the wish makes sense on; now and then any. */
function loanFor(field: Field, { what, loan, share }: Wish): LoanModel {
  const all = field.lenders.flatMap((lender) => [...lender.model.loans.values()]);
  const fits: Partial<Record<Wish['what'], (one: LoanModel) => boolean>> = {
    repay: (one) => one.state === 'active',
    cover: (one) => one.state === 'active',
    'repay-claim': (one) => lenderOf(field, one.loanId).model.owedBy(one.personId) > 0,
    charge: (one) => one.state === 'active',
    waive: (one) => one.state === 'active',
    reverse: (one) => one.entries.length > 0,
    restructure: (one) => one.state === 'active',
    recover: (one) => claimLeft(one) > 0,
    forgive: (one) => claimLeft(one) > 0,
    refund: (one) => one.overpaid > 0,
  };
  const fitting = all.filter(fits[what] ?? (() => true));
  const from = fitting.length > 0 && share % 12 !== 0 ? fitting : all;
  const chosen = from[loan % from.length];
  if (!chosen) throw new Error('nobody has borrowed');
  return chosen;
}

function part(amount: number, share: number): number {
  return Math.max(1, Math.round((amount * share) / 1000));
}

function stepFor(
  field: Field,
  loan: LoanModel,
  { wish, today }: { wish: Wish; today: string },
): LoanStep | null {
  const { which, share } = wish;
  const on = addDays(today, -wish.daysAgo);
  const id = newId();
  switch (wish.what) {
    case 'repay':
      return {
        kind: 'repay',
        id,
        on,
        amount: repaid(loan, wish, today),
        excess: (['refuse', 'keep', 'save'] as const)[which % 3] ?? 'refuse',
      };
    case 'cover': {
      const peers = peersOf(field, loan);
      const coveredBy = peers[which % peers.length];
      if (coveredBy === undefined) return null;
      const amount = part(askedOn(loan, on), share % 3 === 0 ? 1000 : share);
      return { kind: 'repay', id, on, amount, excess: 'refuse', coveredBy };
    }
    case 'charge':
      return {
        kind: 'charge',
        id,
        charge: which % 2 === 0 ? 'fee' : 'penalty',
        amount: 100 + share * 10,
        on,
        dueOn: addDays(on, (which % 30) - 1),
      };
    case 'waive': {
      const given = (['interest', 'fee', 'penalty'] as const)[which % 3] ?? 'interest';
      const open =
        given === 'interest'
          ? total(loan.plan, 'interest') - loan.paid.interest
          : openCharges(loan, given);
      return { kind: 'waive', part: given, amount: part(open, share) };
    }
    case 'reverse': {
      const entry = loan.entries.at(-1 - (which % Math.max(1, Math.min(8, loan.entries.length))));
      const amount = (entry?.amount ?? 0) + (share === 1000 ? 1 : 0);
      return { kind: 'reverse', entryId: entry?.id ?? newId(), amount };
    }
    case 'restructure':
      return { kind: 'restructure', firstDueOn: addDays(today, which % 15) };
    case 'write-off':
      return share > 300 ? { kind: 'write-off' } : null;
    case 'recover':
      return { kind: 'recover', id, on, amount: part(claimLeft(loan), share) };
    case 'forgive':
      return { kind: 'forgive', id, on: today, amount: part(claimLeft(loan), share) };
    case 'refund':
      return {
        kind: 'refund',
        amount: part(loan.overpaid, share % 2 === 0 ? 1000 : share),
        to: which % 2 === 0 ? 'cash' : 'savings',
      };
    case 'repay-claim':
      return null;
  }
}

/** A little, an instalment, all that is due, all that is owed, or more than that. */
function repaid(loan: LoanModel, { which, share }: Wish, today: string): number {
  const debt = wholeDebt(loan);
  const first = loan.firstPlan[0];
  const instalment = (first?.principal ?? 0) + (first?.interest ?? 0);
  const ways = [
    part(instalment, share),
    instalment,
    Math.max(1, askedOn(loan, today)),
    part(debt, share),
    part(instalment, share * 2),
    share % 4 === 0 ? Math.max(1, debt) : instalment,
    share % 4 === 0 ? debt + part(instalment, share) : part(instalment, share),
  ];
  return ways[Math.floor(which / 3) % ways.length] ?? 1;
}

function groupOf(field: Field, loan: LoanModel): Group {
  const group = field.groups.find((one) => one.members.includes(loan.personId));
  if (!group) throw new Error('every borrower is in a group');
  return group;
}

/** Who answers for it with her: those of her group who have borrowed at the same lender. */
function peersOf(field: Field, loan: LoanModel): string[] {
  const { model } = lenderOf(field, loan.loanId);
  return groupOf(field, loan).members.filter(
    (member) => member !== loan.personId && model.loanOf(member) !== undefined,
  );
}

function loanDeed(
  field: Field,
  loan: LoanModel,
  { step, times }: { step: LoanStep; times: number },
): Deed {
  const { loanId } = loan;
  const { officer, approver } = lenderOf(field, loanId);
  const { kind, body } = commandOf(step);
  return {
    actor: officer,
    kind: `lending.${kind}`,
    body: { loanId, ...body },
    times,
    second: needsSecond(step) ? approver : null,
    meaning: { on: 'loan', loanId, step },
  };
}

function claimDeed(
  field: Field,
  loan: LoanModel,
  { wish, today }: { wish: Wish; today: string },
): Deed {
  const debtor = loan.personId;
  const lender = lenderOf(field, loan.loanId);
  const repayment = {
    debtor,
    amount: part(lender.model.owedBy(debtor), wish.share * (wish.which % 10 === 0 ? 2 : 1)),
    on: addDays(today, -Math.min(wish.daysAgo, 3)),
  };
  return {
    actor: lender.officer,
    kind: 'lending.repay-claims',
    body: {
      lendingGroupId: lender.lendingGroups.get(groupOf(field, loan).groupId) ?? '',
      debtorId: debtor,
      amountRupiah: String(repayment.amount),
      on: repayment.on,
    },
    times: wish.times,
    second: null,
    meaning: { on: 'claims', lender, repayment },
  };
}

/** Every open day before today of a lender's book, in order; sent by the system. */
export function closingDeeds(
  { bookId }: Lender,
  from: string,
  today: string,
): Omit<Deed, 'actor'>[] {
  const deeds: Omit<Deed, 'actor'>[] = [];
  for (let day = from; day < today; day = addDays(day, 1))
    deeds.push({
      kind: 'lending.close-day',
      body: { bookId, day },
      times: 1,
      second: null,
      meaning: { on: 'book', day },
    });
  return deeds;
}
