import { chargeLoanInput } from '../life-input.ts';
import { planCharge } from '../life/plans.ts';
import { inBoth, lifeCommand } from './life-command.ts';

const kinds = { fee: { id: 'biaya', en: 'fee' }, penalty: { id: 'denda', en: 'penalty' } } as const;

/**
 * A fee or penalty that an officer puts on a running loan.
 *
 * Refused on a loan that is not running, for a day to come or before the disbursement, and due before it arises.
 */
export const chargeLoan = lifeCommand({
  kind: 'lending.charge-loan',
  input: chargeLoanInput,
  plan: (loan, { chargeId: id, kind, on, dueOn, amountRupiah }, context) =>
    planCharge(loan, { id, kind, on, dueOn, amountRupiah }, context),
  details: (body) => ({ reason: body.reason, chargeSource: 'office' }),
  says: (body, loan) => ({
    id: `Mengenakan ${kinds[body.kind].id} ${inBoth(body.amountRupiah).id} pada ${loan.number}: ${body.reason}`,
    en: `Charged a ${kinds[body.kind].en} of ${inBoth(body.amountRupiah).en} on ${loan.number}: ${body.reason}`,
  }),
});
