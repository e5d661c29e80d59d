import { everyInWords } from '#domains/lending/repay-every-words.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah, groupDigits } from '#kernel/money.ts';
import { formatPercent, makeRate } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { OfferLine } from './compare.ts';

/** Stands for the offer the visitor typed. */
export const ownOfferId = 'saya';

export const priceWords = {
  title: { id: 'Harga pinjaman yang sebenarnya', en: 'What a loan really costs' },
  description: {
    id: 'Bandingkan pinjaman dengan adil: berapa yang diterima, berapa yang dibayar, dan berapa harganya.',
    en: 'Compare loans fairly: what you receive, what you pay, and what it costs.',
  },
  lead: {
    id: '“Bunga ringan” bisa berarti apa saja. Di sini setiap tawaran dihitung dengan cara yang sama, dari uang yang benar-benar sampai di tangan sampai angsuran terakhir.',
    en: '“Low interest” can mean anything. Here every offer is counted the same way, from the money that really reaches the hand to the last instalment.',
  },
  amount: { id: 'Saya butuh', en: 'I need' },
  length: { id: 'Selama kira-kira', en: 'For about' },
  pairTitle: { id: 'Dua tawaran berdampingan', en: 'Two offers side by side' },
  pairNote: {
    id: 'biaya Rp 1.000.000 selama seminggu',
    en: 'what Rp 1,000,000 costs for one week',
  },
  left: { id: 'Bandingkan', en: 'Compare' },
  right: { id: 'dengan', en: 'with' },
  automatic: { id: 'pilih sendiri untuk saya', en: 'choose for me' },
  ownTitle: { id: 'Tawaran yang saya dapat', en: 'The offer I was made' },
  ownHint: {
    id: 'Tulis apa adanya; tidak ada yang disimpan.',
    en: 'Write it as it is; nothing is kept.',
  },
  received: { id: 'Uang yang saya terima', en: 'Money I receive' },
  instalment: { id: 'Setiap kali membayar', en: 'Each payment' },
  times: { id: 'Berapa kali membayar', en: 'How many payments' },
  timesHint: { id: 'Misalnya 10', en: 'For instance 10' },
  every: { id: 'Setiap', en: 'Every' },
  count: { id: 'Hitung', en: 'Work it out' },
  listTitle: { id: 'Semua tawaran, dari yang termurah', en: 'All offers, cheapest first' },
  source: { id: 'Sumber', en: 'Source' },
  since: { id: 'berlaku sejak', en: 'valid from' },
  unsettled: { id: 'belum dipastikan', en: 'not settled' },
  own: { id: 'tawaran Anda', en: 'your offer' },
  othersTitle: { id: 'Tidak untuk jumlah ini', en: 'Not for this amount' },
  empty: { id: 'Belum ada tawaran yang dicatat', en: 'No offers are written down yet' },
  emptyText: {
    id: 'Dinas mencatat harga tiap lembaga. Sementara itu, isi tawaran yang Anda dapat: harganya langsung dihitung.',
    en: 'The department writes down each lender’s price. Meanwhile enter the offer you were made: it is priced at once.',
  },
  howTitle: { id: 'Cara membacanya', en: 'How to read it' },
  how: [
    {
      id: 'Biaya per Rp 1.000.000 per minggu membuat pinjaman 24 hari dan pinjaman setahun bisa dibandingkan.',
      en: 'The cost per Rp 1,000,000 per week lets a loan of 24 days stand beside one of a year.',
    },
    {
      id: 'Bunga efektif setahun dihitung dari sisa utang, termasuk potongan di muka. Bunga flat 25 % kelihatan kecil, tetapi pokok yang sudah dibayar tetap dihitung.',
      en: 'The effective rate a year is counted on what is still owed, deductions included. 25 % flat looks small, but it is counted on principal already paid back too.',
    },
    {
      id: 'Sebelum menandatangani, tanyakan tiga hal: berapa yang saya terima, berapa setiap kali membayar, berapa kali.',
      en: 'Before you sign, ask three things: how much do I receive, how much is each payment, how many times.',
    },
  ],
  more: {
    id: 'Ketuk angka mana pun untuk melihat asalnya.',
    en: 'Tap any figure to see where it comes from.',
  },
} as const;

