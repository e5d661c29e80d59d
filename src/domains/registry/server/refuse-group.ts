import { defineCommand } from '#platform/command/define-command.ts';
import { decideRefusal } from '../group.ts';
import { refuseGroupInput } from '../group-input.ts';
import { endMemberships, getGroup, placeOfGroup, recordSteps } from './group-store.ts';

/** Turns a proposal down, with a reason; its people are free for another group at once. */
export const refuseGroup = defineCommand({
  kind: 'registry.refuse-group',
  version: 1,
  input: refuseGroupInput,
  place: (tx, body) => placeOfGroup(tx, body.groupId),
  async handle(tx, body, context) {
    const group = await getGroup(tx, body.groupId);
    const kind = decideRefusal(group);
    await recordSteps(tx, context, [{ group, kinds: [kind], note: body.reason }]);
    await endMemberships(tx, { groupId: group.id, context, why: body.reason });
    return {
      answer: { groupId: group.id },
      audit: {
        subject: { kind: 'group', id: group.id },
        says: {
          id: `Menolak usulan kelompok ${group.name}`,
          en: `Refused the proposal of the group ${group.name}`,
        },
        data: { reason: body.reason },
      },
    };
  },
});
