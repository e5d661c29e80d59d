import { takeNumbers } from '#domains/access/server/index.ts';
import { formatScaled } from '#kernel/scaled.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { answerClaimInput, draftClaimInput, payClaimInput } from '../../subsidy/input.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';
import { decideAnswer, decidePayment, monthSpan } from '../../subsidy/subsidy-claim.ts';
import { accrueSubsidy } from './accrue-subsidy.ts';
import { lockAgreement, placeOfAgreement } from './agreement-store.ts';
import {
  findClaimOfMonth,
  insertClaim,
  lockClaim,
  markAnswered,
  markPaid,
  unclaimed,
} from './claim-store.ts';

/**
 * Gathers what one lender may claim up to the end of a month: everything accrued and not claimed, less what is taken
 * back. Accrues the month first, so that no instalment of it is missed.
 *
 * Refused when the month is not over, was claimed already, or there is nothing to claim.
 */
export const draftClaim = defineCommand({
  kind: 'lending.draft-claim',
  version: 1,
  input: draftClaimInput,
  place: (tx, body) => placeOfAgreement(tx, body.agreementId),
  async handle(tx, body, context) {
    const agreement = await lockAgreement(tx, body.agreementId);
    const { first, last } = monthSpan(body.month);
    if (last >= context.today) throw subsidyProblems.monthNotOver({ until: last });
    const before = await findClaimOfMonth(tx, { agreementId: agreement.id, month: first });
    if (before) throw subsidyProblems.alreadyClaimed(before);
    await accrueSubsidy(tx, { day: last });
    const { lines, total } = await unclaimed(tx, { agreementId: agreement.id, until: last });
    if (lines === 0) throw subsidyProblems.nothingToClaim();
    const year = Number(body.month.slice(0, 4));
    const next = await takeNumbers(tx, { name: 'subsidy-claim', year, count: 1 });
    const number = `TS-${year}-${String(next).padStart(4, '0')}`;
    await insertClaim(tx, {
      id: body.claimId,
      agreementId: agreement.id,
      month: first,
      until: last,
      number,
      total,
      lines,
      by: context.actor.userId,
      at: context.now,
    });
    const { digits } = agreement;
    return {
      answer: { claimId: body.claimId, number, total: total.toString() },
      audit: {
        subject: { kind: 'subsidy-claim', id: body.claimId },
        says: {
          id: `Menyusun tagihan subsidi ${number}: ${lines} baris, ${formatScaled(total, digits, 'id')}`,
          en: `Drafted subsidy claim ${number}: ${lines} lines, ${formatScaled(total, digits, 'en')}`,
        },
        data: { month: body.month, agreementId: agreement.id },
      },
    };
  },
});

/** What the treasury accepts of a claim that was sent. */
export const answerClaim = defineCommand({
  kind: 'lending.answer-claim',
  version: 1,
  input: answerClaimInput,
  async handle(tx, body, context) {
    const claim = await lockClaim(tx, body.claimId);
    const { accepted, answeredOn: on, note } = body;
    decideAnswer(claim, accepted);
    await markAnswered(tx, { id: claim.id, by: context.actor.userId, accepted, on, note });
    return {
      answer: { claimId: claim.id },
      audit: {
        subject: { kind: 'subsidy-claim', id: claim.id },
        says: {
          id: `Jawaban atas ${claim.number}: ${formatScaled(accepted, claim.digits, 'id')} dari ${formatScaled(claim.total, claim.digits, 'id')} diterima`,
          en: `Answer to ${claim.number}: ${formatScaled(accepted, claim.digits, 'en')} of ${formatScaled(claim.total, claim.digits, 'en')} accepted`,
        },
        data: { note },
      },
    };
  },
});

/** The payment of a claim, matched to what was accepted to the last unit. */
export const payClaim = defineCommand({
  kind: 'lending.pay-claim',
  version: 1,
  input: payClaimInput,
  async handle(tx, body, context) {
    const claim = await lockClaim(tx, body.claimId);
    const { paid, paidOn: on, reference } = body;
    decidePayment(claim, paid);
    await markPaid(tx, { id: claim.id, by: context.actor.userId, paid, on, reference });
    return {
      answer: { claimId: claim.id },
      audit: {
        subject: { kind: 'subsidy-claim', id: claim.id },
        says: {
          id: `Tagihan ${claim.number} dibayar: ${formatScaled(paid, claim.digits, 'id')} (${reference})`,
          en: `Claim ${claim.number} was paid: ${formatScaled(paid, claim.digits, 'en')} (${reference})`,
        },
      },
    };
  },
});
