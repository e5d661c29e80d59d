import { mayDo } from '#domains/access/who-may.ts';
import { nextState } from '#domains/registry/group.ts';
import type { GroupEventKind } from '#domains/registry/group.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import type { GroupHead, GroupStep } from '#domains/registry/server/index.ts';
import type { Words } from '#kernel/words.ts';
import type { Actor } from '#platform/command/command.ts';
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

const kinds: Record<keyof GroupActions, { event: GroupEventKind; command: string }> = {
  verify: { event: 'verified', command: 'registry.verify-group' },
  recognise: { event: 'recognised', command: 'registry.recognise-groups' },
  refuse: { event: 'refused', command: 'registry.refuse-group' },
  amend: { event: 'amended', command: 'registry.amend-group' },
  freeze: { event: 'frozen', command: 'registry.freeze-group' },
  release: { event: 'unfrozen', command: 'registry.freeze-group' },
  withdraw: { event: 'withdrawn', command: 'registry.withdraw-group' },
};

export function actionsFor(
  actor: Actor,
  group: GroupHead,
  steps: readonly GroupStep[],
): GroupActions {
  const place = { kelurahan: group.kelurahanCode, kecamatan: group.kecamatanCode, group: group.id };
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
