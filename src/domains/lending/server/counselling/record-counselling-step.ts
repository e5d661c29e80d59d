import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { assertStep, nextLook, stepWords } from '../../counselling/counselling.ts';
import type { StepTaken } from '../../counselling/counselling.ts';
import { recordCounsellingStepInput } from '../../counselling/input.ts';
import { insertStep, lockCounselling, placeOfCounselling } from './counselling-store.ts';

/**
 * One step with her: a talk, a visit, a promise to pay, an agreement, a referral. Steps are never changed.
 *
 * Refused on a closed case, for a day to come or before it was opened, and for a promise without amount or day.
 */
export const recordCounsellingStep = defineCommand({
  kind: 'lending.record-counselling-step',
  version: 1,
  input: recordCounsellingStepInput,
  place: (tx, body) => placeOfCounselling(tx, body.counsellingId),
  async handle(tx, body, context) {
    const counselling = await lockCounselling(tx, body.counsellingId);
    const money = body.kind === 'promise' || body.kind === 'proof';
    const step: StepTaken = {
      kind: body.kind,
      on: body.on,
      promisedOn: body.kind === 'promise' ? (body.promisedOn ?? null) : null,
      amountRupiah: money ? (body.amountRupiah ?? null) : null,
      nextOn: body.nextOn ?? null,
    };
    assertStep(counselling, step, context.today);
    await insertStep(tx, {
      ...step,
      id: body.stepId,
      counsellingId: counselling.id,
      note: body.note,
      lookOn: nextLook(context.today, step),
      at: context.now,
      by: context.actor,
    });
    return {
      answer: { counsellingId: counselling.id, stepId: body.stepId },
      audit: {
        subject: { kind: 'counselling', id: counselling.id },
        says: {
          id: `Pembinaan ${counselling.number}, ${counselling.name}: ${said(step, 'id')}`,
          en: `Counselling ${counselling.number}, ${counselling.name}: ${said(step, 'en')}`,
        },
        data: { personId: counselling.personId, loanId: counselling.loanId },
      },
    };
  },
});

function said(step: StepTaken, lang: Lang): string {
  const amount = step.amountRupiah === null ? '' : ` ${formatRupiah(step.amountRupiah, lang)}`;
  const until = step.promisedOn
    ? ` ${lang === 'id' ? 'sampai' : 'until'} ${formatDate(step.promisedOn, lang)}`
    : '';
  return `${stepWords[step.kind][lang]}${amount}${until}`;
}
