import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#kernel/id.ts';
import { compareProfile } from '../../field/decide-registration.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { decidePairInput } from '../../field/profile-input.ts';
import { assertNotFamily } from '../../merge.ts';
import { joinable, merge } from '../merge/merge-people.ts';
import { placeOfPeople } from '../person-place.ts';
import {
  absorb,
  closePair,
  firstEncounter,
  isMember,
  sidesOfPair,
  takePair,
} from './pair-store.ts';
import type { PairSide, TakenPair } from './pair-store.ts';
import { profileOf, takeProfile, writeProfile } from './profile-store.ts';
import { insertProposals } from './proposal-store.ts';

/** Whether somebody borrows, asked to, or saves; known on a shelf above. */
export type HasMoney = (db: Reader, personId: string) => Promise<boolean>;

/**
 * Decides two records that look like one person: the same joins them, different leaves both, later puts the pair aside. Same
 * and different need a reason.
 *
 * A provisional record without group or money goes over into the other; otherwise the newer leads to the older and keeps what
 * hangs on it, so that the two can be taken apart again.
 *
 * Refused to whoever registered her, once it was decided, and where `assertMayMerge` refuses.
 */
export function decidePair(hasMoney: HasMoney): AnyCommand {
  return defineCommand({
    kind: 'registry.decide-pair',
    version: 1,
    input: decidePairInput,
    fourEyes: ({ decision, despiteFamily, reason }) =>
      decision === 'same' && despiteFamily
        ? {
            id: `Menyatukan dua catatan yang berbeda jenis kelamin: ${reason ?? ''}`,
            en: `Joining two records that differ in sex: ${reason ?? ''}`,
          }
        : null,
    async place(tx, body) {
      const sides = await sidesOfPair(tx, body.pairId);
      if (!sides) throw fieldProblems.unknownPair();
      return placeOfPeople(tx, sides);
    },
    async check(tx, body, context) {
      const pair = await openPair(tx, body, context);
      const { despiteFamily } = body;
      const { person, other } = pair;
      assertNotFamily(person, other, despiteFamily);
      if (!(await absorbable(tx, pair, hasMoney)))
        await joinable(tx, { personId: person.id, intoId: other.id, despiteFamily });
    },
    async handle(tx, body, context) {
      const pair = await openPair(tx, body, context);
      const joined =
        body.decision === 'same' ? await join(tx, { ...body, pair, hasMoney, context }) : null;
      await closePair(tx, pair.id, { decision: body.decision, reason: body.reason, context });
      const names = { one: pair.person.name, other: pair.other.name };
      return {
        answer: { pairId: pair.id, decision: body.decision, personId: joined },
        audit: {
          subject: { kind: 'person', id: joined ?? pair.person.id },
          says: {
            same: {
              id: `${names.one} dan ${names.other} satu orang: ${body.reason ?? ''}`,
              en: `${names.one} and ${names.other} are one person: ${body.reason ?? ''}`,
            },
            different: {
              id: `${names.one} dan ${names.other} dua orang: ${body.reason ?? ''}`,
              en: `${names.one} and ${names.other} are two people: ${body.reason ?? ''}`,
            },
            later: {
              id: `Menunda putusan atas ${names.one} dan ${names.other}`,
              en: `Put off deciding about ${names.one} and ${names.other}`,
            },
          }[body.decision],
          data: { pairId: pair.id },
        },
      };
    },
  });
}

/** A pair that waits for a decision, held. @throws Refusal */
async function openPair(
  tx: Tx,
  body: { pairId: string; decision: string; reason: string | null },
  context: CommandContext,
): Promise<TakenPair> {
  const pair = await takePair(tx, body.pairId);
  if (!pair) throw fieldProblems.unknownPair();
  if (pair.state === 'same' || pair.state === 'different')
    throw fieldProblems.pairDecided({ by: pair.decidedName ?? '' });
  if ((await firstEncounter(tx, pair.person.id))?.by.userId === context.actor.userId)
    throw fieldProblems.ownRegistration();
  if (body.decision !== 'later' && body.reason === null) throw fieldProblems.reasonNeeded();
  return pair;
}

/** Joins the provisional side to the other. @returns the person who remains */
async function join(
  tx: Tx,
  about: {
    readonly pair: TakenPair;
    readonly reason: string | null;
    readonly despiteFamily: boolean;
    readonly hasMoney: HasMoney;
    readonly context: CommandContext;
  },
): Promise<string> {
  const { pair, despiteFamily, hasMoney, context } = about;
  assertNotFamily(pair.person, pair.other, despiteFamily);
  const absorbed = await absorbable(tx, pair, hasMoney);
  if (!absorbed) {
    const { into: remains } = await merge(
      tx,
      {
        mergeId: newId(),
        personId: pair.person.id,
        intoId: pair.other.id,
        reason: about.reason ?? '',
        despiteFamily,
        pairId: pair.id,
      },
      context,
    );
    return remains.id;
  }
  const { from, into } = absorbed;
  const given = await profileOf(tx, { kind: 'person', id: from.id });
  const subject = { kind: 'person', id: into.id } as const;
  const standing = await takeProfile(tx, subject);
  await absorb(tx, { from: from.id, into: into.id }, context);
  const { fills, differs } = compareProfile('person', standing ?? {}, given ?? {});
  await writeProfile(tx, subject, Object.fromEntries(fills.map((one) => [one.field, one.value])));
  // What differs is proposed in the name of whoever wrote her down, so that the one who joined the records may decide it.
  const met = await firstEncounter(tx, from.id);
  await insertProposals(
    tx,
    differs.map(({ field, base, value }) => ({ subject, field, base, standing: base, value })),
    {
      source: { kind: 'encounter', id: met?.id ?? pair.id },
      by: met?.by ?? context.actor,
      now: context.now,
    },
  );
  return into.id;
}

/** A provisional record without group or money, and the one it goes over into. */
async function absorbable(
  tx: Tx,
  pair: TakenPair,
  hasMoney: HasMoney,
): Promise<{ from: PairSide; into: PairSide } | null> {
  const sides: readonly [PairSide, PairSide][] = [
    [pair.person, pair.other],
    [pair.other, pair.person],
  ];
  const [from, into] =
    sides.find(([one, other]) => one.state === 'provisional' && isHere(other)) ?? [];
  if (!from || !into || (await isMember(tx, from.id)) || (await hasMoney(tx, from.id))) return null;
  return { from, into };
}

function isHere(side: PairSide): boolean {
  return side.state === 'provisional' || side.state === 'registered';
}
