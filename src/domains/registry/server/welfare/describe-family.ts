import { sql } from 'kysely';
import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { describeFamilyInput } from '../../welfare/welfare-input.ts';
import type { DescribeFamily } from '../../welfare/welfare-input.ts';
import { welfareProblems } from '../../welfare/welfare-problems.ts';
import { recordHousehold } from '../field/encounter-store.ts';
import { nameOfPerson, placeOfPeople } from '../person-place.ts';

/**
 * Writes down what a family said of itself: whose family it is by its card, what she is to its head, how many live in it
 * and, where they said so, what they spend in a month. Earlier answers stay; a new card begins a new family from its month.
 *
 * Refused without a card, and for a day to come.
 *
 * @param sealer seals the number of the card
 */
export function describeFamily(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.describe-family',
    version: 1,
    input: describeFamilyInput,
    place: (tx, body) => placeOfPeople(tx, [body.personId]),
    async handle(tx, body, context) {
      if (body.saidOn > context.today) throw welfareProblems.saidInFuture();
      const name = await nameOfPerson(tx, body.personId);
      if (body.kk !== null) await joinByCard(tx, body.kk, { body, sealer, context });
      const householdId = await currentHousehold(tx, body.personId);
      if (householdId === null) throw welfareProblems.familyCardNeeded();
      await writeSaid(tx, householdId, { body, context });
      return {
        answer: { householdId },
        audit: {
          subject: { kind: 'person', id: body.personId },
          says: {
            id: `Mencatat keluarga ${name}: ${body.people} orang`,
            en: `Wrote down the family of ${name}: ${body.people} people`,
          },
          data: { householdId, saidOn: body.saidOn },
        },
      };
    },
  });
}

async function joinByCard(
  tx: Tx,
  kk: string,
  {
    body,
    sealer,
    context,
  }: { body: DescribeFamily; sealer: NumberSealer; context: CommandContext },
): Promise<void> {
  const numbers = await holdNumbers(tx, sealer);
  await recordHousehold(tx, body.personId, {
    sealed: numbers.seal(kk),
    blindIndex: numbers.blindIndex(kk),
    lastFour: kk.slice(-4),
    period: body.saidOn.slice(0, 7),
    context,
  });
}

async function currentHousehold(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select h.id from registry.household_member m
    join registry.household h on h.city_id = m.city_id and h.id = m.household_id
    where m.city_id = ${tx.city} and m.person_id = any (array(select registry.records_of(${tx.city}, ${personId}::uuid)))
    order by h.period desc, m.recorded_at desc, h.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

async function writeSaid(
  tx: Tx,
  householdId: string,
  { body, context }: { body: DescribeFamily; context: CommandContext },
): Promise<void> {
  const { actor, now } = context;
  await sql`
    update registry.household_member set relation = ${body.relation}
    where city_id = ${tx.city} and household_id = ${householdId}::uuid
      and person_id = any (array(select registry.records_of(${tx.city}, ${body.personId}::uuid)))`.execute(
    tx,
  );
  await sql`
    insert into registry.household_said (city_id, id, household_id, said_on, head_sex, people, children, spending_rupiah,
      recorded_at, recorded_by, by_name)
    values (${tx.city}, ${body.saidId}::uuid, ${householdId}::uuid, ${body.saidOn}::date, ${body.headSex}, ${body.people},
      ${body.children}, ${body.spendingRupiah}, ${now}::timestamptz, ${actor.userId}::uuid, ${actor.name})`.execute(
    tx,
  );
}
