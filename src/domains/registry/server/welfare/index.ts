import type { AnyCommand } from '#platform/command/command.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { applyPeopleList, decideListRow, dropPeopleList } from './apply-people-list.ts';
import { describeFamily } from './describe-family.ts';
import { readPeopleList } from './read-people-list.ts';
import { proposeWelfareChange, settleWelfareProposal } from './welfare-proposals.ts';

export * from './list-pages.ts';
export { readListFile } from './read-list-file.ts';
export * from './family-list.ts';
export * from './family-page.ts';

/** @param identitySealer seals the numbers of family cards */
export function welfareCommands(identitySealer: NumberSealer): AnyCommand[] {
  return [
    readPeopleList(identitySealer),
    applyPeopleList,
    dropPeopleList,
    decideListRow,
    describeFamily(identitySealer),
    proposeWelfareChange,
    settleWelfareProposal,
  ];
}
