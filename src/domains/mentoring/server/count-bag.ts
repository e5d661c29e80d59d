import { getBook, recordCount } from '#domains/ledger/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { countBagInput } from '../meeting-input.ts';
import { mentoringProblems } from '../problems.ts';
import { getBag } from './bag-store.ts';

/**
 * A mentor counts her own bag by denomination before she hands it over. The count posts nothing; what is missing or over
 * stands beside the books.
 *
 * Refused for somebody else's bag.
 */
export const countBag = defineCommand({
  kind: 'mentoring.count-bag',
  version: 1,
  input: countBagInput,
  place: async (tx, body) => ({ institution: (await getBag(tx, body.bagId)).institutionId }),
  async handle(tx, body, context) {
    const bag = await getBag(tx, body.bagId);
    if (bag.mentorId !== context.actor.userId) throw mentoringProblems.notYourBag();
    const { id: bookId } = await getBook(tx, bag.institutionId);
    const { accountId } = bag;
    const by = { userId: context.actor.userId, at: context.now, on: context.today };
    const count = await recordCount(tx, {
      id: body.countId,
      bookId,
      accountId,
      pieces: body.pieces,
      by,
    });
    return {
      answer: {
        countedRupiah: count.countedRupiah.toString(),
        differenceRupiah: count.differenceRupiah.toString(),
      },
      audit: { subject: { kind: 'bag', id: bag.id }, says: count.says },
    };
  },
});
