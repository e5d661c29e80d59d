import { waiveInput } from '../life-input.ts';
import { planWaiver } from '../life/plans.ts';
import { inBoth, lifeCommand } from './life-command.ts';

const parts = {
  interest: { id: 'jasa', en: 'interest' },
  fee: { id: 'biaya', en: 'fee' },
  penalty: { id: 'denda', en: 'penalty' },
} as const;

/**
 * Interest, a fee or a penalty that the lender gives up; a second person approves it.
 *
 * Refused for more than is unpaid of that part, and on a loan that is not running.
 */
export const waive = lifeCommand({
  kind: 'lending.waive',
  input: waiveInput,
  fourEyes: (body) => ({
    id: `Membebaskan ${parts[body.part].id} ${inBoth(body.amountRupiah).id}: ${body.reason}`,
    en: `Waive ${inBoth(body.amountRupiah).en} of ${parts[body.part].en}: ${body.reason}`,
  }),
  plan: (loan, { part, amountRupiah }, context) =>
    planWaiver(loan, { part, amountRupiah }, context),
  details: (body) => ({ reason: body.reason }),
  says: (body, loan) => ({
    id: `Membebaskan ${parts[body.part].id} ${inBoth(body.amountRupiah).id} pada ${loan.number}: ${body.reason}`,
    en: `Waived ${inBoth(body.amountRupiah).en} of ${parts[body.part].en} on ${loan.number}: ${body.reason}`,
  }),
});
