import { addDays } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { endOfferOn, findOffer, insertOffer } from '#domains/partners/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
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
  async handle(tx, body, context) {
    const { offerId, institutionId, name, sourceDocument, validFrom, validTo } = body;
    assertPriceable(offerPriceOf(body.price), context.today);
    if (body.replacesId) await endReplaced(tx, body.replacesId, validFrom);
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

async function endReplaced(tx: Tx, id: string, validFrom: string): Promise<void> {
  const old = await findOffer(tx, id);
  if (!old) throw lendingProblems.unknownOffer();
  const lastDay = addDays(validFrom, -1);
  assertCanEnd(old, lastDay);
  await endOfferOn(tx, id, lastDay);
}

function publishWords({ name, lender, sourceDocument }: PublishOffer): Words {
  return {
    id: `Mencatat tawaran ${name} dari ${lender} (${sourceDocument})`,
    en: `Write down the offer ${name} of ${lender} (${sourceDocument})`,
  };
}
