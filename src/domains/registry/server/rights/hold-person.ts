import { defineCommand } from '#platform/command/define-command.ts';
import { formatDate } from '#kernel/date.ts';
import { holdPersonInput, liftHoldInput } from '../../rights/retention-input.ts';
import { rightsProblems } from '../../rights/rights-problems.ts';
import { insertHold, liftHoldRow } from './retention-store.ts';

/** Forbids that anything of a person is erased until a day: not by age, and not when she asks. Refused for a day that is past. */
export const holdPerson = defineCommand({
  kind: 'registry.hold-person',
  version: 1,
  input: holdPersonInput,
  async handle(tx, body, context) {
    if (body.untilOn < context.today) throw rightsProblems.holdInPast();
    await insertHold(tx, body, context);
    return {
      answer: { holdId: context.id, personId: body.personId },
      audit: {
        subject: { kind: 'person', id: body.personId },
        says: {
          id: `Menahan penghapusan datanya sampai ${formatDate(body.untilOn, 'id')}: ${body.why}`,
          en: `Held her data from erasure until ${formatDate(body.untilOn, 'en')}: ${body.why}`,
        },
      },
    };
  },
});

/** Ends a hold before its day, with a reason. */
export const liftHold = defineCommand({
  kind: 'registry.lift-hold',
  version: 1,
  input: liftHoldInput,
  async handle(tx, { holdId, why }, context) {
    const personId = await liftHoldRow(tx, { id: holdId, why }, context);
    if (!personId) throw rightsProblems.unknownHold();
    return {
      answer: { holdId, personId },
      audit: {
        subject: { kind: 'person', id: personId },
        says: {
          id: `Mencabut penahanan datanya: ${why}`,
          en: `Lifted the hold on her data: ${why}`,
        },
      },
    };
  },
});
