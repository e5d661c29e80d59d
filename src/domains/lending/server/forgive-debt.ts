import { newId } from '#kernel/id.ts';
import { forgiveDebtInput } from '../life-input.ts';
import { planOnClaim } from '../life/plans.ts';
import { inBoth, lifeCommand } from './life-command.ts';

/**
 * Lets go of the claim itself (hapus tagih), in whole or in part; only after a write-off, and a second person
 * approves it.
 */
export const forgiveDebt = lifeCommand({
  kind: 'lending.forgive-debt',
  input: forgiveDebtInput,
  fourEyes: (body) => ({
    id: `Menghapus tagihan ${inBoth(body.amountRupiah).id} menurut ${body.document}: ${body.reason}`,
    en: `Forgive ${inBoth(body.amountRupiah).en} under ${body.document}: ${body.reason}`,
  }),
  plan: (loan, { amountRupiah }, context) =>
    planOnClaim(
      loan,
      { id: newId(), kind: 'forgiveness', on: context.today, amountRupiah },
      context,
    ),
  details: (body) => ({ reason: `${body.document}: ${body.reason}` }),
  says: (body, loan) => ({
    id: `Menghapus tagihan ${inBoth(body.amountRupiah).id} pada ${loan.number} menurut ${body.document}`,
    en: `Forgave ${inBoth(body.amountRupiah).en} on ${loan.number} under ${body.document}`,
  }),
});
