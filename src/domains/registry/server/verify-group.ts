import { defineCommand } from '#platform/command/define-command.ts';
import { decideVerification } from '../group.ts';
import { verifyGroupInput } from '../group-input.ts';
import { getGroup, placeOfGroup, recordSteps } from './group-store.ts';

/** Another officer than the proposer confirms that people, places and papers are in order. */
export const verifyGroup = defineCommand({
  kind: 'registry.verify-group',
  version: 1,
  input: verifyGroupInput,
  place: (tx, body) => placeOfGroup(tx, body.groupId),
  async handle(tx, body, context) {
    const group = await getGroup(tx, body.groupId);
    const kind = decideVerification(group, context.actor.userId);
    await recordSteps(tx, context, [{ group, kinds: [kind], note: body.note }]);
    return {
      answer: { groupId: group.id },
      audit: {
        subject: { kind: 'group', id: group.id },
        says: {
          id: `Memverifikasi kelompok ${group.name}`,
          en: `Verified the group ${group.name}`,
        },
        data: { note: body.note },
      },
      events: [{ kind: 'registry.group-verified', body: { groupId: group.id } }],
    };
  },
});
