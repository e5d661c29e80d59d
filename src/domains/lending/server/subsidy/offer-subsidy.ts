import { listTemplates } from '#domains/partners/server/index.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { offerSubsidyInput } from '../../subsidy/input.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';
import { getPartnerLender } from '../partner/partner-lender.ts';
import { insertAgreement, isNumberTaken } from './agreement-store.ts';

/**
 * The government takes over part of the interest at one lender: its share, the borrower's rate, validity, budget line
 * and ceiling, from a document. It waits until the head of department accepts it, and is never changed afterwards.
 */
export const offerSubsidy = defineCommand({
  kind: 'lending.offer-subsidy',
  version: 1,
  input: offerSubsidyInput,
  fourEyes: (body) => offerWords(body),
  async check(tx, body) {
    await getPartnerLender(tx, body.institutionId);
    if (await isNumberTaken(tx, body.number))
      throw subsidyProblems.subsidyNumberTaken({ number: body.number });
  },
  async handle(tx, body, context) {
    const proposedBy = context.proposedBy;
    const isHead = context.actor.roles.some((held) => held.role === 'kepala-dinas');
    if (!isHead || proposedBy === null) throw subsidyProblems.headAccepts();
    await getPartnerLender(tx, body.institutionId);
    const templates = await listTemplates(tx, body.institutionId, context.today);
    // A claim is written in the scale in which the lender writes its schedules.
    const digits = templates.find(({ kind }) => kind === 'schedules')?.layout.digits ?? 0;
    const unit = 10n ** BigInt(digits);
    const { agreementId, capRupiah, mostPrincipalRupiah, ...agreement } = body;
    const written = await insertAgreement(tx, {
      ...agreement,
      id: agreementId,
      digits,
      cap: capRupiah * unit,
      mostPrincipal: mostPrincipalRupiah * unit,
      proposedBy,
      acceptedBy: context.actor.userId,
      at: context.now,
    });
    if (!written) throw subsidyProblems.subsidyNumberTaken({ number: body.number });
    return {
      answer: { agreementId },
      audit: {
        subject: { kind: 'subsidy-agreement', id: agreementId },
        says: offerWords(body),
        data: { number: body.number, budgetLine: body.budgetLine, document: body.sourceDocument },
      },
    };
  },
});

function offerWords(offer: {
  name: string;
  borrowerRatePercent: string;
  governmentSharePercent: string;
  capRupiah: bigint;
}): Words {
  const { name, borrowerRatePercent: own, governmentSharePercent: share, capRupiah: cap } = offer;
  return {
    id: `Perjanjian subsidi bunga ${name}: peminjam ${own.replace('.', ',')} %, pemerintah ${share.replace('.', ',')} %, pagu ${formatRupiah(cap, 'id')}`,
    en: `Interest subsidy ${name}: borrower ${own} %, government ${share} %, up to ${formatRupiah(cap, 'en')}`,
  };
}
