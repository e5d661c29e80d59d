import { defineCommand } from '#platform/command/define-command.ts';
import type { DecreeContent } from '../decree-paper.ts';
import { aboutOf } from '../decree-text.ts';
import { decideWithdrawal } from '../group.ts';
import { withdrawGroupInput } from '../group-input.ts';
import { groupProblems } from '../group-problems.ts';
import { beginDecree } from './decree-frame.ts';
import { addDecree, documentsJob, findAnnexes, findRecognition } from './decree-store.ts';
import { endMemberships, getGroup, placeOfGroup, recordSteps } from './group-store.ts';

/** Ends a recognition by a withdrawing decree; memberships and cards end with it, debts and savings do not. */
export const withdrawGroup = defineCommand({
  kind: 'registry.withdraw-group',
  version: 1,
  input: withdrawGroupInput,
  place: (tx, body) => placeOfGroup(tx, body.groupId),
  async handle(tx, body, context) {
    const group = await getGroup(tx, body.groupId);
    const kind = decideWithdrawal(group);
    const recognition = await findRecognition(tx, group.id);
    if (!recognition) throw groupProblems.decreeNotFound();
    const { common, year } = await beginDecree(tx, context);
    const annexes = await findAnnexes(tx, [group.id]);
    const content: DecreeContent = {
      ...common,
      kind: 'withdrawal',
      noting: [`laporan keadaan kelompok ${group.name}`],
      ends: {
        number: recognition.number,
        signedOn: recognition.signedOn,
        about: recognition.about,
      },
      groups: annexes.map(({ name, kelurahan, kecamatan }) => ({ name, kelurahan, kecamatan })),
      reason: body.reason,
      effectiveFrom: context.today,
    };
    await addDecree(
      tx,
      {
        id: body.decreeId,
        number: common.number,
        year,
        title: aboutOf(content),
        validFrom: context.today,
        validTo: null,
        content,
        supersedesId: recognition.id,
        groupIds: [group.id],
      },
      context,
    );
    await recordSteps(tx, context, [
      { group, kinds: [kind], note: body.reason, decreeId: body.decreeId },
    ]);
    await endMemberships(tx, { groupId: group.id, context, why: common.number });
    return {
      answer: { decreeId: body.decreeId, number: common.number },
      audit: {
        subject: { kind: 'decree', id: body.decreeId },
        says: {
          id: `Menetapkan SK ${common.number}: mencabut pengukuhan kelompok ${group.name}`,
          en: `Signed decree ${common.number}: withdrew the recognition of the group ${group.name}`,
        },
        data: { reason: body.reason },
      },
      events: [
        { kind: 'registry.group-withdrawn', body: { groupId: group.id, decreeId: body.decreeId } },
      ],
      jobs: [documentsJob(body.decreeId, common.number)],
    };
  },
});
