import { defineCommand } from '#platform/command/define-command.ts';
import { cutOffOf, retentionRuleOf } from '../../rights/retention.ts';
import { endRetentionInput } from '../../rights/retention-input.ts';
import { endRetentionRows } from './retention-store.ts';

/** As much of a class as ends in one go: the rest goes the next night. */
const mostAtOnce = { 'people-not-served': 500 } as const;
const mostRows = 50_000;

/** Ends what of one class is past its period and held by nothing: every night, and when the data protection officer says so. */
export const endRetention = defineCommand({
  kind: 'registry.end-retention',
  version: 1,
  input: endRetentionInput,
  async handle(tx, { retentionClass: name }, context) {
    const cutOff = cutOffOf(name, context.today);
    const most = name === 'people-not-served' ? mostAtOnce[name] : mostRows;
    const { gone, held } = await endRetentionRows(tx, { name, cutOff, most }, context);
    const { says } = retentionRuleOf(name);
    return {
      answer: { gone, held },
      audit: {
        subject: { kind: 'retention', id: name },
        says: {
          id: `Masa simpan ${says.id.toLowerCase()}: ${gone} diakhiri, ${held} ditahan`,
          en: `Retention of ${says.en.toLowerCase()}: ${gone} ended, ${held} held`,
        },
        data: { cutOff },
      },
    };
  },
});