export const lengthWords: Readonly<Record<number, Words>> = {
  4: { id: '1 bulan', en: '1 month' },
  13: { id: '3 bulan', en: '3 months' },
  25: { id: '25 minggu (setengah tahun)', en: '25 weeks (half a year)' },
  50: { id: '50 minggu (setahun)', en: '50 weeks (a year)' },
  104: { id: '2 tahun', en: '2 years' },
};

export const frequencyWords: Readonly<Record<string, Words>> = {
  hari: { id: 'hari', en: 'day' },
  minggu: { id: 'minggu', en: 'week' },
  'dua-minggu': { id: 'dua minggu', en: 'two weeks' },
  bulan: { id: 'bulan', en: 'month' },
};

/** How the page names an offer. */
export function offerName({ offer }: Pick<OfferLine, 'offer'>): Words {
  return offer.id === ownOfferId ? priceWords.ownTitle : { id: offer.name, en: offer.name };
}

/** The conclusion, before any figure: what the dearer asks, what the other, how many times as much. */
export function conclusion([dear, cheap]: readonly OfferLine[]): Words | null {
  if (!dear) return null;
  const costOf = (line: OfferLine) => line.priced.price.costPerMillionWeek;
  const one = (line: OfferLine, lang: Lang) =>
    `${offerName(line)[lang]} ${lang === 'id' ? 'meminta' : 'asks'} ${formatRupiah(costOf(line), lang)}`;
  const opening = {
    id: 'Untuk setiap Rp 1.000.000 selama seminggu,',
    en: 'For every Rp 1,000,000 for one week,',
  };
  if (!cheap)
    return { id: `${opening.id} ${one(dear, 'id')}.`, en: `${opening.en} ${one(dear, 'en')}.` };
  const times = timesWords(costOf(dear), costOf(cheap));
  return {
    id: `${opening.id} ${one(dear, 'id')}, ${offerName(cheap).id} ${formatRupiah(costOf(cheap), 'id')}.${times.id}`,
    en: `${opening.en} ${one(dear, 'en')}, ${offerName(cheap).en} ${formatRupiah(costOf(cheap), 'en')}.${times.en}`,
  };
}

/** ` Yang pertama 34 kali lebih mahal.`; nothing where they cost about the same or one costs nothing. */
function timesWords(dear: bigint, cheap: bigint): Words {
  if (cheap <= 0n || dear * 10n < cheap * 12n) return { id: '', en: '' };
  const digits = dear >= cheap * 10n ? 0 : 1;
  const times = (lang: Lang) =>
    formatPercent(makeRate(dear, cheap * 100n), digits, lang).replace(/\s*%$/u, '');
  return {
    id: ` Yang pertama ${times('id')} kali lebih mahal.`,
    en: ` The first is ${times('en')} times as dear.`,
  };
}

/** `terima Rp 950.000, lalu bayar Rp 25.000 tiap minggu, 50 kali`. */
export function inOneSentence({ priced }: OfferLine): Words {
  const { flow, instalmentRupiah, installments, repayEvery } = priced;
  const every = everyInWords(repayEvery);
  const once = formatDate(flow.payments.at(-1)?.on ?? flow.receivedOn, 'id');
  const onceEn = formatDate(flow.payments.at(-1)?.on ?? flow.receivedOn, 'en');
  const [got, each] = [flow.receivedRupiah, instalmentRupiah].map((amount) =>
    formatRupiah(amount, 'id'),
  );
  const [gotEn, eachEn] = [flow.receivedRupiah, instalmentRupiah].map((amount) =>
    formatRupiah(amount, 'en'),
  );
  if (installments === 1) {
    return {
      id: `Terima ${got}, lalu bayar ${each} sekaligus pada ${once}.`,
      en: `Receive ${gotEn}, then pay ${eachEn} at once on ${onceEn}.`,
    };
  }
  return {
    id: `Terima ${got}, lalu bayar ${each} ${every.id}, ${groupDigits(installments, 'id')} kali.`,
    en: `Receive ${gotEn}, then pay ${eachEn} ${every.en}, ${groupDigits(installments, 'en')} times.`,
  };
}
