import { defineCommand } from '#platform/command/define-command.ts';
import { decideFreeze } from '../group.ts';
import { freezeGroupInput } from '../group-input.ts';
import { getGroup, placeOfGroup, recordSteps } from './group-store.ts';

/** Freezes a group for a time, or releases it; its decree stays as it is. */
export const freezeGroup = defineCommand({
  kind: 'registry.freeze-group',
  version: 1,
  input: freezeGroupInput,
  place: (tx, body) => placeOfGroup(tx, body.groupId),
  async handle(tx, body, context) {
    const group = await getGroup(tx, body.groupId);
    const kind = decideFreeze(group, body.freeze);
    await recordSteps(tx, context, [{ group, kinds: [kind], note: body.reason }]);
    return {
      answer: { groupId: group.id },
      audit: {
        subject: { kind: 'group', id: group.id },
        says: body.freeze
          ? { id: `Membekukan kelompok ${group.name}`, en: `Froze the group ${group.name}` }
          : {
              id: `Mengaktifkan kembali kelompok ${group.name}`,
              en: `Released the group ${group.name}`,
            },
        data: { reason: body.reason },
      },
      events: [
        {
          kind: body.freeze ? 'registry.group-frozen' : 'registry.group-released',
          body: { groupId: group.id },
        },
      ],
    };
  },
});
