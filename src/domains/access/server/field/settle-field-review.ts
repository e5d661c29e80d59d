import { defineCommand } from '#platform/command/define-command.ts';
import type { Words } from '#kernel/words.ts';
import { settleFieldReviewInput } from '../../device-input.ts';
import { deviceProblems } from '../../device-problems.ts';
import type { FieldRules } from './field-ports.ts';
import { lockReview, settleReview } from './review-store.ts';
import type { ReviewAnswer } from './review-store.ts';

export const answerWords: Readonly<Record<ReviewAnswer, Words>> = {
  first: { id: 'yang sudah ada berlaku', en: 'what the city has counts' },
  second: { id: 'yang dari lapangan berlaku', en: 'what came from the field counts' },
  both: { id: 'keduanya berlaku', en: 'both count' },
  neither: { id: 'tidak satu pun berlaku', en: 'neither counts' },
};

/**
 * A supervisor says which side of a review counts, and why. Where the field's side has a remedy (who came to a meeting),
 * it is done in the same moment. Money and register change only by the commands of their own subject, and the reason
 * says by which.
 *
 * Refused for one's own record, and when somebody was quicker.
 */
export const settleFieldReview = (rules: FieldRules) =>
  defineCommand({
    kind: 'access.settle-field-review',
    version: 1,
    input: settleFieldReviewInput,
    async place(tx, body) {
      const review = await lockReview(tx, body.reviewId);
      if (!review) throw deviceProblems.unknownReview();
      return review.place;
    },
    async handle(tx, body, context) {
      const review = await lockReview(tx, body.reviewId);
      if (!review) throw deviceProblems.unknownReview();
      if (review.state === 'settled') throw deviceProblems.reviewSettled();
      if (review.madeBy === context.actor.userId) throw deviceProblems.ownReview();
      await settleReview(tx, {
        id: review.id,
        answer: body.answer,
        reason: body.reason,
        by: context.actor.userId,
        now: context.now,
      });
      const changes = body.answer === 'second' && review.remedy !== null;
      if (changes) {
        const { id: reviewId, subjectId, madeBy, madeAt, remedy } = review;
        await rules[review.commandKind]?.remedy?.(tx, {
          reviewId,
          subjectId,
          madeBy,
          madeAt,
          remedy,
        });
      }
      return {
        answer: { reviewId: review.id, answer: body.answer },
        audit: {
          subject: { kind: review.subjectKind, id: review.subjectId },
          says: {
            id: `Menyelesaikan tinjauan lapangan: ${answerWords[body.answer].id} (${body.reason})`,
            en: `Settled a field review: ${answerWords[body.answer].en} (${body.reason})`,
          },
          data: {
            ...{ reviewId: review.id, kind: review.kind, answer: body.answer },
            ...(changes && { remedy: review.remedy }),
          },
        },
      };
    },
  });
