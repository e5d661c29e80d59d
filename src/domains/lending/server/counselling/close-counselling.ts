import { defineCommand } from '#platform/command/define-command.ts';
import { assertResult, resultWords } from '../../counselling/counselling.ts';
import { closeCounsellingInput } from '../../counselling/input.ts';
import {
  closingFacts,
  lockCounselling,
  markClosed,
  placeOfCounselling,
} from './counselling-store.ts';

/**
 * A case ends with a result. What can be read off the loan or the steps must be so; what cannot is explained in words.
 *
 * Refused on a closed case and for a result that did not come about.
 */
export const closeCounselling = defineCommand({
  kind: 'lending.close-counselling',
  version: 1,
  input: closeCounsellingInput,
  place: (tx, body) => placeOfCounselling(tx, body.counsellingId),
  async handle(tx, body, context) {
    const counselling = await lockCounselling(tx, body.counsellingId);
    assertResult(counselling, body.result, await closingFacts(tx, counselling, context.today));
    await markClosed(tx, {
      id: counselling.id,
      result: body.result,
      note: body.note,
      on: context.today,
      at: context.now,
      by: context.actor,
    });
    return {
      answer: { counsellingId: counselling.id, result: body.result },
      audit: {
        subject: { kind: 'counselling', id: counselling.id },
        says: {
          id: `Menyelesaikan pembinaan ${counselling.number}, ${counselling.name}: ${resultWords[body.result].id}`,
          en: `Closed counselling ${counselling.number}, ${counselling.name}: ${resultWords[body.result].en}`,
        },
        data: { personId: counselling.personId, loanId: counselling.loanId },
      },
    };
  },
});
