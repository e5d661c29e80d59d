import { describe, expect, it } from 'vitest';
import type { ComparableOffer } from '#domains/lending/comparable-offer.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { readAsked } from './asked.ts';
import { compare } from './compare.ts';
import { conclusion, inOneSentence } from './words.ts';

const on = '2026-11-22';
const asked = (query: string) => readAsked(new URLSearchParams(query));

const base = { lender: 'X', unsettled: null, sourceDocument: 'S', validFrom: on, validTo: null };
const cooperative: ComparableOffer = {
  ...base,
  id: 'koperasi',
  name: 'Koperasi',
  sort: 'cooperative',
  price: {
    kind: 'terms',
    terms: weeklyTerms,
    minimumRupiah: 2_000_000n,
    maximumRupiah: 5_000_000n,
    mostInstallments: null,
    upfrontFeePercent: '0',
    savingsPercent: '0',
  },
};
const moneylender: ComparableOffer = {
  ...base,
  id: 'rentenir',
  name: 'Rentenir',
  sort: 'moneylender',
  price: {
    kind: 'told',
    askedRupiah: 1_000_000n,
    receivedRupiah: 900_000n,
    instalmentRupiah: 1_420_000n,
    installments: 1,
    repayEvery: { count: 24, unit: 'day' },
  },
};

describe('What a visitor asks by the address', () => {
  it('is an amount and a length, with a default for either', () => {
    expect(asked('')).toMatchObject({
      amountRupiah: 2_000_000n,
      weeks: 50,
      own: null,
      problems: {},
    });
    expect(asked('jumlah=Rp+3.500.000,-&lama=25')).toMatchObject({
      amountRupiah: 3_500_000n,
      weeks: 25,
    });
    expect(asked('lama=31').weeks).toBe(50);
  });

  it.each(['-5', '1e9', 'NaN', '1,000', 'sejuta', '0', '2.500.000,50', '9'.repeat(39), '12'])(
    'is told beside the field that %s is no amount to borrow, and the page goes on',
    (text) => {
      const read = asked(`jumlah=${encodeURIComponent(text)}`);
      expect(Object.keys(read.problems)).toEqual(['jumlah']);
      expect(read.typed.jumlah).toBe(text);
      expect(read.amountRupiah).toBe(2_000_000n);
    },
  );

  it('may be an offer of one’s own, whose amount is then compared', () => {
    const read = asked('terima=900.000&angsuran=130.000&kali=10&tiap=minggu');
    expect(read.own).toMatchObject({ receivedRupiah: 900_000n, installments: 10 });
    expect(read.amountRupiah).toBe(900_000n);
  });

  it('names every field an own offer still lacks', () => {
    expect(Object.keys(asked('terima=900.000').problems).sort()).toEqual(['angsuran', 'kali']);
    expect(Object.keys(asked('terima=900000&angsuran=1000&kali=401').problems)).toEqual(['kali']);
    expect(Object.keys(asked('terima=900000&angsuran=1000&kali=-1').problems)).toEqual(['kali']);
  });
});

describe('Two offers, two bars, one sentence', () => {
  it('holds the dearest against the cheapest that leaves nothing open', () => {
    const unsure = { ...cooperative, id: 'murah', unsettled: 'per apa?' };
    const { pair, lines } = compare([moneylender, cooperative, unsure], asked(''), {
      on,
      closed: [],
    });
    expect(lines).toHaveLength(3);
    expect(pair.map((line) => line.offer.id)).toEqual(['rentenir', 'koperasi']);
    expect(conclusion(pair)?.id).toBe(
      'Untuk setiap Rp 1.000.000 selama seminggu, Rentenir meminta Rp 168.519, Koperasi Rp 5.000. Yang pertama 34 kali lebih mahal.',
    );
  });

  it('holds the visitor’s own offer against it when she typed one, or any two she names', () => {
    const own = 'jumlah=2.000.000&terima=1.900.000&angsuran=60.000&kali=50';
    const typed = compare([moneylender, cooperative], asked(own), { on, closed: [] });
    expect(typed.pair.map((line) => line.offer.id)).toEqual(['saya', 'koperasi']);
    const named = compare([moneylender, cooperative], asked(`${own}&kiri=saya&kanan=rentenir`), {
      on,
      closed: [],
    });
    expect(named.pair.map((line) => line.offer.id)).toEqual(['rentenir', 'saya']);
  });

  it('says of an offer for other amounts what it is for', () => {
    const { lines, others } = compare([moneylender, cooperative], asked('jumlah=500.000'), {
      on,
      closed: [],
    });
    expect(lines.map((line) => line.offer.id)).toEqual(['rentenir']);
    expect(others.map(({ offer }) => offer.id)).toEqual(['koperasi']);
  });

  it('says what is received and paid in one sentence', () => {
    const { lines } = compare([moneylender, cooperative], asked(''), { on, closed: [] });
    expect(lines.map((line) => inOneSentence(line).id)).toEqual([
      'Terima Rp 2.000.000, lalu bayar Rp 50.000 tiap minggu, 50 kali.',
      'Terima Rp 1.800.000, lalu bayar Rp 2.840.000 sekaligus pada 16 Des 2026.',
    ]);
  });

  it('has nothing to say where nothing was written down', () => {
    expect(compare([], asked(''), { on, closed: [] })).toEqual({ lines: [], pair: [], others: [] });
    expect(conclusion([])).toBeNull();
  });
});
