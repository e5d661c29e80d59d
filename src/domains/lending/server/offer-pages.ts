import type { BusinessDate } from '#kernel/date.ts';
import { listOffers, type OfferRow } from '#domains/partners/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ComparableOffer } from '../comparable-offer.ts';
import { offerDetailsInput } from '../offer-input.ts';
import { offerOfProduct, offerPriceOf } from '../stored-offer.ts';
import { listProducts } from './product-pages.ts';

/** An offer that was written down, with who vouches for it. */
export interface WrittenOffer extends ComparableOffer {
  readonly institutionId: string;
  readonly institutionName: string;
}

const everyLender = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};

/** Everything anyone can compare on a day: what was written down, and the products kept here. */
export async function comparableOffers(db: Reader, on: BusinessDate): Promise<ComparableOffer[]> {
  const written = await listWrittenOffers(db, { on });
  const products = await listProducts(db, { on, scope: everyLender });
  return [...products.map(offerOfProduct), ...written];
}

/** Offers written down, ended ones too unless a day is given. */
export async function listWrittenOffers(
  db: Reader,
  wanted: { on?: BusinessDate } = {},
): Promise<WrittenOffer[]> {
  return (await listOffers(db, wanted)).map(readOffer);
}

function readOffer({ terms, ...row }: OfferRow): WrittenOffer {
  const { price, ...details } = offerDetailsInput.parse(terms);
  return { ...row, ...details, price: offerPriceOf(price) };
}
