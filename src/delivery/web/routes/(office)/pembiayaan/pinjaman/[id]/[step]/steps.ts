import { enterAll } from '#domains/lending/life/enter.ts';
import type { Entered } from '#domains/lending/life/enter.ts';
import { claimLeft, seenMark } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { payoffQuote, planPayoff, planRepayment } from '#domains/lending/life/plan-repayment.ts';
import { planReversal } from '#domains/lending/life/plan-reversal.ts';
import {
  openOf,
  planCharge,
  planMoreMoney,
  planOnClaim,
  planRefund,
  planRestructure,
  planWaiver,
  planWriteOff,
} from '#domains/lending/life/plans.ts';
import type { PlanContext } from '#domains/lending/life/plans.ts';
import {
  chargeLoanInput,
  forgiveDebtInput,
  moreMoneyInput,
  payOffInput,
  recordRecoveryInput,
  recordRepaymentInput,
  refundInput,
  restructureInput,
  reverseEntryInput,
  waiveInput,
  writeOffInput,
} from '#domains/lending/life-input.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { rateDoubt } from '#domains/lending/rate-doubt.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { z } from 'zod';
import { digitsOf, percentOf } from '../../../terms-form.ts';
import { fieldsOf } from './fields.ts';
import { stepTexts } from './step-texts.ts';
import type { Peer, StepField } from './fields.ts';

/** Something that can be done to a loan: its form, what it would do, and the command that does it. */
export interface Step {
  readonly kind: PermissionKind;
  readonly title: Words;
  readonly does: Words;
  readonly button: Words;
  readonly done: Words;
  /** Whether the button takes something away. */
  readonly danger?: boolean;
  readonly fields: (
    loan: LoanInHand,
    today: BusinessDate,
    peers: readonly Peer[],
  ) => readonly StepField[];
  readonly body: (text: (name: string) => string, loan: LoanInHand, today: BusinessDate) => object;
  readonly plan: (loan: LoanInHand, body: object, context: PlanContext) => readonly Entered[];
  /** What must still be asked about a rate before it is believed; null once it was confirmed. */
  readonly doubt?: (text: (name: string) => string, loan: LoanInHand) => Words | null;
  /** Whether the step makes sense for the loan as it is. */
  readonly applies: (loan: LoanInHand) => boolean;
}

/** Reads a body by the command's own schema, so that a preview refuses what the command would. */
function planWith<B>(
  input: z.ZodType<B>,
  plan: (loan: LoanInHand, body: B, context: PlanContext) => readonly Entered[],
): Step['plan'] {
  return (loan, body, context) => {
    const read = input.safeParse(body);
    return read.success ? plan(loan, read.data, context) : enterAll(loan, [], context.today);
  };
}

const running = (loan: LoanInHand) => loan.state === 'active';
const common = (text: (name: string) => string, loan: LoanInHand) => ({
  loanId: loan.id,
  reason: text('reason'),
  seen: text('seen') || seenMark(loan),
});

/** Money handed in, whoever pays it. */
const handedIn = (text: (name: string) => string, loan: LoanInHand) => ({
  loanId: loan.id,
  repaymentId: text('commandId'),
  amountRupiah: digitsOf(text('amountRupiah')),
  on: text('on'),
  payerId: text('payerId') || null,
  seen: text('seen') || seenMark(loan),
});

const planOfRepayment = planWith(
  recordRepaymentInput,
  (loan, body, context) => planRepayment(loan, { ...body, id: body.repaymentId }, context).entered,
);

