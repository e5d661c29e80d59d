import { mayDo } from '#domains/access/who-may.ts';
import { isOpen } from '#domains/lending/application.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import type { ApplicationDetail } from '#domains/lending/server/index.ts';
import type { Words } from '#kernel/words.ts';
import type { Actor } from '#platform/command/command.ts';
import { mayWords } from '../../../../../may-words.ts';

/** What can be done to an application now; for what this person cannot do, why. Absent: not at this point of its life. */
export interface ApplicationSteps {
  recommend?: Words | null;
  approve?: Words | null;
  disburse?: Words | null;
  refuse?: Words | null;
}

/** The same rules as the commands', said before one tries. */
export function stepsFor(actor: Actor, application: ApplicationDetail): ApplicationSteps {
  const place = { institution: application.institutionId };
  const may = (step: string) => mayWords(mayDo(actor, `lending.${step}-application`, place));
  const ownApplication =
    application.submitted.byId === actor.userId ? lendingProblems.ownApplication().words : null;
  const ownRecommendation =
    application.recommended?.byId === actor.userId
      ? lendingProblems.ownRecommendation().words
      : null;
  return {
    ...(application.state === 'submitted' && { recommend: may('recommend') ?? ownApplication }),
    ...(application.state === 'recommended' && {
      approve: may('approve') ?? ownApplication ?? ownRecommendation,
    }),
    ...(application.state === 'approved' && { disburse: may('disburse') }),
    ...(isOpen(application.state) && { refuse: may('refuse') }),
  };
}
