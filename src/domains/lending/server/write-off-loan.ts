import { writeOffInput } from '../life-input.ts';
import { planWriteOff } from '../life/plans.ts';
import { lifeCommand } from './life-command.ts';

/**
 * Takes what is left of a loan off the balance sheet (hapus buku); the claim on the borrower stays, beside the books.
 * A second person approves it. What she owes peers who covered her is untouched.
 */
export const writeOffLoan = lifeCommand({
  kind: 'lending.write-off-loan',
  input: writeOffInput,
  fourEyes: (body) => ({
    id: `Menghapusbukukan pinjaman menurut ${body.document}: ${body.reason}`,
    en: `Write a loan off under ${body.document}: ${body.reason}`,
  }),
  plan: (loan, _body, context) => planWriteOff(loan, context),
  details: (body) => ({ reason: `${body.document}: ${body.reason}` }),
  says: (body, loan) => ({
    id: `Menghapusbukukan ${loan.number} atas nama ${loan.name} menurut ${body.document}; tetap ditagih`,
    en: `Wrote off ${loan.number} of ${loan.name} under ${body.document}; it is still claimed`,
  }),
});
