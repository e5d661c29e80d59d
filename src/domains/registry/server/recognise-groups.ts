import { addDays, addMonths, formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { DecreeContent } from '../decree-paper.ts';
import { aboutOf } from '../decree-text.ts';
import { decideRecognition } from '../group.ts';
import { recogniseGroupsInput } from '../group-input.ts';
import { beginDecree } from './decree-frame.ts';
import { addDecree, documentsJob, findAnnexes, issueCards, startTerm } from './decree-store.ts';
import { getGroups, recordSteps } from './group-store.ts';

/**
 * The head of department signs one decree for one or many verified groups: number, annex per group, membership from
 * today, cards. The PDF, certificates and card sheets are made after commit.
 */
export const recogniseGroups = defineCommand({
  kind: 'registry.recognise-groups',
  version: 1,
  input: recogniseGroupsInput,
  async handle(tx, body, context) {
    const groups = await getGroups(tx, body.groupIds);
    const steps = groups.map((group) => ({
      group,
      kinds: decideRecognition(group, context.actor.userId),
      decreeId: body.decreeId,
    }));
    const { common, year } = await beginDecree(tx, context);
    const validTo = addDays(addMonths(context.today, body.years * 12), -1);
    const names = groups.map((group) => group.name).join(', ');
    const content: DecreeContent = {
      ...common,
      kind: 'recognition',
      noting:
        body.noting.length > 0
          ? body.noting
          : [`hasil verifikasi kelompok ${names} oleh petugas ${common.issuer.department}`],
      groups: await findAnnexes(tx, body.groupIds),
      effectiveFrom: context.today,
      effectiveUntil: validTo,
    };
    await addDecree(
      tx,
      {
        id: body.decreeId,
        number: common.number,
        year,
        title: aboutOf(content),
        validFrom: context.today,
        validTo,
        content,
        supersedesId: null,
        groupIds: body.groupIds,
      },
      context,
    );
    await startTerm(tx, { groupIds: body.groupIds, validFrom: context.today, validTo });
    await recordSteps(tx, context, steps);
    const cards = await issueCards(tx, { groupIds: body.groupIds, validTo, context });
    return {
      answer: { decreeId: body.decreeId, number: common.number, cards },
      audit: {
        subject: { kind: 'decree', id: body.decreeId },
        says: {
          id: `Menetapkan SK ${common.number}: mengukuhkan ${groups.length} kelompok (${names}) sampai ${formatDate(validTo, 'id')}`,
          en: `Signed decree ${common.number}: recognised ${groups.length} groups (${names}) until ${formatDate(validTo, 'en')}`,
        },
        data: { groupIds: body.groupIds, cards },
      },
      events: groups.map((group) => ({
        kind: 'registry.group-recognised',
        body: { groupId: group.id, decreeId: body.decreeId },
      })),
      jobs: [documentsJob(body.decreeId, common.number)],
    };
  },
});
