import { derived, type Derivation } from '#kernel/derivation.ts';
import { makeRate, multiplyRates, parsePercent, type Rate, roundRate } from '#kernel/rate.ts';
import type { Words } from '#kernel/words.ts';
import { type CountedDays, daysOfPeriods } from './day-count.ts';
import { type AmountWords, exactWords, rateWords } from './explain-words.ts';
import type { StandingRow } from './loan-totals.ts';
import { type LoanTerms, marginOf, periodRate } from './terms.ts';

interface RowOfLoan {
  readonly terms: LoanTerms;
  readonly rows: readonly StandingRow[];
  /** From 1. */
  readonly number: number;
  readonly money: AmountWords;
}

const last = {
  id: 'Angsuran terakhir: menampung selisih pembulatan angsuran sebelumnya.',
  en: 'The last instalment: it absorbs what the others lost or won by rounding.',
};

/** Why an instalment carries so much interest. */
export function explainInterest(of: RowOfLoan): Derivation {
  const { terms, number, money } = of;
  const { product } = terms;
  const amount = of.rows[number - 1]?.interest ?? 0n;
  return derived(
    { id: `Jasa angsuran ke-${number}`, en: `Interest of instalment ${number}` },
    money(amount),
    number > product.installments ? [] : interestSteps(of),
  );
}

/** Why an instalment carries so much principal. */
export function explainPrincipal({ terms, rows, number, money }: RowOfLoan): Derivation {
  const { product, principal } = terms;
  const { grace, installments, amortization, interestMethod } = product;
  const row = rows[number - 1];
  const steps: Derivation[] = [];
  if (number <= grace.principal)
    steps.push(derived({ id: 'Masa tenggang pokok.', en: 'Grace on principal.' }));
  else if (row && number === installments) steps.push(derived(last));
  else if (row && interestMethod === 'declining' && amortization === 'equal-installments') {
    steps.push(
      derived(
        { id: 'Angsuran tetap', en: 'The equal instalment' },
        money(row.principal + row.interest),
        [equalInstalment(terms)],
      ),
      derived({ id: 'dikurangi jasanya', en: 'less its interest' }, money(-row.interest)),
    );
  } else if (row && number < installments) {
    const count = installments - grace.principal;
    steps.push(
      derived(
        { id: `Pinjaman dibagi ${count} angsuran`, en: `The loan over ${count} instalments` },
        money(principal),
      ),
    );
    if (product.roundInstallmentTo !== undefined && interestMethod === 'flat') {
      const to = money(BigInt(product.roundInstallmentTo));
      steps.push(
        derived({
          id: `Pokok dan jasa masing-masing dibulatkan ke kelipatan ${to.id}; selisih pembulatan jasa masuk ke pokok.`,
          en: `Principal and interest are each rounded to a multiple of ${to.en}; what interest is off by goes into principal.`,
        }),
      );
    }
  }
  return derived(
    { id: `Pokok angsuran ke-${number}`, en: `Principal of instalment ${number}` },
    money(row?.principal ?? 0n),
    steps,
  );
}

function equalInstalment({ product }: LoanTerms): Derivation {
  const count = product.installments - product.grace.principal;
  return derived({
    id: `Sama besar ${count} kali, sehingga sesudah jasa tiap periode pinjaman lunas di akhir.`,
    en: `The same ${count} times, so that after each period's interest the loan ends at nothing.`,
  });
}

function interestSteps(of: RowOfLoan): Derivation[] {
  const { product } = of.terms;
  const { grace } = product;
  const waits =
    product.interestMethod === 'declining' || product.amortization === 'equal-principal';
  if (of.number <= grace.interestFree)
    return [derived({ id: 'Masa bebas jasa.', en: 'A period without interest.' })];
  if (of.number <= grace.interestPayment)
    return [
      derived({
        id: waits
          ? 'Masa tenggang jasa: ditagih bersama angsuran sesudahnya.'
          : 'Masa tenggang jasa: dibagi rata ke angsuran sesudahnya.',
        en: waits
          ? 'Grace on interest: asked with the instalment after it.'
          : 'Grace on interest: spread over the instalments after it.',
      }),
    ];
  return product.interestMethod === 'flat' ? flatSteps(of) : decliningSteps(of);
}

