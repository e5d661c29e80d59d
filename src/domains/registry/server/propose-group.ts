import { defineCommand } from '#platform/command/define-command.ts';
import { checkMembers } from '../group.ts';
import { proposeGroupInput } from '../group-input.ts';
import { addGroup, addMembers, recordProposal } from './group-store.ts';

/** An officer proposes a group from registered people. Nobody may be in two groups of one programme. */
export const proposeGroup = defineCommand({
  kind: 'registry.propose-group',
  version: 1,
  input: proposeGroupInput,
  place: (_tx, body) =>
    Promise.resolve({ kelurahan: body.kelurahanCode, kecamatan: body.kelurahanCode.slice(0, 8) }),
  async handle(tx, body, context) {
    checkMembers(body.members);
    await addGroup(tx, body, context);
    await recordProposal(tx, context, body);
    await addMembers(
      tx,
      { id: body.groupId, programme: body.programme, today: context.today },
      body.members,
    );
    return {
      answer: { groupId: body.groupId },
      audit: {
        subject: { kind: 'group', id: body.groupId },
        says: {
          id: `Mengusulkan kelompok ${body.name} dengan ${body.members.length} anggota`,
          en: `Proposed the group ${body.name} with ${body.members.length} members`,
        },
        data: { members: body.members },
      },
      events: [{ kind: 'registry.group-proposed', body: { groupId: body.groupId } }],
    };
  },
});
