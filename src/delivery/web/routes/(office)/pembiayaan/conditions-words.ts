import type { Part } from '#domains/lending/loan-event.ts';
import type { LatePenalty, ProductFee } from '#domains/lending/product-conditions.ts';
import type { closureRules } from '#domains/lending/closures.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const conditionsWords = {
  feesTitle: { id: 'Biaya dan premi', en: 'Fees and premiums' },
  feesHint: {
    id: 'Yang dipotong di muka mengurangi uang yang diterima; yang dibagi ikut ditagih tiap angsuran. Kosongkan bila tidak ada.',
    en: 'What is kept back lowers the money received; what is spread is asked with each instalment. Leave empty where there is none.',
  },
  feeName: { id: 'Nama biaya', en: 'Name of the fee' },
  feeValue: { id: 'Besarnya', en: 'How much' },
  feeValueHint: { id: 'Misalnya 1 % atau 25.000', en: 'Such as 1 % or 25.000' },
  feeTaken: { id: 'Diambil', en: 'Taken' },
  upfront: { id: 'dipotong di muka', en: 'kept back at the start' },
  spread: { id: 'dibagi ke angsuran', en: 'spread over the instalments' },
  insurance: { id: 'premi asuransi, dipotong di muka', en: 'insurance premium, kept back' },
  lateTitle: { id: 'Denda terlambat', en: 'Late penalty' },
  late: { id: 'Bila terlambat', en: 'When late' },
  lateNone: { id: 'tanpa denda', en: 'no penalty' },
  latePerInstalment: {
    id: 'rupiah tetap, sekali tiap angsuran',
    en: 'fixed rupiah, once an instalment',
  },
  latePerDay: { id: 'persen tunggakan, tiap hari', en: 'percent of what is late, each day' },
  latePerPeriod: {
    id: 'persen tunggakan, tiap masa angsuran',
    en: 'percent of what is late, each period',
  },
  lateValue: { id: 'Rupiah atau persen', en: 'Rupiah or percent' },
  lateValueHint: { id: 'Misalnya 5.000, atau 0,1', en: 'Such as 5.000, or 0.1' },
  graceDays: { id: 'Toleransi, hari', en: 'Days of grace' },
  most: { id: 'Paling banyak, persen dari pokok', en: 'At most, percent of the principal' },
  mostHint: { id: 'Kosong: tanpa batas', en: 'Empty: no limit' },
  moneyTitle: { id: 'Setoran dan hari libur', en: 'Money and closed days' },
  order: { id: 'Setoran melunasi', en: 'Money settles' },
  byInstalment: { id: 'angsuran terlama dulu', en: 'the oldest instalment first' },
  dueFirst: {
    id: 'semua yang jatuh tempo, lalu yang akan datang',
    en: 'everything due, then what is to come',
  },
  partOrder: { id: 'Urutan dalam satu angsuran', en: 'Order within an instalment' },
  advanceOrder: { id: 'Urutan untuk yang akan datang', en: 'Order for what is to come' },
  advanceHint: {
    id: 'Hanya bila yang jatuh tempo didahulukan',
    en: 'Only where what is due comes first',
  },
  prepayment: { id: 'Bayar lebih dari tagihan', en: 'Paying more than is due' },
  closed: { id: 'Jatuh tempo di hari libur', en: 'Due on a closed day' },
  closedNone: { id: 'tidak melihat kalender libur', en: 'the calendar is not looked at' },
  weekend: { id: 'Hari yang selalu tutup', en: 'Weekdays always closed' },
  noWeekend: { id: 'tidak ada', en: 'none' },
  sunday: { id: 'Minggu', en: 'Sunday' },
  saturdaySunday: { id: 'Sabtu dan Minggu', en: 'Saturday and Sunday' },
  friday: { id: 'Jumat', en: 'Friday' },
  margin: { id: 'Margin tetap', en: 'Fixed margin' },
} satisfies Record<string, Words>;

