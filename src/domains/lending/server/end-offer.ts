import { type BusinessDate, formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { endOfferOn, findOffer } from '#domains/partners/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { endOfferInput } from '../offer-input.ts';
import { lendingProblems } from '../problems.ts';
import { assertCanEnd } from '../ending-offer.ts';

/** A lender asks this price no longer: the offer is compared until a last day. Waits for a second person. */
export const endOffer = defineCommand({
  kind: 'lending.end-offer',
  version: 1,
  input: endOfferInput,
  async place(tx, body) {
    const offer = await findOffer(tx, body.offerId);
    if (!offer) throw lendingProblems.unknownOffer();
    return { institution: offer.institutionId };
  },
  fourEyes: (body) => endWords(body.name, body.validTo),
  check: offerThatEnds,
  async handle(tx, body) {
    const offer = await offerThatEnds(tx, body);
    await endOfferOn(tx, offer.id, body.validTo);
    return {
      answer: { offerId: offer.id },
      audit: {
        subject: { kind: 'offer', id: offer.id },
        says: endWords(offer.name, body.validTo),
        data: { validTo: body.validTo },
      },
    };
  },
});

async function offerThatEnds(
  db: Reader,
  body: { offerId: string; name: string; validTo: BusinessDate },
) {
  const offer = await findOffer(db, body.offerId);
  if (offer?.name !== body.name) throw lendingProblems.unknownOffer();
  assertCanEnd(offer, body.validTo);
  return offer;
}

function endWords(name: string, lastDay: BusinessDate): Words {
  return {
    id: `Mengakhiri tawaran ${name}; hari terakhir ${formatDate(lastDay, 'id')}`,
    en: `End the offer ${name}; last day ${formatDate(lastDay, 'en')}`,
  };
}
