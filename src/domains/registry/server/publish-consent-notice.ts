import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { publishConsentNoticeInput } from '../consent-input.ts';
import { consentProblems } from '../consent-problems.ts';
import { allNotices, insertNotice } from './notice-store.ts';

/**
 * The city words anew what people are read before a lender gets their data (UU 27/2022 art. 21). Answers given before
 * keep the version they were given to and go on standing.
 *
 * Refused for a day before today or not after the version before it, and where somebody published that version meanwhile.
 */
export const publishConsentNotice = defineCommand({
  kind: 'registry.publish-consent-notice',
  version: 1,
  input: publishConsentNoticeInput,
  async handle(tx, body, context) {
    const { version, validFrom } = body;
    const before = (await allNotices(tx))
      .filter((one) => one.purpose === 'share-with-lender')
      .toSorted((a, b) => b.version - a.version)[0];
    if (!before || before.version !== version - 1) throw consentProblems.noticeTaken({ version });
    const earliest = before.validFrom > context.today ? before.validFrom : context.today;
    if (validFrom < earliest) throw consentProblems.noticeTooEarly({ from: earliest });
    const published = await insertNotice(tx, {
      ...body,
      publishedBy: context.actor.userId,
      publishedAt: context.now,
    });
    if (!published) throw consentProblems.noticeTaken({ version });
    return {
      answer: { version },
      audit: {
        subject: { kind: 'consent-notice', id: context.id },
        says: {
          id: `Menerbitkan naskah persetujuan berbagi data versi ${version}, berlaku ${formatDate(validFrom, 'id')}`,
          en: `Published version ${version} of the statement on sharing data, valid from ${formatDate(validFrom, 'en')}`,
        },
        data: { version, sourceDocument: body.sourceDocument },
      },
    };
  },
});
