import { sql } from 'kysely';
import { findLetterhead, findSignatory } from '#domains/access/server/index.ts';
import { findInstitution } from '#domains/partners/server/index.ts';
import { readOffice } from '#domains/registry/decree-issuer.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ClaimLetter } from '../../subsidy/claim-letter.ts';
import { sendClaimInput } from '../../subsidy/input.ts';
import { decideSending } from '../../subsidy/subsidy-claim.ts';
import { lockAgreement } from './agreement-store.ts';
import { lockClaim, markSent } from './claim-store.ts';
import type { Claim } from './claim-store.ts';

/** The head of department signs a claim's letter to the treasury; what the letter says is frozen from then on. */
export const sendClaim = defineCommand({
  kind: 'lending.send-claim',
  version: 1,
  input: sendClaimInput,
  async handle(tx, body, context) {
    const claim = await lockClaim(tx, body.claimId);
    decideSending(claim);
    const letter = await letterOf(tx, claim, context);
    await markSent(tx, { id: claim.id, by: context.actor.userId, at: context.now, letter });
    return {
      answer: { claimId: claim.id },
      audit: {
        subject: { kind: 'subsidy-claim', id: claim.id },
        says: {
          id: `Mengirim tagihan subsidi ${claim.number} kepada BPKAD`,
          en: `Sent subsidy claim ${claim.number} to the city’s treasury`,
        },
        data: { total: claim.total.toString() },
      },
    };
  },
});

async function letterOf(tx: Tx, claim: Claim, context: CommandContext): Promise<ClaimLetter> {
  const agreement = await lockAgreement(tx, claim.agreementId);
  const city = await findLetterhead(tx);
  if (!city) throw groupProblems.noLetterhead();
  const { issuer } = readOffice(city);
  const signatory = await findSignatory(tx, context.actor.userId);
  const lender = await findInstitution(tx, agreement.institutionId);
  return {
    number: claim.number,
    sentOn: context.today,
    city: issuer.city,
    seat: issuer.seat,
    office: issuer.department,
    addressLines: issuer.addressLines,
    signatory: signatory ?? { name: context.actor.name, rank: null, nip: null },
    lender: lender?.name ?? '',
    agreement: agreement.name,
    agreementNumber: agreement.number,
    budgetLine: agreement.budgetLine,
    sourceDocument: agreement.sourceDocument,
    borrowerRatePercent: agreement.borrowerRatePercent,
    governmentSharePercent: agreement.governmentSharePercent,
    month: claim.month,
    digits: agreement.digits,
    total: claim.total.toString(),
    lines: await claimLines(tx, claim.id),
  };
}

/** A claim loan by loan; amounts as digits of the smallest unit. */
export async function claimLines(db: Reader, claimId: string): Promise<ClaimLetter['lines']> {
  const { rows } = await sql<ClaimLetter['lines'][number]>`
    select l.number as "loanNumber", p.name, count(*) filter (where a.kind = 'accrued')::int as instalments,
      coalesce(sum(a.amount) filter (where a.kind = 'accrued'), 0)::text as accrued,
      coalesce(sum(a.amount) filter (where a.kind = 'taken-back'), 0)::text as "takenBack"
    from lending.subsidy_accrual a
    join lending.partner_loan l on l.city_id = a.city_id and l.id = a.loan_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    where a.city_id = ${db.city} and a.claim_id = ${claimId}
    group by l.number, p.name order by l.number`.execute(db);
  return rows;
}
