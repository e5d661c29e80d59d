import { recordConsents } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkMember, groupLoanRules, summaryOf } from '../eligibility.ts';
import { applyInput } from '../input.ts';
import { lendingProblems } from '../problems.ts';
import { insertApplication } from './application-store.ts';
import type { NewApplication } from './application-store.ts';
import { applicationNumber, assertFits, getAskedProduct } from './asked-product.ts';
import { findBorrowingGroup, groupMembers } from './member-facts.ts';
import type { BorrowingGroup, GroupMember } from './member-facts.ts';
import type { Product } from './product-store.ts';

/** Fewer than this and there is nobody to share a liability with. */
const leastPeers = 2;

interface Asked {
  readonly personId: string;
  readonly amountRupiah: bigint;
  readonly purpose: string;
  readonly consents: boolean;
}

/**
 * Members of a recognised group form a lending group and ask one lender for money. Each member's pre-check
 * is kept as it stood; what it found refuses nobody.
 *
 * Refused when the group is not recognised, the product not on offer or not for groups, somebody is not an active member, an
 * amount does not fit the product, or the first instalment is not after today.
 */
export const apply = defineCommand({
  kind: 'lending.apply',
  version: 1,
  input: applyInput,
  place: async (tx, body) => {
    const group = await findBorrowingGroup(tx, body.groupId);
    if (!group) throw lendingProblems.unknownGroup();
    return { group: group.id, kecamatan: group.kecamatan, kelurahan: group.kelurahan };
  },
  async handle(tx, body, context) {
    const group = await getRecognisedGroup(tx, body.groupId);
    const { today } = context;
    const product = await getAskedProduct(tx, { ...body, who: 'group', today });
    await recordConsents(tx, {
      personIds: body.members.filter((member) => member.consents).map((member) => member.personId),
      purpose: 'share-with-lender',
      channel: 'spoken',
      at: context.now,
      recordedBy: context.actor.userId,
      institutionId: product.institutionId,
    });
    const { institutionId } = product;
    const there = await groupMembers(tx, { groupId: group.id, institutionId, on: today });
    const members = checkedMembers(product, there, body.members);
    const number = await applicationNumber(tx, today);
    await insertApplication(tx, {
      id: body.applicationId,
      number,
      productId: product.id,
      firstDueOn: body.firstDueOn,
      submittedAt: context.now,
      submittedBy: context.actor.userId,
      lendingGroup: {
        id: newId(),
        name: group.name,
        institutionId,
        businessGroupId: group.id,
        formedOn: today,
      },
      members,
    });
    const total = sum(members.map((member) => member.amountRupiah));
    return {
      answer: { applicationId: body.applicationId, number },
      audit: {
        subject: { kind: 'application', id: body.applicationId },
        says: {
          id: `Mengajukan pembiayaan ${number}: ${group.name}, ${members.length} anggota, ${formatRupiah(total, 'id')}`,
          en: `Applied for loans ${number}: ${group.name}, ${members.length} members, ${formatRupiah(total, 'en')}`,
        },
        data: { groupId: group.id, productId: product.id, toLookAt: countToLookAt(members) },
      },
    };
  },
});

async function getRecognisedGroup(tx: Tx, groupId: string): Promise<BorrowingGroup> {
  const group = await findBorrowingGroup(tx, groupId);
  if (!group) throw lendingProblems.unknownGroup();
  if (group.state !== 'recognised' && group.state !== 'active') {
    throw lendingProblems.groupNotRecognised({ name: group.name });
  }
  return group;
}

function checkedMembers(
  product: Product,
  there: readonly GroupMember[],
  asked: readonly Asked[],
): NewApplication['members'] {
  if (product.jointLiability && asked.length < leastPeers)
    throw lendingProblems.needsPeers({ least: leastPeers });
  const known = new Map(there.map((member) => [member.personId, member]));
  const strangers = asked.filter((one) => !known.has(one.personId)).length;
  if (strangers > 0) throw lendingProblems.notInGroup({ count: strangers });
  return asked.flatMap((one) => {
    const member = known.get(one.personId);
    if (!member) return [];
    assertFits(product, { name: member.name, amountRupiah: one.amountRupiah });
    const checks = checkMember(
      { ...member.facts, amountRupiah: one.amountRupiah },
      { ...groupLoanRules, ...product },
    );
    const { personId, amountRupiah, purpose } = one;
    return [{ personId, amountRupiah, purpose, businessId: member.businessId, checks }];
  });
}

function countToLookAt(members: NewApplication['members']): number {
  return members.filter((member) => summaryOf(member.checks) !== 'pass').length;
}
