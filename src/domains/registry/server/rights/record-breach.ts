import type { BusinessDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { breachKinds, decideFound } from '../../rights/breach.ts';
import { recordBreachInput } from '../../rights/breach-input.ts';
import type { RecordBreach } from '../../rights/breach-input.ts';
import { breachProblems } from '../../rights/breach-problems.ts';
import { insertBreach, momentOf, peopleOfGroup, peopleOfPlace } from './breach-store.ts';

/** Everybody whose data a phone held when it fetched last; null for a phone nobody knows. The domains above know. */
export type PeopleOnPhone = (
  tx: Tx,
  asked: { deviceId: string; today: BusinessDate; now: Date },
) => Promise<readonly string[] | null>;

/**
 * Writes down that data of people got away, and reckons whose: everybody on the lost phone, in the list that was sent
 * wrongly, or on the papers of the group. From when it was found, 3×24 hours run (UU 27/2022 art. 46).
 *
 * Refused for an hour to come, without what its reach is reckoned from, and where it holds nobody's data.
 */
export function recordBreach(peopleOnPhone: PeopleOnPhone): AnyCommand {
  return defineCommand({
    kind: 'registry.record-breach',
    version: 1,
    input: recordBreachInput,
    async handle(tx, body, context) {
      const found = await momentOf(tx, body.foundAt);
      // It was given by the city's clock.
      const foundOn = body.foundAt.slice(0, 10);
      decideFound({ foundAt: found, foundOn, happenedOn: body.happenedOn }, context.now);
      const people = await peopleTouched(tx, body, { peopleOnPhone, context });
      if (people.length === 0) throw breachProblems.nobodyTouched();
      const number = await insertBreach(tx, { ...body, found, people }, context);
      const kind = breachKinds[body.kind];
      return {
        answer: { breachId: context.id, number, people: people.length },
        audit: {
          subject: { kind: 'breach', id: context.id },
          says: {
            id: `Mencatat insiden ${number}: ${kind.id.toLowerCase()}, ${people.length} orang`,
            en: `Wrote down incident ${number}: ${kind.en.toLowerCase()}, ${people.length} people`,
          },
        },
      };
    },
  });
}

async function peopleTouched(
  tx: Tx,
  body: RecordBreach,
  {
    peopleOnPhone,
    context: { today, now },
  }: { peopleOnPhone: PeopleOnPhone; context: CommandContext },
): Promise<readonly string[]> {
  if (body.kind === 'lost-phone') {
    const { deviceId } = body;
    const people = deviceId ? await peopleOnPhone(tx, { deviceId, today, now }) : null;
    if (!people) throw breachProblems.reachMissing();
    return people;
  }
  if (body.kind === 'wrong-export') {
    if (!body.placeCode) throw breachProblems.reachMissing();
    return peopleOfPlace(tx, body.placeCode);
  }
  if (!body.groupId) throw breachProblems.reachMissing();
  return peopleOfGroup(tx, { id: body.groupId, on: body.happenedOn });
}
