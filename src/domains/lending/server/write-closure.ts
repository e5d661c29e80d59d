import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { writeClosureInput } from '../closure-input.ts';
import { lendingProblems } from '../problems.ts';
import { insertClosure } from './closure-store.ts';

/**
 * Writes down days on which nobody meets, from the document that decrees them. It moves no instalment: a group's
 * what-if reads it. Refused for days that are over.
 */
export const writeClosure = defineCommand({
  kind: 'lending.write-closure',
  version: 1,
  input: writeClosureInput,
  async handle(tx, body, context) {
    if (body.to < context.today) throw lendingProblems.closureOver({ to: body.to });
    await insertClosure(tx, {
      ...body,
      writtenAt: context.now,
      writtenBy: context.actor.userId,
    });
    return {
      answer: { closureId: body.closureId },
      audit: {
        subject: { kind: 'closure', id: body.closureId },
        says: {
          id: `Mencatat libur ${body.name}, ${formatDate(body.from, 'id')} sampai ${formatDate(body.to, 'id')}`,
          en: `Wrote down the closure ${body.name}, ${formatDate(body.from, 'en')} to ${formatDate(body.to, 'en')}`,
        },
        data: { sourceDocument: body.sourceDocument },
      },
    };
  },
});
