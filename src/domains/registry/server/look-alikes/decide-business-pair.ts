import { businessProblems } from '../../business/business-problems.ts';
import {
  decideBusinessPairInput,
  recordBusinessPairsInput,
  reopenBusinessPairInput,
} from '../../business/pair-input.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import type { Place } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { placeOfPeople } from '../person-place.ts';
import {
  closeBusinessPair,
  insertBusinessPairs,
  joinBusinesses,
  openBusinessPairAgain,
  ownersOfPair,
  partBusinesses,
  takeBusinessPair,
} from './business-pair-store.ts';

/** Puts pairs found by the job on the review list. */
export const recordBusinessPairs = defineCommand({
  kind: 'registry.record-business-pairs',
  version: 1,
  input: recordBusinessPairsInput,
  async handle(tx, body, { now }) {
    const added = await insertBusinessPairs(tx, body, now);
    return {
      answer: { added },
      audit: {
        subject: { kind: 'registry', id: 'businesses' },
        says: {
          id: `${added} pasangan usaha yang mirip masuk daftar tinjauan`,
          en: `${added} pairs of businesses that look alike went on the review list`,
        },
      },
    };
  },
});

/**
 * Decides two records that look like one business: the same lets the newer lead to the older, different leaves both, later puts
 * the pair aside. Same and different need a reason. Its places, licences, figures and visits stay under the record they were
 * written down for, and are read together; a second owner owns it beside the first.
 *
 * Refused once it was decided, and when one of the two was joined elsewhere or closed meanwhile.
 */
export const decideBusinessPair = defineCommand({
  kind: 'registry.decide-business-pair',
  version: 1,
  input: decideBusinessPairInput,
  place: (tx, body) => placeOfPair(tx, body.pairId),
  async handle(tx, { pairId, decision, reason }, context) {
    const pair = await takeBusinessPair(tx, pairId);
    if (!pair) throw fieldProblems.unknownPair();
    if (pair.state === 'same' || pair.state === 'different')
      throw fieldProblems.pairDecided({ by: pair.decidedName ?? '' });
    if (decision !== 'later' && reason === null) throw fieldProblems.reasonNeeded();
    const gone = [pair.business, pair.other].find(({ state }) => state !== 'active');
    if (decision === 'same' && gone) throw businessProblems.pairGone({ name: gone.name });
    const led = decision === 'same' ? await joinBusinesses(tx, pair) : null;
    await closeBusinessPair(tx, pairId, { decision, reason, led, context });
    const names = { one: pair.business.name, other: pair.other.name };
    return {
      answer: { pairId, decision, businessId: decision === 'same' ? pair.other.id : null },
      audit: {
        subject: { kind: 'business', id: pair.other.id },
        says: {
          same: {
            id: `${names.one} dan ${names.other} satu usaha: ${reason ?? ''}`,
            en: `${names.one} and ${names.other} are one business: ${reason ?? ''}`,
          },
          different: {
            id: `${names.one} dan ${names.other} dua usaha: ${reason ?? ''}`,
            en: `${names.one} and ${names.other} are two businesses: ${reason ?? ''}`,
          },
          later: {
            id: `Menunda putusan atas usaha ${names.one} dan ${names.other}`,
            en: `Put off deciding about the businesses ${names.one} and ${names.other}`,
          },
        }[decision],
        data: { pairId, businessId: pair.business.id },
      },
    };
  },
});

/**
 * Takes back what was decided of two businesses: the pair waits as before, and two that were one are two again.
 *
 * Refused while it waits anyway, and while the one they became leads to another itself: that is taken back first.
 */
export const reopenBusinessPair = defineCommand({
  kind: 'registry.reopen-business-pair',
  version: 1,
  input: reopenBusinessPairInput,
  place: (tx, body) => placeOfPair(tx, body.pairId),
  async handle(tx, { pairId }) {
    const pair = await takeBusinessPair(tx, pairId);
    if (!pair) throw fieldProblems.unknownPair();
    const names = { one: pair.business.name, other: pair.other.name };
    if (pair.state === 'open') throw fieldProblems.pairWaits(names);
    if (pair.state === 'same') {
      if (pair.other.state === 'merged') throw businessProblems.laterPairFirst(names);
      await partBusinesses(tx, pair);
    }
    await openBusinessPairAgain(tx, pairId);
    return {
      answer: { pairId },
      audit: {
        subject: { kind: 'business', id: pair.other.id },
        says: {
          id: `Menarik kembali putusan atas usaha ${names.one} dan ${names.other}`,
          en: `Took back the decision about the businesses ${names.one} and ${names.other}`,
        },
        data: { pairId, was: pair.state },
      },
    };
  },
});

/** Where the owners live, as far as they share it. */
async function placeOfPair(db: Reader, pairId: string): Promise<Place> {
  const owners = await ownersOfPair(db, pairId);
  if (!owners) throw fieldProblems.unknownPair();
  return placeOfPeople(db, owners);
}