export const prepaymentWords: Readonly<
  Record<'next-instalments' | 'lower-instalment' | 'shorter-term', Words>
> = {
  'next-instalments': { id: 'untuk angsuran berikutnya', en: 'goes to the next instalments' },
  'lower-instalment': { id: 'meringankan angsuran', en: 'lowers the instalments' },
  'shorter-term': { id: 'mempercepat lunas', en: 'shortens the loan' },
};

export const closureWords: Readonly<Record<(typeof closureRules)[number], Words>> = {
  'same-day': { id: 'tetap hari itu', en: 'stays on that day' },
  'next-working-day': { id: 'hari kerja berikutnya', en: 'the next working day' },
  'previous-working-day': { id: 'hari kerja sebelumnya', en: 'the working day before' },
  'next-meeting': { id: 'pertemuan berikutnya', en: 'the next meeting' },
  'skip-and-extend': {
    id: 'dilewati, jadwal mundur satu masa',
    en: 'skipped, the schedule moves by a period',
  },
};

const partNames: Readonly<Record<Part, Words>> = {
  principal: { id: 'pokok', en: 'principal' },
  interest: { id: 'jasa', en: 'interest' },
  fee: { id: 'biaya', en: 'fees' },
  penalty: { id: 'denda', en: 'penalties' },
};

/** `denda, biaya, jasa, pokok`. */
export function orderWords(order: readonly Part[]): Words {
  return {
    id: order.map((part) => partNames[part].id).join(', '),
    en: order.map((part) => partNames[part].en).join(', '),
  };
}

const comma = (percent: string) => percent.replace('.', ',');

export const percentWords = (percent: string): Words => ({
  id: `${comma(percent)} %`,
  en: `${percent} %`,
});

/** Weekdays that are always closed, as the form offers them. */
export const weekends: Readonly<Record<string, Words>> = {
  '7': conditionsWords.sunday,
  '6,7': conditionsWords.saturdaySunday,
  '5': conditionsWords.friday,
};

export const weekendWords = (days: string): Words => weekends[days] ?? { id: days, en: days };

/** `Rp 5.000 tiap angsuran yang terlambat lebih dari 3 hari, paling banyak 10 % dari pokok`. */
export function penaltyWords(rule: LatePenalty): Words {
  const { graceDays: days, mostPercent: most } = rule;
  const rate = { day: ['tiap hari', 'a day'], period: ['tiap masa angsuran', 'a period'] };
  const cost =
    rule.kind === 'per-instalment'
      ? {
          id: `${formatRupiah(BigInt(rule.rupiah), 'id')} sekali tiap angsuran`,
          en: `${formatRupiah(BigInt(rule.rupiah), 'en')} once an instalment`,
        }
      : {
          id: `${comma(rule.percent)} % dari tunggakan ${rate[rule.per][0]}`,
          en: `${rule.percent} % of what is late, ${rate[rule.per][1]}`,
        };
  return {
    id: `${cost.id}${days > 0 ? `, setelah lewat ${days} hari` : ''}${most ? `, paling banyak ${comma(most)} % dari pokok` : ''}`,
    en: `${cost.en}${days > 0 ? `, after ${days} days` : ''}${most ? `, at most ${most} % of the principal` : ''}`,
  };
}

/** `1 % dari pinjaman, dipotong di muka`. */
export function feeWords(fee: ProductFee): Words {
  const taken = conditionsWords[fee.kind === 'insurance' ? 'insurance' : fee.taken];
  return fee.basis === 'fixed'
    ? {
        id: `${formatRupiah(BigInt(fee.rupiah), 'id')}, ${taken.id}`,
        en: `${formatRupiah(BigInt(fee.rupiah), 'en')}, ${taken.en}`,
      }
    : {
        id: `${comma(fee.percent)} % dari pinjaman, ${taken.id}`,
        en: `${fee.percent} % of the loan, ${taken.en}`,
      };
}
