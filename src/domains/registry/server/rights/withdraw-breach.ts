import { defineCommand } from '#platform/command/define-command.ts';
import { decideWithdrawal } from '../../rights/breach.ts';
import { withdrawBreachInput } from '../../rights/breach-input.ts';
import { breachProblems } from '../../rights/breach-problems.ts';
import { takeBreach, withdrawBreachRow } from './breach-store.ts';

/**
 * Takes an incident back that turned out to be none. It stays on record with the reason, off the clock and off the files
 * of its people. Refused once somebody was told: what was said to people is taken back to them, in writing.
 */
export const withdrawBreach = defineCommand({
  kind: 'registry.withdraw-breach',
  version: 1,
  input: withdrawBreachInput,
  async handle(tx, body, context) {
    const breach = await takeBreach(tx, body.breachId);
    if (!breach) throw breachProblems.unknownBreach();
    decideWithdrawal(breach);
    await withdrawBreachRow(tx, { id: body.breachId, why: body.why }, context);
    return {
      answer: { breachId: body.breachId },
      audit: {
        subject: { kind: 'breach', id: body.breachId },
        says: {
          id: `Menarik insiden ${breach.number}: ${body.why}`,
          en: `Took incident ${breach.number} back: ${body.why}`,
        },
      },
    };
  },
});
