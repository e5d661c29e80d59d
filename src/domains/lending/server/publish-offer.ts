import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { endOfferOn, findOffer, insertOffer } from '#domains/partners/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { offerDetailsInput, publishOfferInput, type PublishOffer } from '../offer-input.ts';
import { lendingProblems } from '../problems.ts';
import { assertPriceable, offerPriceOf } from '../stored-offer.ts';
import { assertCanEnd } from '../ending-offer.ts';

/**
 * Writes down what a lender asks, for anyone to compare: with the document it comes from, the days it holds and
 * what the document leaves open. It shows in public once a second person approved it. A changed price is a new
 * offer that ends the old one, so that any past comparison can be told again.
 *
 * Refused when its price cannot be computed, or the offer it replaces has ended or begins later.
 */
export const publishOffer = defineCommand({
  kind: 'lending.publish-offer',
  version: 1,
  input: publishOfferInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => publishWords(body),
  check: assertPossible,
  async handle(tx, body, context) {
    const { offerId, institutionId, name, sourceDocument, validFrom, validTo } = body;
    const replaced = await assertPossible(tx, body, context);
    if (replaced) await endOfferOn(tx, replaced.id, replaced.lastDay);
    const written = await insertOffer(tx, {
      id: offerId,
      institutionId,
      name,
      terms: offerDetailsInput.parse(body),
      sourceDocument,
      validFrom,
      validTo,
    });
    if (!written) throw lendingProblems.offerTaken();
    return {
      answer: { offerId },
      audit: {
        subject: { kind: 'offer', id: offerId },
        says: publishWords(body),
        data: { lender: body.lender, price: body.price, sourceDocument, validFrom },
      },
    };
  },
});

/** Whether it can be priced, and the offer it takes the place of with that one's last day. */
async function assertPossible(
  db: Reader,
  body: PublishOffer,
  context: CommandContext,
): Promise<{ id: string; lastDay: BusinessDate } | null> {
  assertPriceable(offerPriceOf(body.price), context.today);
  if (!body.replacesId) return null;
  const old = await findOffer(db, body.replacesId);
  if (!old) throw lendingProblems.unknownOffer();
  const lastDay = addDays(body.validFrom, -1);
  assertCanEnd(old, lastDay);
  return { id: body.replacesId, lastDay };
}

function publishWords({ name, lender, sourceDocument }: PublishOffer): Words {
  return {
    id: `Mencatat tawaran ${name} dari ${lender} (${sourceDocument})`,
    en: `Write down the offer ${name} of ${lender} (${sourceDocument})`,
  };
}
