import { restructureInput } from '../life-input.ts';
import { planRestructure } from '../life/plans.ts';
import { lifeCommand } from './life-command.ts';

/**
 * The rest of a loan under new terms: a new version of its schedule, the old one kept. A second person approves it.
 *
 * Refused on a loan that is not running, with a first due date not after today, and for terms that give no schedule.
 */
export const restructureLoan = lifeCommand({
  kind: 'lending.restructure-loan',
  input: restructureInput,
  fourEyes: (body) => ({
    id: `Menyusun ulang pinjaman menjadi ${body.installments} angsuran, jasa ${body.annualRatePercent} %: ${body.reason}`,
    en: `Restructure a loan into ${body.installments} instalments at ${body.annualRatePercent} %: ${body.reason}`,
  }),
  plan: (loan, { annualRatePercent, installments, repayEvery, firstDueOn }, context) =>
    planRestructure(loan, { annualRatePercent, installments, repayEvery, firstDueOn }, context),
  details: (body) => ({ reason: body.reason }),
  says: (body, loan) => ({
    id: `Menyusun ulang ${loan.number} menjadi ${body.installments} angsuran: ${body.reason}`,
    en: `Restructured ${loan.number} into ${body.installments} instalments: ${body.reason}`,
  }),
});
