import { recordRecoveryInput } from '../life-input.ts';
import { planOnClaim } from '../life/plans.ts';
import { inBoth, lifeCommand } from './life-command.ts';

/**
 * Money that comes in after all on a loan that was written off: income of the day, and a smaller claim.
 *
 * Refused for more than is still claimed, and on a loan that was not written off.
 */
export const recordRecovery = lifeCommand({
  kind: 'lending.record-recovery',
  input: recordRecoveryInput,
  plan: (loan, { recoveryId: id, on, amountRupiah }, context) =>
    planOnClaim(loan, { id, kind: 'recovery', on, amountRupiah }, context),
  details: () => ({ reason: '' }),
  says: (body, loan) => ({
    id: `Menerima ${inBoth(body.amountRupiah).id} untuk ${loan.number} yang sudah dihapusbukukan`,
    en: `Received ${inBoth(body.amountRupiah).en} on ${loan.number}, which is written off`,
  }),
});
