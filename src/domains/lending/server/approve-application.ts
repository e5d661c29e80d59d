import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { decideApproval } from '../application.ts';
import { approveApplicationInput } from '../input.ts';
import { lockApplication, markApproved, placeOfApplication } from './application-store.ts';

/** The second pair of eyes at the lender: somebody who neither handed in nor recommended the application. */
export const approveApplication = defineCommand({
  kind: 'lending.approve-application',
  version: 1,
  input: approveApplicationInput,
  place: (tx, body) => placeOfApplication(tx, body.applicationId),
  async handle(tx, body, context) {
    const application = await lockApplication(tx, body.applicationId);
    const state = decideApproval(application, context.actor.userId);
    await markApproved(tx, { id: application.id, by: context.actor.userId, at: context.now });
    return {
      answer: { applicationId: application.id, state },
      audit: {
        subject: { kind: 'application', id: application.id },
        says: {
          id: `Menyetujui pengajuan ${application.number} (${application.applicant}, ${formatRupiah(application.totalRupiah, 'id')})`,
          en: `Approved application ${application.number} (${application.applicant}, ${formatRupiah(application.totalRupiah, 'en')})`,
        },
        data: { recommendedBy: application.recommendedBy },
      },
    };
  },
});
