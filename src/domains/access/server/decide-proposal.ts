import { sql } from 'kysely';
import type { AnyCommand, Json, Place } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { commandProblems } from '#platform/command/problems.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Words } from '#kernel/words.ts';
import { decideProposalInput } from '../input.ts';
import { accessProblems } from '../problems.ts';
import { mayDo } from '../who-may.ts';

interface Proposal {
  kind: string;
  version: number;
  body: Json;
  place: Place;
  says: Words;
  proposed_by: string;
  state: string;
  expires_at: Date;
}

/**
 * Approves or refuses what somebody else proposed. On approval the parked command runs in this
 * transaction, as the approver's act, and its outcome is this one's.
 *
 * @param commands every command, since any of them may have been parked
 */
export function decideProposal(commands: ReadonlyMap<string, AnyCommand>): AnyCommand {
  return defineCommand({
    kind: 'access.decide-proposal',
    version: 1,
    input: decideProposalInput,
    async handle(tx, body, context) {
      const proposal = await getOpenProposal(tx, { id: body.proposalId, now: context.now });
      if (proposal.proposed_by === context.actor.userId) throw accessProblems.ownProposal();
      const verdict = mayDo(context.actor, proposal.kind, proposal.place);
      if (verdict === 'no') throw commandProblems.notAllowed();
      if (verdict === 'needs-second-factor') throw commandProblems.secondFactorNeeded();
      const parked = commands.get(proposal.kind);
      if (!parked) throw commandProblems.unknownKind({ kind: proposal.kind });
      const inner = body.approve
        ? await parked
            .read(parked.upToDate(proposal.body, proposal.version))
            .handle(tx, { ...context, proposedBy: proposal.proposed_by })
        : null;
      await sql`
        update access.proposal set state = ${body.approve ? 'approved' : 'refused'}, decided_by = ${context.actor.userId},
          decided_at = ${context.now}, decided_why = ${body.why}, answer = ${JSON.stringify(inner?.answer ?? null)}::jsonb
        where city_id = ${tx.city} and id = ${body.proposalId}`.execute(tx);
      return {
        answer: { approved: body.approve, result: inner?.answer ?? null },
        audit: {
          subject: inner?.audit.subject ?? { kind: 'proposal', id: body.proposalId },
          says: saysOf(body.approve, inner?.audit.says ?? proposal.says),
          data: {
            proposalId: body.proposalId,
            kind: proposal.kind,
            proposedBy: proposal.proposed_by,
            why: body.why,
          },
        },
        events: inner?.events ?? [],
        jobs: inner?.jobs ?? [],
      };
    },
  });
}

function saysOf(approved: boolean, what: Words): Words {
  return approved
    ? { id: `Menyetujui: ${what.id}`, en: `Approved: ${what.en}` }
    : { id: `Menolak usulan: ${what.id}`, en: `Refused the proposal: ${what.en}` };
}

async function getOpenProposal(tx: Tx, wanted: { id: string; now: Date }): Promise<Proposal> {
  const { rows } = await sql<Proposal>`
    select kind, version, body, place, says, proposed_by, state, expires_at from access.proposal
    where city_id = ${tx.city} and id = ${wanted.id} for update`.execute(tx);
  const proposal = rows[0];
  if (!proposal) throw accessProblems.unknownProposal();
  if (proposal.state !== 'proposed')
    throw accessProblems.proposalDecided({ state: proposal.state });
  if (proposal.expires_at <= wanted.now) throw accessProblems.proposalDecided({ state: 'expired' });
  return proposal;
}
