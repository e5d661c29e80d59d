import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { unmergePeopleInput } from '../../merge-input.ts';
import { mergeProblems } from '../../merge-problems.ts';
import { placeOfPeople } from '../person-place.ts';
import { sidesOfMerge, takeMerge, undoMerge } from './merge-store.ts';
import type { StandingMerge } from './merge-store.ts';

/**
 * Takes two records apart that were joined: each has again what it had, to the last rupiah, because nothing was moved. What
 * came in between stays with the record it was written under.
 *
 * Refused when they were taken apart before, and while the record they were joined to leads on to another.
 */
export const unmergePeople = defineCommand({
  kind: 'registry.unmerge-people',
  version: 1,
  input: unmergePeopleInput,
  async place(tx, body) {
    const sides = await sidesOfMerge(tx, body.mergeId);
    if (!sides) throw mergeProblems.unknownMerge();
    return placeOfPeople(tx, sides);
  },
  async handle(tx, body, context) {
    const merge = await takeApart(tx, body, context);
    return {
      answer: { personId: merge.personId },
      audit: {
        subject: { kind: 'person', id: merge.personId },
        says: {
          id: `Memisahkan lagi catatan ${merge.personName} dari ${merge.intoName}: ${body.reason}`,
          en: `Took the record of ${merge.personName} apart from ${merge.intoName} again: ${body.reason}`,
        },
        data: { mergeId: merge.id, intoId: merge.intoId },
      },
    };
  },
});

/** The deed itself, for whoever decides it. @throws Refusal as `unmergePeople` says */
export async function takeApart(
  tx: Tx,
  asked: { readonly mergeId: string; readonly reason: string },
  context: CommandContext,
): Promise<StandingMerge> {
  const merge = await takeMerge(tx, asked.mergeId);
  if (!merge) throw mergeProblems.unknownMerge();
  if (merge.undoneName !== null) throw mergeProblems.alreadyUnmerged({ by: merge.undoneName });
  if (merge.leadsTo !== merge.intoId) throw mergeProblems.laterMergeFirst({ name: merge.intoName });
  await undoMerge(tx, merge, { reason: asked.reason, context });
  return merge;
}