function flatSteps({ terms, number, money }: RowOfLoan): Derivation[] {
  const { product, principal } = terms;
  const rate = rateWords(product.annualRatePercent);
  const margin = marginOf(terms);
  if (margin !== undefined)
    return [
      derived(
        {
          id: `Margin yang disepakati, dibagi ${product.installments} angsuran`,
          en: `The margin agreed, over ${product.installments} instalments`,
        },
        money(margin),
      ),
      ...(number === product.installments ? [derived(last)] : []),
    ];
  const steps = [
    derived({ id: 'Pinjaman awal', en: 'The first amount of the loan' }, money(principal)),
  ];
  if (product.rateBasis === 'whole-term')
    steps.push(
      derived({
        id: `Jasa ${rate.id} sekali untuk seluruh masa, dibagi ${product.installments} angsuran.`,
        en: `Interest of ${rate.en} once for the whole term, over ${product.installments} instalments.`,
      }),
    );
  else if (product.interestPeriod === 'daily')
    steps.push(
      derived({
        id: `Jasa ${rate.id} setahun untuk semua hari pinjaman, dibagi rata ke tiap angsuran.`,
        en: `Interest of ${rate.en} a year for all days of the loan, spread evenly.`,
      }),
    );
  else steps.push(periodStep(terms));
  if (number === product.installments) steps.push(derived(last));
  return steps;
}

function decliningSteps(of: RowOfLoan): Derivation[] {
  const { terms, rows, number, money } = of;
  const { product, principal } = terms;
  const owed = number === 1 ? principal : (rows[number - 2]?.principalAfter ?? 0n);
  const steps = [
    derived({ id: 'Sisa pokok sebelum angsuran ini', en: 'Principal left before it' }, money(owed)),
  ];
  const rate = ratesOf(of);
  steps.push(rate.step);
  const exact = multiplyRates(makeRate(owed), rate.exact);
  const waited = number === product.grace.interestPayment + 1 && number > 1;
  if (!waited && roundRate(exact) !== rows[number - 1]?.interest)
    return [
      derived({
        id: 'Menurut jadwal yang berlaku, yang bukan lagi jadwal pertama.',
        en: 'By the schedule in force, which is no longer the first one.',
      }),
    ];
  const digits = money(0n).en.split('.')[1]?.length ?? 0;
  if (exact.denominator !== 1n)
    steps.push(
      derived({ id: 'Sebelum dibulatkan', en: 'Before it is rounded' }, exactWords(exact, digits)),
    );
  if (waited)
    steps.push(
      derived({
        id: 'Ditambah jasa yang tertunda selama masa tenggang.',
        en: 'And the interest that waited during the grace.',
      }),
    );
  return steps;
}

function ratesOf({ terms, rows, number }: RowOfLoan): { exact: Rate; step: Derivation } {
  const { product } = terms;
  if (product.interestPeriod === 'same-as-repayment')
    return { exact: periodRate(product), step: periodStep(terms) };
  const dueOn = rows.slice(0, product.installments).map((row) => row.dueOn);
  const pieces = daysOfPeriods(terms, dueOn)[number - 1] ?? [];
  const share = pieces.reduce<Rate>(
    (sum, { days, basis }) =>
      makeRate(
        sum.numerator * BigInt(basis) + BigInt(days) * sum.denominator,
        sum.denominator * BigInt(basis),
      ),
    makeRate(0n),
  );
  const rate = rateWords(product.annualRatePercent);
  return {
    exact: multiplyRates(parsePercent(product.annualRatePercent), share),
    step: derived({
      id: `Jasa ${rate.id} setahun × ${daysWords(pieces).id}`,
      en: `Interest of ${rate.en} a year × ${daysWords(pieces).en}`,
    }),
  };
}

function daysWords(pieces: readonly CountedDays[]): Words {
  const some = pieces.filter((piece) => piece.days !== 0);
  const joined = (unit: string) =>
    some.map(({ days, basis }) => `${days} ${unit} ÷ ${basis}`).join(' + ');
  return some.length > 1
    ? { id: `(${joined('hari')})`, en: `(${joined('days')})` }
    : { id: joined('hari'), en: joined('days') };
}

function periodStep({ product }: LoanTerms): Derivation {
  const { count, unit } = product.repayEvery;
  const inYear = { day: 365, week: 52, month: 12 }[unit];
  const rate = rateWords(product.annualRatePercent);
  const times = count === 1 ? '' : ` × ${count}`;
  return derived({
    id: `Jasa ${rate.id} setahun ÷ ${inYear}${times}`,
    en: `Interest of ${rate.en} a year ÷ ${inYear}${times}`,
  });
}
