import { recordConsents } from '#domains/registry/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { recordSharingConsentInput } from '../../partner/input.ts';
import { getPartnerLender } from './partner-lender.ts';

/** People were read the statement and agree that one lender gets their data; who agreed already is left as it is. */
export const recordSharingConsent = defineCommand({
  kind: 'lending.record-sharing-consent',
  version: 1,
  input: recordSharingConsentInput,
  async handle(tx, body, context) {
    const lender = await getPartnerLender(tx, body.institutionId);
    await recordConsents(tx, {
      personIds: body.personIds,
      purpose: 'share-with-lender',
      channel: body.channel,
      at: context.now,
      recordedBy: context.actor.userId,
      institutionId: body.institutionId,
    });
    return {
      answer: { people: body.personIds.length },
      audit: {
        subject: { kind: 'institution', id: body.institutionId },
        says: {
          id: `Mencatat persetujuan ${body.personIds.length} orang berbagi data dengan ${lender.shortName}`,
          en: `Recorded that ${body.personIds.length} people agree to share data with ${lender.shortName}`,
        },
        data: { people: body.personIds, channel: body.channel },
      },
    };
  },
});
