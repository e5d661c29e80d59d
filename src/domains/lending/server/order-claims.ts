import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import { orderClaimsInput } from '../claim-input.ts';
import { claimProblems } from '../claim-problems.ts';
import { owedOf } from '../member-claims.ts';
import { lockClaims, placeOfLendingGroup } from './claim-store.ts';

/**
 * The group agrees anew in which order members pay each other back; until then the oldest cover comes first.
 *
 * Refused unless each open claim of the group is named once.
 */
export const orderClaims = defineCommand({
  kind: 'lending.order-claims',
  version: 1,
  input: orderClaimsInput,
  place: (tx, body) => placeOfLendingGroup(tx, body.lendingGroupId),
  async handle(tx, body, context) {
    const open = (await lockClaims(tx, body)).filter((claim) => owedOf(claim) > 0n);
    const named = new Set(body.claimIds);
    if (
      named.size !== body.claimIds.length ||
      open.length !== named.size ||
      open.some((claim) => !named.has(claim.id))
    )
      throw claimProblems.orderIncomplete();
    await sql`
      update lending.member_claim c set agreed_rank = o.rank
      from unnest(${body.claimIds}::uuid[]) with ordinality as o (id, rank)
      where c.city_id = ${tx.city} and c.id = o.id`.execute(tx);
    return {
      answer: { lendingGroupId: body.lendingGroupId, claims: open.length },
      audit: {
        subject: { kind: 'lending-group', id: body.lendingGroupId },
        says: {
          id: `Mencatat kesepakatan urutan pelunasan ${open.length} utang antaranggota: ${body.reason}`,
          en: `Recorded the group’s agreement on the order in which ${open.length} claims are repaid: ${body.reason}`,
        },
        data: { claimIds: body.claimIds, on: context.today },
      },
    };
  },
});
