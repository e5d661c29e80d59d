import { defineCommand } from '#platform/command/define-command.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { reopenPairInput } from '../../field/profile-input.ts';
import { takeApart } from '../merge/unmerge-people.ts';
import { placeOfPeople } from '../person-place.ts';
import { mergeOfPair, openPairAgain, sidesOfPair, takePair } from './pair-store.ts';

/**
 * Takes back what was decided of a pair, the key pressed too fast: two who were said to be one are two again, and the pair
 * waits as before.
 *
 * Refused while it waits anyway, and where a record of the field went over into the other for good.
 */
export const reopenPair = defineCommand({
  kind: 'registry.reopen-pair',
  version: 1,
  input: reopenPairInput,
  async place(tx, { pairId }) {
    const sides = await sidesOfPair(tx, pairId);
    if (!sides) throw fieldProblems.unknownPair();
    return placeOfPeople(tx, sides);
  },
  async handle(tx, { pairId }, context) {
    const pair = await takePair(tx, pairId);
    if (!pair) throw fieldProblems.unknownPair();
    const names = { one: pair.person.name, other: pair.other.name };
    if (pair.state === 'open') throw fieldProblems.pairWaits(names);
    if (pair.state === 'same') {
      const mergeId = await mergeOfPair(tx, pairId);
      if (mergeId === null) throw fieldProblems.pairWentOver(names);
      await takeApart(tx, { mergeId, reason: 'Putusan pasangan ditarik kembali' }, context);
    }
    await openPairAgain(tx, pairId);
    return {
      answer: { pairId },
      audit: {
        subject: { kind: 'person', id: pair.other.id },
        says: {
          id: `Menarik kembali putusan atas ${names.one} dan ${names.other}`,
          en: `Took back the decision about ${names.one} and ${names.other}`,
        },
        data: { pairId, was: pair.state },
      },
    };
  },
});
