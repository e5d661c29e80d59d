import { defineCommand } from '#platform/command/define-command.ts';
import { decideStep } from '../case.ts';
import { assignCaseInput } from '../input.ts';
import { caseProblems } from '../problems.ts';
import { departmentsAmong, getCase, placeOfCase, writeStep } from './case-store.ts';

/** Disposisi: says which department answers, and until when. A case may be passed on until it is answered. */
export const assignCase = defineCommand({
  kind: 'voice.assign-case',
  version: 1,
  input: assignCaseInput,
  place: (tx, body) => placeOfCase(tx, body.caseId),
  async handle(tx, body, context) {
    const stored = await getCase(tx, body.caseId);
    const departments = await departmentsAmong(tx, [body.departmentId], context.today);
    const department = departments.get(body.departmentId);
    if (department === undefined) throw caseProblems.unknownDepartment();
    const event = { kind: 'assigned', departmentId: body.departmentId, dueOn: body.dueOn } as const;
    const after = decideStep(stored, event, context.today);
    await writeStep(tx, { caseId: stored.id, event, after, by: context.actor, now: context.now });
    return {
      answer: { caseId: stored.id, state: after.state },
      audit: {
        subject: { kind: 'case', id: stored.id },
        says: {
          id: `Menugaskan temuan ${stored.number} kepada ${department}, paling lambat ${body.dueOn}`,
          en: `Assigned case ${stored.number} to ${department}, due ${body.dueOn}`,
        },
        data: { departmentId: body.departmentId, dueOn: body.dueOn },
      },
    };
  },
});
