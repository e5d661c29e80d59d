import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CommandContext } from '#platform/command/command.ts';
import {
  proposeWelfareChangeInput,
  settleWelfareProposalInput,
} from '../../welfare/welfare-input.ts';
import type { ProposeWelfareChange } from '../../welfare/welfare-input.ts';
import { welfareProblems } from '../../welfare/welfare-problems.ts';
import { proposalAsks } from '../../welfare/welfare-words.ts';
import { nameOfPerson, placeOfPeople } from '../person-place.ts';
import { latestWholeQuarter } from './family-list.ts';
import { standingOf } from '../../welfare/welfare-standing.ts';
import type { LastDecile } from '../../welfare/welfare-standing.ts';

/**
 * Somebody says that what the list says of her family is wrong: an officer, a mentor, or she herself through one of
 * them. Her decile does not change by it; whoever keeps the list decides, and the next list says so.
 *
 * Refused while an earlier one waits, and where it asks for what is already so.
 */
export const proposeWelfareChange = defineCommand({
  kind: 'registry.propose-welfare-change',
  version: 1,
  input: proposeWelfareChangeInput,
  place: (tx, body) => placeOfPeople(tx, [body.personId]),
  async handle(tx, body, context) {
    const name = await nameOfPerson(tx, body.personId);
    const last = await lastDecile(tx, body.personId);
    const standing = standingOf(last, await latestWholeQuarter(tx));
    const listed = standing?.state === 'current';
    if (listed === (body.asks === 'listed')) throw welfareProblems.proposalUnlikely({ listed });
    if (!(await insertProposal(tx, body, { last, context })))
      throw welfareProblems.proposalStands();
    const asks = proposalAsks[body.asks];
    return {
      answer: { proposalId: body.proposalId },
      audit: {
        subject: { kind: 'person', id: body.personId },
        says: {
          id: `Mengusulkan perubahan desil ${name}: ${asks.id.toLowerCase()}`,
          en: `Proposed a change of the decile of ${name}: ${asks.en.toLowerCase()}`,
        },
        data: { proposalId: body.proposalId, byHerself: body.byHerself },
      },
    };
  },
});

/** Somebody other than its author forwards a proposal to whoever keeps the list, or says why not. */
export const settleWelfareProposal = defineCommand({
  kind: 'registry.settle-welfare-proposal',
  version: 1,
  input: settleWelfareProposalInput,
  place: async (tx, body) =>
    placeOfPeople(tx, [(await openProposal(tx, body.proposalId)).personId]),
  async handle(tx, body, context) {
    const proposal = await openProposal(tx, body.proposalId);
    if (proposal.proposedBy === context.actor.userId) throw welfareProblems.ownWelfareProposal();
    await sql`
      update registry.welfare_proposal set state = ${body.outcome}, answer = ${body.answer},
        decided_at = ${context.now}::timestamptz, decided_by = ${context.actor.userId}::uuid, decided_name = ${context.actor.name}
      where city_id = ${tx.city} and id = ${body.proposalId}::uuid and state = 'open'`.execute(tx);
    const forwarded = body.outcome === 'forwarded';
    return {
      answer: { proposalId: body.proposalId },
      audit: {
        subject: { kind: 'person', id: proposal.personId },
        says: {
          id: `${forwarded ? 'Meneruskan' : 'Tidak meneruskan'} usulan perubahan desil: ${body.answer}`,
          en: `${forwarded ? 'Forwarded' : 'Did not forward'} the proposed change of the decile: ${body.answer}`,
        },
        data: { proposalId: body.proposalId },
      },
    };
  },
});

async function lastDecile(db: Reader, personId: string): Promise<LastDecile | null> {
  const { rows } = await sql<LastDecile>`
    select decile, quarter from registry.welfare_assessment
    where city_id = ${db.city} and person_id = any (array(select registry.records_of(${db.city}, ${personId}::uuid)))
    order by quarter desc, recorded_at desc, id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** @returns false where an earlier one waits */
async function insertProposal(
  tx: Tx,
  body: ProposeWelfareChange,
  { last, context }: { last: LastDecile | null; context: CommandContext },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into registry.welfare_proposal (city_id, id, person_id, asks, why, by_herself, decile, quarter, proposed_at,
      proposed_by, proposed_name)
    values (${tx.city}, ${body.proposalId}::uuid, ${body.personId}::uuid, ${body.asks}, ${body.why}, ${body.byHerself},
      ${last?.decile ?? null}, ${last?.quarter ?? null}, ${context.now}::timestamptz, ${context.actor.userId}::uuid,
      ${context.actor.name})
    on conflict (city_id, person_id) where state = 'open' do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** @throws Refusal unknown-welfare-proposal */
async function openProposal(
  db: Reader,
  proposalId: string,
): Promise<{ personId: string; proposedBy: string }> {
  const { rows } = await sql<{ personId: string; proposedBy: string }>`
    select person_id as "personId", proposed_by as "proposedBy" from registry.welfare_proposal
    where city_id = ${db.city} and id = ${proposalId}::uuid and state = 'open'`.execute(db);
  if (!rows[0]) throw welfareProblems.unknownWelfareProposal();
  return rows[0];
}
