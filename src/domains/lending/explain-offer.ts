import { formatDate } from '#kernel/date.ts';
import { derived, type Derivation } from '#kernel/derivation.ts';
import { formatRupiah, groupDigits, type Rupiah, sum } from '#kernel/money.ts';
import { compareRates, formatPercent, makeRate, multiplyRates, type Rate } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { OfferPrice, PricedOffer } from './comparable-offer.ts';

import type { ProductTerms } from './terms.ts';
import { everyInWords } from './repay-every-words.ts';
import { truePriceOf } from './true-price.ts';

/** The figures of an offer, each with how it came about, in the order in which people ask. */
export interface ExplainedOffer {
  readonly received: Derivation;
  readonly paid: Derivation;
  readonly cost: Derivation;
  readonly perMillionWeek: Derivation;
  readonly annual: Derivation;
}

/** Says where every figure of a priced offer comes from, in words that need no schooling. */
export function explainOffer(terms: OfferPrice, priced: PricedOffer): ExplainedOffer {
  return {
    received: explainReceived(terms, priced),
    paid: explainPaid(terms, priced),
    cost: explainCost(priced),
    perMillionWeek: explainPerMillionWeek(priced),
    annual: explainAnnual(terms, priced),
  };
}

/** `Rp 1.000.000` in both languages. */
export function rupiahWords(amount: Rupiah): Words {
  return { id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') };
}

const tenfold = makeRate(10n);
const beyondMeaning = makeRate(10_000n);

/** A yearly rate; beyond ten times the money, where digits say nothing any more, `lebih dari 1.000 %`. */
export function annualInWords(rate: Rate): Words {
  if (compareRates(rate, tenfold) > 0) return { id: 'lebih dari 1.000 %', en: 'more than 1,000 %' };
  return percentWords(rate, 1);
}

function explainReceived(terms: OfferPrice, priced: PricedOffer): Derivation {
  const { askedRupiah, kept, savingsRupiah, flow } = priced;
  const feeRupiah = priced.feeRupiah - sum(kept.map((one) => one.rupiah));
  const steps = [
    derived({ id: 'Jumlah pinjaman', en: 'Amount of the loan' }, rupiahWords(askedRupiah)),
    ...kept.map(({ name, rupiah }) =>
      derived(
        { id: `Dipotong di muka: ${name}`, en: `Kept back at the start: ${name}` },
        rupiahWords(-rupiah),
      ),
    ),
  ];
  if (feeRupiah !== 0n) {
    const percent = terms.kind === 'terms' ? ` (${terms.upfrontFeePercent} %)` : '';
    steps.push(
      derived(
        {
          id: `Dipotong di muka${percent.replace('.', ',')}`,
          en: `Kept back at the start${percent}`,
        },
        rupiahWords(-feeRupiah),
      ),
    );
  }
  if (savingsRupiah !== 0n && terms.kind === 'terms') {
    steps.push(
      derived(
        {
          id: `Disimpan dulu, kembali di akhir (${terms.savingsPercent.replace('.', ',')} %)`,
          en: `Set aside, given back at the end (${terms.savingsPercent} %)`,
        },
        rupiahWords(-savingsRupiah),
      ),
    );
  }
  return derived(
    { id: 'Uang yang sampai di tangan', en: 'Money that reaches the hand' },
    rupiahWords(flow.receivedRupiah),
    steps,
  );
}

function explainPaid(terms: OfferPrice, priced: PricedOffer): Derivation {
  const { instalmentRupiah, installments, repayEvery, flow, savingsRupiah } = priced;
  const every = everyInWords(repayEvery);
  const atOnce = { id: 'sekaligus', en: 'at once' };
  const times = (lang: Lang) =>
    installments === 1
      ? `${formatRupiah(instalmentRupiah, lang)} ${atOnce[lang]}`
      : `${formatRupiah(instalmentRupiah, lang)} × ${groupDigits(installments, lang)}, ${every[lang]}`;
  const last = flow.payments.at(-1);
  const steps = [...interestSteps(terms, priced)];
  if (last && installments > 1 && last.amountRupiah + savingsRupiah !== instalmentRupiah) {
    steps.push(
      derived(
        {
          id: `Pembayaran terakhir, ${formatDate(last.on, 'id')}, menutup selisih pembulatan`,
          en: `The last payment, ${formatDate(last.on, 'en')}, absorbs the roundings`,
        },
        rupiahWords(last.amountRupiah + savingsRupiah),
      ),
    );
  }
  return derived(
    { id: 'Yang dibayar', en: 'What is paid' },
    { id: times('id'), en: times('en') },
    steps,
  );
}

/** How an instalment is made up, where the lender's terms say so. */
function interestSteps(price: OfferPrice, priced: PricedOffer): Derivation[] {
  if (price.kind === 'told') {
    const [asked, got, each] = [
      price.askedRupiah,
      price.receivedRupiah,
      price.instalmentRupiah,
    ].map(rupiahWords);
    if (priced.askedRupiah === price.askedRupiah) {
      return [
        derived({ id: 'Seperti yang disebut pemberi pinjaman.', en: 'As the lender tells it.' }),
      ];
    }
    return [
      derived({
        id: `Disebut untuk pinjaman ${asked?.id}: terima ${got?.id}, bayar ${each?.id} × ${price.installments}. Untuk jumlah ini dihitung sebanding.`,
        en: `Told for a loan of ${asked?.en}: receive ${got?.en}, pay ${each?.en} × ${price.installments}. For this amount in proportion.`,
      }),
    ];
  }
  return [
    interestSentence(price.terms),
    derived({ id: 'Pokok', en: 'Principal' }, rupiahWords(priced.askedRupiah)),
    ...interestSums(price.terms, priced),
  ];
}

function interestSums(terms: ProductTerms, priced: PricedOffer): Derivation[] {
  const { flow, savingsRupiah, askedRupiah, spreadRupiah } = priced;
  const paid = sum(flow.payments.map((payment) => payment.amountRupiah)) + savingsRupiah;
  const name =
    terms.marginPercent === undefined
      ? { id: 'Jasa seluruhnya', en: 'Interest in all' }
      : { id: 'Margin seluruhnya', en: 'The margin in all' };
  const interest = derived(name, rupiahWords(paid - askedRupiah - spreadRupiah));
  if (spreadRupiah === 0n) return [interest];
  return [
    interest,
    derived(
      { id: 'Biaya yang dibagi ke angsuran', en: 'Fees spread over the instalments' },
      rupiahWords(spreadRupiah),
    ),
  ];
}

function interestSentence(terms: ProductTerms): Derivation {
  const { annualRatePercent: rate, rateBasis, interestMethod, marginPercent } = terms;
  if (marginPercent !== undefined)
    return derived({
      id: `Margin ${marginPercent.replace('.', ',')} % dari harga pokok, disepakati di muka dan tidak berubah.`,
      en: `A margin of ${marginPercent} % of the price, agreed at the start and never changed.`,
    });
  const basis =
    rateBasis === 'whole-term'
      ? { id: 'sekali untuk seluruh masa', en: 'once for the whole term' }
      : { id: 'per tahun', en: 'per year' };
  const on =
    interestMethod === 'flat'
      ? {
          id: 'dari pinjaman awal, walau utang sudah berkurang',
          en: 'of the first amount, though the debt shrinks',
        }
      : { id: 'dari sisa utang', en: 'of what is still owed' };
  return derived({
    id: `Jasa ${rate.replace('.', ',')} % ${basis.id}, dihitung ${on.id}.`,
    en: `Interest of ${rate} % ${basis.en}, counted ${on.en}.`,
  });
}

function explainCost({ flow, savingsRupiah, price }: PricedOffer): Derivation {
  const all = sum(flow.payments.map((payment) => payment.amountRupiah)) + savingsRupiah;
  const steps = [derived({ id: 'Semua yang dibayar', en: 'All that is paid' }, rupiahWords(all))];
  if (savingsRupiah !== 0n) {
    steps.push(
      derived(
        { id: 'Simpanan yang kembali', en: 'Savings given back' },
        rupiahWords(-savingsRupiah),
      ),
    );
  }
  steps.push(
    derived({ id: 'Uang yang diterima', en: 'Money received' }, rupiahWords(-flow.receivedRupiah)),
  );
  return derived(
    { id: 'Biaya seluruhnya', en: 'The whole cost' },
    rupiahWords(price.costRupiah),
    steps,
  );
}

function explainPerMillionWeek({ flow, price }: PricedOffer): Derivation {
  const millions = decimal(makeRate(flow.receivedRupiah, 1_000_000n), 2);
  const weeks = decimal(makeRate(BigInt(price.days), 7n), 1);
  return derived(
    {
      id: 'Biaya Rp 1.000.000 selama seminggu',
      en: 'What Rp 1,000,000 costs for one week',
    },
    rupiahWords(price.costPerMillionWeek),
    [
      derived({ id: 'Biaya seluruhnya', en: 'The whole cost' }, rupiahWords(price.costRupiah)),
      derived(
        { id: 'dibagi uang yang diterima, dalam juta', en: 'over the money received, in millions' },
        millions,
      ),
      derived(
        {
          id: `dibagi lamanya: ${price.days} hari, dalam minggu`,
          en: `over the length: ${price.days} days, in weeks`,
        },
        weeks,
      ),
    ],
  );
}

function explainAnnual(terms: OfferPrice, priced: PricedOffer): Derivation {
  const { price } = priced;
  const exact =
    compareRates(price.effectiveAnnual, beyondMeaning) > 0
      ? { id: 'lebih dari sejuta persen', en: 'more than a million per cent' }
      : percentWords(price.effectiveAnnual, 1);
  return derived(
    { id: 'Bunga efektif setahun', en: 'Effective rate a year' },
    annualInWords(price.effectiveAnnual),
    [
      derived(
        {
          id: 'Suku sehari yang membuat semua pembayaran sama nilainya dengan uang yang diterima',
          en: 'The daily rate at which all payments are worth what was received',
        },
        percentWords(price.daily, 4),
      ),
      derived(
        {
          id: 'Berbunga-bunga 365 hari: (1 + suku sehari)³⁶⁵ − 1',
          en: 'Compounded over 365 days: (1 + daily rate)³⁶⁵ − 1',
        },
        exact,
      ),
      derived(
        {
          id: 'Tanpa berbunga-bunga: suku seminggu × 52, untuk dibandingkan dengan bunga flat',
          en: 'Without compounding: weekly rate × 52, to hold beside a flat rate',
        },
        annualInWords(price.nominalAnnual),
      ),
      ...withoutDeductions(terms, priced),
    ],
  );
}

/** What the rate alone comes to, where part of the price is in what was kept back. */
function withoutDeductions(terms: OfferPrice, priced: PricedOffer): Derivation[] {
  const { flow, askedRupiah, savingsRupiah } = priced;
  if (terms.kind === 'told' || flow.receivedRupiah === askedRupiah) return [];
  const last = flow.payments.length - 1;
  const bare = truePriceOf({
    receivedOn: flow.receivedOn,
    receivedRupiah: askedRupiah,
    payments: flow.payments.map((payment, index) => ({
      ...payment,
      amountRupiah: payment.amountRupiah + (index === last ? savingsRupiah : 0n),
    })),
  });
  return [
    derived(
      {
        id: 'Seandainya tidak ada potongan dan simpanan, tanpa berbunga-bunga',
        en: 'If nothing were kept back or set aside, without compounding',
      },
      annualInWords(bare.nominalAnnual),
    ),
  ];
}

function percentWords(rate: Rate, digits: number): Words {
  return { id: formatPercent(rate, digits, 'id'), en: formatPercent(rate, digits, 'en') };
}

function decimal(number: Rate, digits: number): Words {
  const percent = multiplyRates(number, makeRate(1n, 100n));
  const bare = (lang: Lang) => formatPercent(percent, digits, lang).replace(/\s*%$/u, '');
  return { id: bare('id'), en: bare('en') };
}
