import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { lendingGroupsOf } from '#domains/lending/server/index.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import {
  findGroup,
  listGroupDecrees,
  listGroupMembers,
  listGroupSteps,
} from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { actionsFor, linksFor } from './actions.ts';
import { memberRules, narrowMembers } from './members.ts';
import { standingOfGroup } from './standing.ts';
import { groupPageWords as words } from './words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const { app, city, today, zone } = event.locals;
  const list = readListState(event.url, memberRules);
  const found = await app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, 'see.groups'));
    if (!group) throw groupProblems.groupNotFound();
    const members = await listGroupMembers(db, group.id);
    return {
      group,
      steps: await listGroupSteps(db, group.id),
      ...(await standingOfGroup(db, { actor, groupId: group.id, members, on: today })),
      decrees: await listGroupDecrees(db, group.id),
      lendingGroups: maySee(actor, 'see.loans') ? await lendingGroupsOf(db, group.id) : [],
    };
  });
  const shown = narrowMembers(found.members, list);
  return {
    ...found,
    members: shown.slice(list.offset, list.offset + list.size),
    total: shown.length,
    late: found.members
      .filter((member) => member.overdueDays > 0)
      .toSorted((a, b) => b.overdueDays - a.overdueDays)
      .slice(0, 3),
    hasCards: found.members.some((member) => member.cardNumber !== null),
    list,
    zone,
    actions: actionsFor(actor, found.group, found.steps),
    links: linksFor(actor, found.group),
    commandId: newId(),
    decreeId: newId(),
  };
};

/** Every button of the page is one command about this group. */
function act(
  kind: string,
  flash: (typeof words)['verified'],
  body: (text: (name: string) => string) => object,
) {
  return async (event: RequestEvent) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const groupId = event.params.id;
    return runCommand(
      event,
      kind,
      { groupId, ...body(text) },
      { values, flash, redirectTo: `/kelompok/${groupId}` },
    );
  };
}

export const actions: Actions = {
  verify: act('registry.verify-group', words.verified, (text) => ({ note: text('note') })),
  refuse: act('registry.refuse-group', words.refused, (text) => ({ reason: text('reason') })),
  freeze: act('registry.freeze-group', words.frozen, (text) => ({
    freeze: true,
    reason: text('reason'),
  })),
  release: act('registry.freeze-group', words.released, (text) => ({
    freeze: false,
    reason: text('reason'),
  })),
  withdraw: act('registry.withdraw-group', words.withdrawn, (text) => ({
    decreeId: text('decreeId'),
    reason: text('reason'),
  })),
};
