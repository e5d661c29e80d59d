import { checkGiven } from '#domains/registry/consent.ts';
import { placeOfPeople, recordConsents } from '#domains/registry/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { recordSharingConsentInput } from '../../partner/input.ts';
import { getPartnerLender } from './partner-lender.ts';

/**
 * People were read the statement and agree that one lender gets their data; who agreed already is left as it is.
 *
 * Refused without a witness where they did not sign, and for a day to come.
 */
export const recordSharingConsent = defineCommand({
  kind: 'lending.record-sharing-consent',
  version: 1,
  input: recordSharingConsentInput,
  place: (tx, body) => placeOfPeople(tx, body.personIds),
  async handle(tx, body, context) {
    const lender = await getPartnerLender(tx, body.institutionId);
    const on = body.on ?? context.today;
    checkGiven({ ...body, givenOn: on }, context.today);
    const newly = await recordConsents(tx, {
      personIds: body.personIds,
      purpose: 'share-with-lender',
      channel: body.channel,
      witness: body.witness,
      at: context.now,
      on,
      recordedBy: context.actor.userId,
      institutionId: body.institutionId,
    });
    return {
      answer: { people: newly.length },
      audit: {
        subject: { kind: 'institution', id: body.institutionId },
        says: {
          id: `Mencatat persetujuan ${newly.length} orang berbagi data dengan ${lender.shortName}`,
          en: `Recorded that ${newly.length} people agree to share data with ${lender.shortName}`,
        },
        data: { people: newly, channel: body.channel },
      },
    };
  },
});
