import { defineCommand } from '#platform/command/define-command.ts';
import { liftRestrictionInput } from '../../rights/rights-input.ts';
import { rightsProblems } from '../../rights/rights-problems.ts';
import { unrestrictPerson } from './request-store.ts';

/** Lets a person's data be used again, because she said so or the dispute is settled; the reason stays on her. */
export const liftRestriction = defineCommand({
  kind: 'registry.lift-restriction',
  version: 1,
  input: liftRestrictionInput,
  async handle(tx, body) {
    if (!(await unrestrictPerson(tx, body.personId))) throw rightsProblems.notRestricted();
    return {
      answer: { personId: body.personId },
      audit: {
        subject: { kind: 'person', id: body.personId },
        says: {
          id: `Mencabut pembatasan data: ${body.why}`,
          en: `Lifted the restriction of her data: ${body.why}`,
        },
      },
    };
  },
});
