import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { checkGiven, consentPurposes } from '../consent.ts';
import { recordConsentInput } from '../consent-input.ts';
import { noticeOn } from '../consent-notice.ts';
import { consentProblems } from '../consent-problems.ts';
import { recordConsents } from './consent-store.ts';
import { allNotices } from './notice-store.ts';
import { nameOfPerson, placeOfPeople } from './person-place.ts';

/**
 * Writes down that a person was read the statement of one purpose and agreed. Sharing recorded here names no lender and
 * so covers all of them; for one lender it is `lending.record-sharing-consent`.
 *
 * Refused without a witness where she did not sign, for a day to come, by a wording no longer in force, and when the
 * same consent stands already.
 */
export const recordConsent = defineCommand({
  kind: 'registry.record-consent',
  version: 1,
  input: recordConsentInput,
  place: (tx, body) => placeOfPeople(tx, [body.personId]),
  async handle(tx, body, context) {
    checkGiven({ ...body, givenOn: body.on }, context.today);
    if (noticeOn(body.purpose, body.on, await allNotices(tx)).version !== body.noticeVersion)
      throw consentProblems.unknownNotice();
    const name = await nameOfPerson(tx, body.personId);
    const newly = await recordConsents(tx, {
      personIds: [body.personId],
      purpose: body.purpose,
      channel: body.channel,
      witness: body.witness,
      at: context.now,
      on: body.on,
      recordedBy: context.actor.userId,
    });
    if (newly.length === 0) throw consentProblems.consentStands({ name });
    const purpose = consentPurposes[body.purpose];
    return {
      answer: { personId: body.personId },
      audit: {
        subject: { kind: 'person', id: body.personId },
        says: {
          id: `Mencatat persetujuan ${name}: ${purpose.id.toLowerCase()} (${formatDate(body.on, 'id')})`,
          en: `Recorded the consent of ${name}: ${purpose.en.toLowerCase()} (${formatDate(body.on, 'en')})`,
        },
        data: { purpose: body.purpose, notice: body.noticeVersion, channel: body.channel },
      },
    };
  },
});