export const steps: Readonly<Record<string, Step>> = {
  bayar: {
    kind: 'lending.record-repayment',
    ...stepTexts.bayar,
    fields: fieldsOf.repayment,
    body: (text, loan) => ({
      ...handedIn(text, loan),
      payerName: text('payerName') || null,
      asCover: text('asCover') === 'on',
      excess: text('excess') || 'refuse',
      prepay: text('prepay') || undefined,
    }),
    plan: planOfRepayment,
    applies: running,
  },
  tanggung: {
    kind: 'lending.record-repayment',
    ...stepTexts.tanggung,
    fields: fieldsOf.cover,
    body: (text, loan) => ({
      ...handedIn(text, loan),
      asCover: true,
      agreedOn: text('agreedOn') || null,
    }),
    plan: planOfRepayment,
    applies: (loan) => running(loan) && loan.lendingGroupId !== null,
  },
  lunas: {
    kind: 'lending.pay-off-loan',
    ...stepTexts.lunas,
    fields: fieldsOf.payoff,
    body: (text, loan, today) => {
      const interest = text('interest') || 'whole-plan';
      const rule =
        interest === 'running-period' || interest === 'due-only' ? interest : 'whole-plan';
      return {
        loanId: loan.id,
        repaymentId: text('commandId'),
        interest: rule,
        amountRupiah: payoffQuote(loan, { on: today, interest: rule }).totalRupiah.toString(),
        seen: text('seen') || seenMark(loan),
      };
    },
    plan: planWith(payOffInput, (loan, body, context) =>
      planPayoff(loan, { ...body, id: body.repaymentId }, context),
    ),
    applies: running,
  },
  biaya: {
    kind: 'lending.charge-loan',
    ...stepTexts.biaya,
    fields: fieldsOf.charge,
    body: (text, loan) => ({
      ...common(text, loan),
      chargeId: text('commandId'),
      kind: text('kind'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
      dueOn: text('dueOn'),
    }),
    plan: planWith(chargeLoanInput, (loan, body, context) =>
      planCharge(loan, { ...body, id: body.chargeId }, context),
    ),
    applies: running,
  },
  bebaskan: {
    kind: 'lending.waive',
    ...stepTexts.bebaskan,
    fields: fieldsOf.waiver,
    body: (text, loan) => ({
      ...common(text, loan),
      part: text('part'),
      amountRupiah: digitsOf(text('amountRupiah')),
    }),
    plan: planWith(waiveInput, planWaiver),
    applies: (loan) =>
      running(loan) &&
      openOf(loan, 'interest') + openOf(loan, 'fee') + openOf(loan, 'penalty') > 0n,
  },
  'susun-ulang': {
    kind: 'lending.restructure-loan',
    ...stepTexts['susun-ulang'],
    fields: fieldsOf.restructure,
    body: (text, loan) => ({
      ...common(text, loan),
      annualRatePercent: percentOf(text('annualRatePercent')),
      installments: Number(text('installments')),
      repayEvery: loan.terms.repayEvery,
      firstDueOn: text('firstDueOn'),
    }),
    plan: planWith(restructureInput, planRestructure),
    doubt(text, loan) {
      const percent = percentOf(text('annualRatePercent'));
      const confirmed = text('rateSure') === percent || percent === loan.terms.annualRatePercent;
      if (confirmed || !restructureInput.shape.annualRatePercent.safeParse(percent).success)
        return null;
      return rateDoubt(percent, loan.terms.rateBasis === 'whole-term' ? 'term' : 'year');
    },
    applies: running,
  },
  tambah: {
    kind: 'lending.top-up-loan',
    ...stepTexts.tambah,
    fields: fieldsOf.moreMoney,
    body: moreBody,
    plan: planWith(moreMoneyInput, (loan, body, context) =>
      planMoreMoney(loan, { ...body, kind: 'top-up' }, context),
    ),
    applies: running,
  },
  tahap: {
    kind: 'lending.disburse-tranche',
    ...stepTexts.tahap,
    fields: fieldsOf.moreMoney,
    body: moreBody,
    plan: planWith(moreMoneyInput, (loan, body, context) =>
      planMoreMoney(loan, { ...body, kind: 'tranche' }, context),
    ),
    applies: (loan) => running(loan) && (loan.approvedRupiah ?? 0n) > loan.principalRupiah,
  },
  'hapus-buku': {
    kind: 'lending.write-off-loan',
    ...stepTexts['hapus-buku'],
    danger: true,
    fields: fieldsOf.writeOff,
    body: (text, loan) => ({ ...common(text, loan), document: text('document') }),
    plan: planWith(writeOffInput, (loan, _body, context) => planWriteOff(loan, context)),
    applies: running,
  },
  tertagih: {
    kind: 'lending.record-recovery',
    ...stepTexts.tertagih,
    fields: fieldsOf.recovery,
    body: (text, loan) => ({
      loanId: loan.id,
      recoveryId: text('commandId'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
      seen: text('seen') || seenMark(loan),
    }),
    plan: planWith(recordRecoveryInput, (loan, body, context) =>
      planOnClaim(loan, { ...body, id: body.recoveryId, kind: 'recovery' }, context),
    ),
    applies: (loan) => claimLeft(loan) > 0n,
  },
  'hapus-tagih': {
    kind: 'lending.forgive-debt',
    ...stepTexts['hapus-tagih'],
    danger: true,
    fields: fieldsOf.forgiveness,
    body: (text, loan) => ({
      ...common(text, loan),
      document: text('document'),
      amountRupiah: digitsOf(text('amountRupiah')),
    }),
    plan: planWith(forgiveDebtInput, (loan, body, context) =>
      planOnClaim(
        loan,
        {
          id: context.newId(),
          kind: 'forgiveness',
          on: context.today,
          amountRupiah: body.amountRupiah,
        },
        context,
      ),
    ),
    applies: (loan) => claimLeft(loan) > 0n,
  },
  kembalikan: {
    kind: 'lending.refund-overpayment',
    ...stepTexts.kembalikan,
    fields: fieldsOf.refund,
    body: (text, loan) => ({
      loanId: loan.id,
      amountRupiah: digitsOf(text('amountRupiah')),
      to: text('to'),
      seen: text('seen') || seenMark(loan),
    }),
    plan: planWith(refundInput, planRefund),
    applies: (loan) => loan.paid.overpaid > 0n,
  },
  batalkan: {
    kind: 'lending.reverse-entry',
    ...stepTexts.batalkan,
    danger: true,
    fields: fieldsOf.reversal,
    body: (text, loan) => {
      const entry = loan.entries.find((one) => one.id === text('entryId'));
      return {
        ...common(text, loan),
        entryId: text('entryId'),
        amountRupiah: (entry?.amountRupiah ?? 0n).toString(),
      };
    },
    plan: planWith(reverseEntryInput, planReversal),
    applies: () => true,
  },
};

function moreBody(text: (name: string) => string, loan: LoanInHand): object {
  return {
    ...common(text, loan),
    amountRupiah: digitsOf(text('amountRupiah')),
    installments: Number(text('installments')),
    firstDueOn: text('firstDueOn'),
  };
}

/** @throws Refusal when no step has that name */
export function getStep(name: string): Step {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw lendingProblems.unknownLoan();
  return step;
}
