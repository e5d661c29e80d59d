import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { decideRecommendation } from '../application.ts';
import { recommendApplicationInput } from '../input.ts';
import { lockApplication, markRecommended, placeOfApplication } from './application-store.ts';

/** The lender's officer has looked at the members and speaks for the application; another person approves. */
export const recommendApplication = defineCommand({
  kind: 'lending.recommend-application',
  version: 1,
  input: recommendApplicationInput,
  place: (tx, body) => placeOfApplication(tx, body.applicationId),
  async handle(tx, body, context) {
    const application = await lockApplication(tx, body.applicationId);
    const state = decideRecommendation(application, context.actor.userId);
    await markRecommended(tx, { id: application.id, by: context.actor.userId, at: context.now });
    return {
      answer: { applicationId: application.id, state },
      audit: {
        subject: { kind: 'application', id: application.id },
        says: {
          id: `Merekomendasikan pengajuan ${application.number} (${application.applicant}, ${formatRupiah(application.totalRupiah, 'id')})`,
          en: `Recommended application ${application.number} (${application.applicant}, ${formatRupiah(application.totalRupiah, 'en')})`,
        },
      },
    };
  },
});
