import { defineCommand } from '#platform/command/define-command.ts';
import { decideStep } from '../case.ts';
import { closeCaseInput, reopenCaseInput } from '../input.ts';
import { getCase, placeOfCase, writeStep } from './case-store.ts';

/** Closes an answered case; never one without an answer. */
export const closeCase = defineCommand({
  kind: 'voice.close-case',
  version: 1,
  input: closeCaseInput,
  place: (tx, body) => placeOfCase(tx, body.caseId),
  async handle(tx, body, context) {
    const stored = await getCase(tx, body.caseId);
    const event = { kind: 'closed' } as const;
    const after = decideStep(stored, event, context.today);
    await writeStep(tx, { caseId: stored.id, event, after, by: context.actor, now: context.now });
    return {
      answer: { caseId: stored.id, state: after.state },
      audit: {
        subject: { kind: 'case', id: stored.id },
        says: { id: `Menutup temuan ${stored.number}`, en: `Closed case ${stored.number}` },
      },
    };
  },
});

/** Opens a case again because its answer did not help; its department owes a new one. */
export const reopenCase = defineCommand({
  kind: 'voice.reopen-case',
  version: 1,
  input: reopenCaseInput,
  place: (tx, body) => placeOfCase(tx, body.caseId),
  async handle(tx, body, context) {
    const stored = await getCase(tx, body.caseId);
    const event = { kind: 'reopened', note: body.why } as const;
    const after = decideStep(stored, event, context.today);
    await writeStep(tx, { caseId: stored.id, event, after, by: context.actor, now: context.now });
    return {
      answer: { caseId: stored.id, state: after.state },
      audit: {
        subject: { kind: 'case', id: stored.id },
        says: {
          id: `Membuka kembali temuan ${stored.number}: ${body.why}`,
          en: `Reopened case ${stored.number}: ${body.why}`,
        },
      },
    };
  },
});
