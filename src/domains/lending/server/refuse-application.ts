import { defineCommand } from '#platform/command/define-command.ts';
import { decideRefusal, refusalReasonWords } from '../application.ts';
import { refuseApplicationInput } from '../input.ts';
import { lockApplication, markRefused, placeOfApplication } from './application-store.ts';

/** A person at the lender refuses, with a reason from the list, so that the programme can see what stands in the way. */
export const refuseApplication = defineCommand({
  kind: 'lending.refuse-application',
  version: 1,
  input: refuseApplicationInput,
  place: (tx, body) => placeOfApplication(tx, body.applicationId),
  async handle(tx, body, context) {
    const application = await lockApplication(tx, body.applicationId);
    const state = decideRefusal(application);
    const { reason, note } = body;
    await markRefused(tx, {
      id: application.id,
      by: context.actor.userId,
      at: context.now,
      reason,
      note,
    });
    return {
      answer: { applicationId: application.id, state },
      audit: {
        subject: { kind: 'application', id: application.id },
        says: {
          id: `Menolak pengajuan ${application.number}: ${refusalReasonWords[reason].id}`,
          en: `Refused application ${application.number}: ${refusalReasonWords[reason].en}`,
        },
        data: { reason, note },
      },
    };
  },
});
