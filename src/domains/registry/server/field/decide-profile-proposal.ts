import { holdNumberKey } from '#domains/access/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { fieldProblems } from '../../field/field-problems.ts';
import { fieldOf } from '../../field/profile-fields.ts';
import { decideProfileProposalInput } from '../../field/profile-input.ts';
import { currentSubject, placeOfSubject } from './correct-profile.ts';
import { insertPairs } from './encounter-store.ts';
import { holderOfNik, replaceNik } from './identifier-store.ts';
import { takeProfile, writeProfile } from './profile-store.ts';
import type { Subject } from './profile-store.ts';
import { closeProposal, subjectOfProposal, takeProposal } from './proposal-store.ts';
import type { TakenProposal } from './proposal-store.ts';

/**
 * Decides a value that arrived when another stood: it is taken, or the standing one is kept. Refused to whoever proposed
 * it, and a second time.
 */
export const decideProfileProposal = defineCommand({
  kind: 'registry.decide-profile-proposal',
  version: 1,
  input: decideProfileProposalInput,
  async place(tx, body) {
    const subject = await subjectOfProposal(tx, body.proposalId);
    if (!subject) throw fieldProblems.unknownProposal();
    return placeOfSubject(tx, subject);
  },
  async handle(tx, body, context) {
    // Its hash is copied: it must still be the right key's when it is written.
    await holdNumberKey(tx);
    const proposal = await takeProposal(tx, body.proposalId);
    if (!proposal) throw fieldProblems.unknownProposal();
    if (proposal.state !== 'open')
      throw fieldProblems.proposalDecided({ by: proposal.decidedName ?? '' });
    if (proposal.proposedBy === context.actor.userId) throw fieldProblems.ownRegistration();
    const subject = await currentSubject(tx, proposal.subject);
    const profile = await takeProfile(tx, subject);
    if (body.accept) await take(tx, { proposal, subject, context });
    const state = body.accept ? 'accepted' : 'kept';
    await closeProposal(tx, proposal.id, { state, reason: body.reason, context });
    const label = fieldOf(subject.kind, proposal.field)?.label;
    const name = profile?.name ?? '';
    return {
      answer: { proposalId: proposal.id, state },
      audit: {
        subject: { kind: subject.kind, id: subject.id },
        says: body.accept
          ? {
              id: `Menerima usulan ${label?.id.toLowerCase() ?? proposal.field} untuk ${name}`,
              en: `Accepted the proposed ${label?.en.toLowerCase() ?? proposal.field} of ${name}`,
            }
          : {
              id: `Mempertahankan ${label?.id.toLowerCase() ?? proposal.field} ${name}`,
              en: `Kept the ${label?.en.toLowerCase() ?? proposal.field} of ${name}`,
            },
        data: { proposalId: proposal.id },
      },
    };
  },
});

async function take(
  tx: Tx,
  about: { proposal: TakenProposal; subject: Subject; context: CommandContext },
): Promise<void> {
  const { proposal, subject, context } = about;
  const { field, value, sealed, blindIndex } = proposal;
  if (sealed === null || blindIndex === null) {
    await writeProfile(tx, subject, { [field]: value });
    return;
  }
  const holder = await holderOfNik(tx, blindIndex);
  if (holder !== null && holder !== subject.id) {
    // By now somebody else has the number: which of them is right is a pair's question.
    const near = [{ otherId: holder, why: 'nik-other-name' as const }];
    await insertPairs(tx, subject.id, { near, now: context.now });
    return;
  }
  await replaceNik(tx, subject.id, {
    sealed,
    blindIndex,
    lastFour: value ?? '',
    source: `Usulan yang diterima ${context.actor.name}`,
    now: context.now,
  });
}
