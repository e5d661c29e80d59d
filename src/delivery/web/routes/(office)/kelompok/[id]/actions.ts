import { mayDo, maySee } from '#domains/access/who-may.ts';
import { nextState } from '#domains/registry/group.ts';
import type { GroupEventKind } from '#domains/registry/group.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import type { GroupHead, GroupStep } from '#domains/registry/server/index.ts';
import type { Words } from '#kernel/words.ts';
import type { Actor, Place } from '#platform/command/command.ts';
import { mayWords } from '../../../../may-words.ts';

/** What can be done to a group now; for what this person cannot do, why. Absent: not at this point of its life. */
export interface GroupActions {
  verify?: Words | null;
  recognise?: Words | null;
  refuse?: Words | null;
  amend?: Words | null;
  freeze?: Words | null;
  release?: Words | null;
  withdraw?: Words | null;
}

/** The pages that belong to a group while it is in force. */
export interface GroupLinks {
  apply?: Words | null;
  schedule?: Words | null;
  pins?: Words | null;
}

const kinds: Record<keyof GroupActions, { event: GroupEventKind; command: string }> = {
  verify: { event: 'verified', command: 'registry.verify-group' },
  recognise: { event: 'recognised', command: 'registry.recognise-groups' },
  refuse: { event: 'refused', command: 'registry.refuse-group' },
  amend: { event: 'amended', command: 'registry.amend-group' },
  freeze: { event: 'frozen', command: 'registry.freeze-group' },
  release: { event: 'unfrozen', command: 'registry.freeze-group' },
  withdraw: { event: 'withdrawn', command: 'registry.withdraw-group' },
};

/** Meetings are planned for groups at work; a frozen group keeps its cards, so their PINs too. */
export function linksFor(actor: Actor, group: GroupHead): GroupLinks {
  const place = placeOf(group);
  const links: GroupLinks = {};
  const working = group.state === 'recognised' || group.state === 'active';
  if (working && maySee(actor, 'see.applications')) {
    links.apply = mayWords(mayDo(actor, 'lending.apply', place));
  }
  if (working) links.schedule = mayWords(mayDo(actor, 'mentoring.plan-meetings', place));
  if (working || group.state === 'frozen') {
    links.pins = mayWords(mayDo(actor, 'registry.set-member-pin', place));
  }
  return links;
}

function placeOf(group: GroupHead): Place {
  return { kelurahan: group.kelurahanCode, kecamatan: group.kecamatanCode, group: group.id };
}

export function actionsFor(
  actor: Actor,
  group: GroupHead,
  steps: readonly GroupStep[],
): GroupActions {
  const place = placeOf(group);
  const did = (kind: GroupEventKind) =>
    steps.some((step) => step.kind === kind && step.byUser === actor.userId);
  const actions: GroupActions = {};
  for (const [name, { event, command }] of Object.entries(kinds) as [
    keyof GroupActions,
    (typeof kinds)['verify'],
  ][]) {
    if (nextState(group.state, event) === null) continue;
    actions[name] = mayWords(
      mayDo(actor, command, command === 'registry.recognise-groups' ? {} : place),
    );
  }
  // Nobody approves what she proposed: said before she tries.
  if (actions.verify === null && did('proposed'))
    actions.verify = groupProblems.ownProposal().words;
  if (actions.recognise === null && (did('proposed') || did('verified'))) {
    actions.recognise = groupProblems.ownSignature({ group: group.name }).words;
  }
  return actions;
}
