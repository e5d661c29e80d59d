import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { consentProblems } from '../../consent-problems.ts';
import { mergePeopleInput } from '../../merge-input.ts';
import { assertMayMerge } from '../../merge.ts';
import { placeOfPeople } from '../person-place.ts';
import { insertMerge, takeSides } from './merge-store.ts';

export interface MergeAsk {
  readonly mergeId: string;
  readonly personId: string;
  readonly intoId: string;
  readonly reason: string;
  readonly despiteFamily: boolean;
  /** The pair of the review queue it was decided on. */
  readonly pairId: string | null;
}

/**
 * Says that two records are one person: from now on the one leads to the other. Loans, savings, memberships, consents and the
 * books stay as they are under their own ids, and are shown together; so it can be undone exactly.
 *
 * Refused as `assertMayMerge` says. Two of different sex need a second officer.
 */
export const mergePeople = defineCommand({
  kind: 'registry.merge-people',
  version: 1,
  input: mergePeopleInput,
  place: (tx, body) => placeOfPeople(tx, [body.personId, body.intoId]),
  fourEyes: (body) =>
    body.despiteFamily
      ? {
          id: `Menyatukan dua catatan yang berbeda jenis kelamin: ${body.reason}`,
          en: `Joining two records that differ in sex: ${body.reason}`,
        }
      : null,
  check: joinable,
  async handle(tx, body, context) {
    const { from, into } = await merge(tx, { ...body, pairId: null }, context);
    return {
      answer: { mergeId: body.mergeId, personId: into.id },
      audit: {
        subject: { kind: 'person', id: into.id },
        says: {
          id: `Menyatukan catatan ${from.name} dengan ${into.name}: ${body.reason}`,
          en: `Joined the record of ${from.name} to ${into.name}: ${body.reason}`,
        },
        data: { mergeId: body.mergeId, personId: from.id },
      },
    };
  },
});

/** The deed itself, for whoever decides it. @throws Refusal as `assertMayMerge` says */
export async function merge(tx: Tx, ask: MergeAsk, context: CommandContext) {
  const { from, into } = await joinable(tx, ask);
  const { mergeId: id, intoId, pairId, reason } = ask;
  await insertMerge(tx, { id, from, intoId, pairId, reason }, context);
  return { from, into };
}

/** The two of them, held, when the one may lead to the other. @throws Refusal as `assertMayMerge` says */
export async function joinable(
  tx: Tx,
  ask: Pick<MergeAsk, 'personId' | 'intoId' | 'despiteFamily'>,
) {
  const sides = await takeSides(tx, ask);
  // The same id twice finds one row only.
  if (!sides) throw consentProblems.unknownPerson();
  const { from, into } = sides;
  assertMayMerge(from, into, ask.despiteFamily);
  return { from, into };
}
