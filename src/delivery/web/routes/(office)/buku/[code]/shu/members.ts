import { interestPaidByMember } from '#domains/lending/server/index.ts';
import { listShuMembers, membersParts, namesOfMembers } from '#domains/savings/server/index.ts';
import type { ShuDivision, ShuMemberRow } from '#domains/savings/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { isRefusal } from '../../../../../refusal.ts';

/**
 * Everybody's share of a year's SHU: as it was divided, or as it would be now. Null where nothing is to be divided yet,
 * or a part has nobody to go to; the command says which.
 */
export async function membersOf(
  db: Reader,
  given: {
    asked: { institutionId: string; year: number };
    division: ShuDivision | null;
    distribution: unknown;
  },
): Promise<readonly ShuMemberRow[] | null> {
  if (given.division) return listShuMembers(db, given.asked);
  if (!given.distribution) return null;
  try {
    const parts = await membersParts(db, given.asked, interestPaidByMember);
    return await namesOfMembers(db, parts);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
