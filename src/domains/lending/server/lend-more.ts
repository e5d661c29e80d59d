import { moreMoneyInput } from '../life-input.ts';
import { planMoreMoney } from '../life/plans.ts';
import { inBoth, lifeCommand } from './life-command.ts';

/**
 * More money on a loan that runs (top-up), with instalments of its own beside those there are. A second person
 * approves it.
 *
 * Refused beyond what the product lends to one person, and when the till is short.
 */
export const topUpLoan = lifeCommand({
  kind: 'lending.top-up-loan',
  input: moreMoneyInput,
  fourEyes: (body) => ({
    id: `Menambah pinjaman ${inBoth(body.amountRupiah).id} dalam ${body.installments} angsuran: ${body.reason}`,
    en: `Lend ${inBoth(body.amountRupiah).en} more in ${body.installments} instalments: ${body.reason}`,
  }),
  plan: (loan, { amountRupiah, installments, firstDueOn }, context) =>
    planMoreMoney(loan, { kind: 'top-up', amountRupiah, installments, firstDueOn }, context),
  details: (body) => ({ reason: body.reason }),
  says: (body, loan) => ({
    id: `Menambah ${inBoth(body.amountRupiah).id} pada ${loan.number}: ${body.reason}`,
    en: `Lent ${inBoth(body.amountRupiah).en} more on ${loan.number}: ${body.reason}`,
  }),
});

/**
 * The next tranche of what was approved; a second person approves it.
 *
 * Refused beyond the approved amount, and when the till is short.
 */
export const disburseTranche = lifeCommand({
  kind: 'lending.disburse-tranche',
  input: moreMoneyInput,
  fourEyes: (body) => ({
    id: `Mencairkan tahap berikut ${inBoth(body.amountRupiah).id}: ${body.reason}`,
    en: `Disburse the next tranche of ${inBoth(body.amountRupiah).en}: ${body.reason}`,
  }),
  plan: (loan, { amountRupiah, installments, firstDueOn }, context) =>
    planMoreMoney(loan, { kind: 'tranche', amountRupiah, installments, firstDueOn }, context),
  details: (body) => ({ reason: body.reason }),
  says: (body, loan) => ({
    id: `Mencairkan tahap berikut ${inBoth(body.amountRupiah).id} dari ${loan.number}`,
    en: `Disbursed the next ${inBoth(body.amountRupiah).en} of ${loan.number}`,
  }),
});
