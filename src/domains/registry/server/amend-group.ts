import { defineCommand } from '#platform/command/define-command.ts';
import type { DecreeContent } from '../decree-paper.ts';
import { aboutOf } from '../decree-text.ts';
import { decideAmendment } from '../group.ts';
import { amendGroupInput } from '../group-input.ts';
import type { AmendGroup } from '../group-input.ts';
import { groupProblems } from '../group-problems.ts';
import { groupRoles } from '../group-words.ts';
import type { Tx } from '#platform/db/tx.ts';
import { beginDecree } from './decree-frame.ts';
import {
  addDecree,
  documentsJob,
  findAnnexes,
  findRecognition,
  issueCards,
} from './decree-store.ts';
import {
  addMembers,
  changeRoles,
  endMemberships,
  getGroup,
  placeOfGroup,
  recordSteps,
} from './group-store.ts';
import { findPersonNames } from './group-pages.ts';

/** Members join, leave or change office by an amending decree; the decree that recognised the group stays as it is. */
export const amendGroup = defineCommand({
  kind: 'registry.amend-group',
  version: 1,
  input: amendGroupInput,
  place: (tx, body) => placeOfGroup(tx, body.groupId),
  async handle(tx, body, context) {
    const group = await getGroup(tx, body.groupId);
    decideAmendment(group, body);
    const recognition = await findRecognition(tx, group.id);
    if (!recognition) throw groupProblems.decreeNotFound();
    const { common, year } = await beginDecree(tx, context);
    await endMemberships(tx, {
      groupId: group.id,
      personIds: body.remove,
      context,
      why: common.number,
    });
    await changeRoles(tx, group.id, body.roles);
    await addMembers(
      tx,
      { id: group.id, programme: group.programme, today: context.today },
      body.add,
    );
    const content: DecreeContent = {
      ...common,
      kind: 'amendment',
      noting: [body.noting],
      amends: {
        number: recognition.number,
        signedOn: recognition.signedOn,
        about: recognition.about,
      },
      ordinal: recognition.amendments + 1,
      changes: await changesInWords(tx, group.name, body),
      groups: await findAnnexes(tx, [group.id]),
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
        validTo: group.validTo,
        content,
        supersedesId: recognition.id,
        groupIds: [group.id],
      },
      context,
    );
    await recordSteps(tx, context, [
      { group, kinds: ['amended'], note: content.changes.join('; '), decreeId: body.decreeId },
    ]);
    await issueCards(tx, { groupIds: [group.id], validTo: group.validTo, context });
    return {
      answer: { decreeId: body.decreeId, number: common.number },
      audit: {
        subject: { kind: 'decree', id: body.decreeId },
        says: {
          id: `Menetapkan SK ${common.number}: mengubah susunan kelompok ${group.name}`,
          en: `Signed decree ${common.number}: amended the group ${group.name}`,
        },
        data: { add: body.add, remove: body.remove, roles: body.roles },
      },
      events: [
        { kind: 'registry.group-amended', body: { groupId: group.id, decreeId: body.decreeId } },
      ],
      jobs: [documentsJob(body.decreeId, common.number)],
    };
  },
});

/** The changes as the decree lists them, in full sentence parts. */
async function changesInWords(tx: Tx, group: string, body: AmendGroup): Promise<string[]> {
  const people = [
    ...body.remove,
    ...body.roles.map((each) => each.personId),
    ...body.add.map((each) => each.personId),
  ];
  const names = await findPersonNames(tx, people);
  const name = (personId: string) => names.get(personId) ?? '—';
  return [
    ...body.remove.map((personId) => `mengeluarkan ${name(personId)} dari kelompok ${group}`),
    ...body.roles.map(
      (each) =>
        `menetapkan ${name(each.personId)} sebagai ${groupRoles[each.role].id.toLowerCase()} kelompok ${group}`,
    ),
    ...body.add.map(
      (each) =>
        `menambah ${name(each.personId)} sebagai ${groupRoles[each.role].id.toLowerCase()} kelompok ${group}`,
    ),
  ];
}
