import { defineCommand } from '#platform/command/define-command.ts';
import { decideTold, toldParties } from '../../rights/breach.ts';
import { noteBreachToldInput } from '../../rights/breach-input.ts';
import { breachProblems } from '../../rights/breach-problems.ts';
import { insertNotice, momentOf, takeBreach } from './breach-store.ts';

/** Notes that the people, or the authority, were told of an incident: when and how. Each once; two at once, by the key. */
export const noteBreachTold = defineCommand({
  kind: 'registry.note-breach-told',
  version: 1,
  input: noteBreachToldInput,
  async handle(tx, body, context) {
    const breach = await takeBreach(tx, body.breachId);
    if (!breach) throw breachProblems.unknownBreach();
    const at = await momentOf(tx, body.toldAt);
    decideTold(breach, { party: body.party, at }, context.now);
    const { breachId, party, how } = body;
    await insertNotice(tx, { breachId, party, at, how }, context);
    const said = toldParties[party];
    return {
      answer: { breachId },
      audit: {
        subject: { kind: 'breach', id: breachId },
        says: {
          id: `Mencatat pemberitahuan insiden ${breach.number}: ${said.id.toLowerCase()}`,
          en: `Noted the notice of incident ${breach.number}: ${said.en.toLowerCase()}`,
        },
      },
    };
  },
});
