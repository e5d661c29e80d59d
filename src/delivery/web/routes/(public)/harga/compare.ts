import {
  type ComparableOffer,
  fitsAmount,
  type PriceByTerms,
  type PricedOffer,
  priceOffer,
} from '#domains/lending/comparable-offer.ts';
import { type ExplainedOffer, explainOffer } from '#domains/lending/explain-offer.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Asked } from './asked.ts';
import { ownOfferId } from './words.ts';

/** One offer as the page shows it. */
export interface OfferLine {
  readonly offer: ComparableOffer;
  readonly priced: PricedOffer;
  readonly explained: ExplainedOffer;
}

export interface Comparison {
  /** Cheapest first. */
  readonly lines: readonly OfferLine[];
  /** The two held beside each other, the dearer first; fewer where there are not two. */
  readonly pair: readonly OfferLine[];
  /** Offers for other amounts. */
  readonly others: readonly { readonly offer: ComparableOffer; readonly price: PriceByTerms }[];
}

/** Prices every offer for what was asked and picks the two to hold beside each other. */
export function compare(
  offers: readonly ComparableOffer[],
  asked: Asked,
  { on, closed }: { readonly on: BusinessDate; readonly closed: readonly BusinessDate[] },
): Comparison {
  const own = asked.own ? [ownOffer(asked.own, on)] : [];
  const all = [...own, ...offers];
  const wish = { amountRupiah: asked.amountRupiah, weeks: asked.weeks, on, closed };
  const lines = all
    .filter((offer) => fitsAmount(offer.price, asked.amountRupiah))
    .map((offer) => {
      const priced = priceOffer(offer.price, wish);
      return { offer, priced, explained: explainOffer(offer.price, priced) };
    })
    .sort((a, b) => order(cost(a), cost(b)));
  const others = all.flatMap(({ price, ...offer }) =>
    price.kind === 'terms' && !fitsAmount(price, asked.amountRupiah)
      ? [{ offer: { ...offer, price }, price }]
      : [],
  );
  return { lines, pair: pairOf(lines, asked), others };
}

/** Her own offer, or else the dearest; beside it the cheapest whose source leaves nothing open. */
function pairOf(lines: readonly OfferLine[], asked: Asked): OfferLine[] {
  const byId = (id: string | null) => lines.find((line) => line.offer.id === id);
  const left = byId(asked.left) ?? byId(ownOfferId) ?? lines.at(-1);
  const rest = lines.filter((line) => line !== left);
  const chosen = rest.find((line) => line.offer.id === asked.right);
  const right = chosen ?? rest.find((line) => line.offer.unsettled === null) ?? rest[0];
  const pair = [left, right].flatMap((line) => (line ? [line] : []));
  return pair.sort((a, b) => order(cost(b), cost(a)));
}

function ownOffer(price: NonNullable<Asked['own']>, on: BusinessDate): ComparableOffer {
  return {
    id: ownOfferId,
    name: '',
    lender: '',
    sort: 'other',
    price,
    unsettled: null,
    sourceDocument: '',
    validFrom: on,
    validTo: null,
  };
}

function cost(line: OfferLine): bigint {
  return line.priced.price.costPerMillionWeek;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
