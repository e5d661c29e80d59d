import { findInstitution } from '#domains/partners/server/index.ts';
import type { Institution } from '#domains/partners/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { partnerBookProblems } from '../../partner/problems.ts';

/** A lender that keeps its own books. @throws Refusal `lending.not-a-partner-lender` */
export async function getPartnerLender(db: Reader, institutionId: string): Promise<Institution> {
  const institution = await findInstitution(db, institutionId);
  if (institution?.books !== 'kept-by-partner') throw partnerBookProblems.notAPartnerLender();
  return institution;
}
