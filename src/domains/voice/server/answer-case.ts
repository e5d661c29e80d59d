import { defineCommand } from '#platform/command/define-command.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import { decideStep } from '../case.ts';
import { answerCaseInput } from '../input.ts';
import { getCase, placeOfCase, writeStep } from './case-store.ts';

/** The department answers in writing, and may close the case in the same step. */
export const answerCase = defineCommand({
  kind: 'voice.answer-case',
  version: 1,
  input: answerCaseInput,
  place: (tx, body) => placeOfCase(tx, body.caseId),
  async handle(tx, body, context) {
    const { actor, now, today } = context;
    const stored = await getCase(tx, body.caseId);
    const event = { kind: 'answered', note: body.answer } as const;
    const answered = decideStep(stored, event, today);
    await writeStep(tx, { caseId: stored.id, event, after: answered, by: actor, now });
    let after = answered;
    if (body.close) {
      after = decideStep(answered, { kind: 'closed' }, today);
      // A moment later, so that the history keeps its order.
      await writeStep(tx, {
        caseId: stored.id,
        event: { kind: 'closed' },
        after,
        by: actor,
        now: new Date(now.getTime() + 1),
      });
    }
    if (stored.personId) {
      await recordServices(tx, [
        {
          personId: stored.personId,
          kind: 'answered',
          on: today,
          source: { kind: 'case', id: stored.id },
          byName: actor.name,
        },
      ]);
    }
    return {
      answer: { caseId: stored.id, state: after.state },
      audit: {
        subject: { kind: 'case', id: stored.id },
        says: body.close
          ? {
              id: `Menjawab dan menutup temuan ${stored.number}`,
              en: `Answered and closed case ${stored.number}`,
            }
          : { id: `Menjawab temuan ${stored.number}`, en: `Answered case ${stored.number}` },
        data: { answer: body.answer },
      },
    };
  },
});
