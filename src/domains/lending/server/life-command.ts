import type { z } from 'zod';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { newId } from '#kernel/id.ts';
import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Entered } from '../life/enter.ts';
import { scheduleInForce } from '../life/loan-life.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { wholeDebt } from '../life/plans.ts';
import type { PlanContext } from '../life/plans.ts';
import { lockLoanInHand, placeOfLoan } from './loan-in-hand.ts';
import { recordLife } from './life-store.ts';
import type { LifeDetails } from './life-store.ts';

/** What every command on a running loan names: the loan, and how it looked when the page was made. */
interface OnLoan {
  readonly loanId: string;
  readonly seen?: string | null | undefined;
}

/**
 * A command that enters something into a loan's life: holds the loan, plans by a pure function that a preview can
 * call too, posts and writes.
 */
export function lifeCommand<Body extends OnLoan>(definition: {
  readonly kind: string;
  readonly input: z.ZodType<Body>;
  readonly fourEyes?: (body: Body) => Words | null;
  readonly plan: (loan: LoanInHand, body: Body, context: PlanContext) => readonly Entered[];
  readonly details: (body: Body) => LifeDetails;
  readonly says: (body: Body, loan: LoanInHand) => Words;
}): AnyCommand {
  return defineCommand({
    kind: definition.kind,
    version: 1,
    input: definition.input,
    place: (tx, body) => placeOfLoan(tx, body.loanId),
    fourEyes: definition.fourEyes ?? (() => null),
    check: async (tx, body, context) =>
      definition.plan(await lockLoanInHand(tx, body), body, planContext(context)),
    async handle(tx, body, context) {
      const loan = await lockLoanInHand(tx, body);
      const entered = definition.plan(loan, body, planContext(context));
      await recordLife(tx, { entered, context, details: definition.details(body) });
      return lifeOutcome(loan, { entered, context, says: definition.says(body, loan) });
    },
  });
}

export function planContext(context: CommandContext): PlanContext {
  return { today: context.today, newId };
}

/** What a command on a loan answers and writes into the audit. */
export function lifeOutcome(
  before: LoanInHand,
  done: { entered: readonly Entered[]; context: CommandContext; says: Words },
) {
  const after = done.entered.at(-1)?.after ?? before;
  return {
    answer: {
      loanId: after.id,
      state: after.state,
      closed: after.state === 'closed',
      payoffRupiah: wholeDebt(after, done.context.today).toString(),
      entryIds: done.entered.map((step) => step.entry.id),
    },
    audit: {
      subject: { kind: 'loan', id: after.id },
      says: done.says,
      data: {
        entries: done.entered.map((step) => step.entry.id),
        instalments: scheduleInForce(after).dueOn.length,
      },
    },
  };
}

/** `Rp 10.000` in both languages, for sentences. */
export const inBoth = (amount: bigint) => ({
  id: formatRupiah(amount, 'id'),
  en: formatRupiah(amount, 'en'),
});
