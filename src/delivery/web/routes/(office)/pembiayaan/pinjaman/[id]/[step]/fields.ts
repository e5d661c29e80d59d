import { nameOfEntry } from '#domains/lending/life/entry-words.ts';
import { dueNow, nextDue } from '#domains/lending/life/plans.ts';
import { claimLeft, reversedIds, scheduleInForce } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { standingOf } from '#domains/lending/loan-standing.ts';
import { addDays, formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { stepWords } from './step-words.ts';

/** One field of a step's form. */
export interface StepField {
  readonly name: string;
  readonly type: 'money' | 'date' | 'text' | 'number' | 'select' | 'check';
  readonly label: Words;
  readonly hint?: Words;
  readonly value?: string;
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly options?: readonly { readonly value: string; readonly label: Words | string }[];
}

/** A member of the same lending group, who may cover. */
export interface Peer {
  readonly personId: string;
  readonly name: string;
}

type Fields = (loan: LoanInHand, today: BusinessDate, peers: readonly Peer[]) => StepField[];

const amount = (value = 0n): StepField => ({
  name: 'amountRupiah',
  type: 'money',
  label: stepWords.amount,
  required: true,
  value: value > 0n ? value.toString() : '',
});
const reason: StepField = {
  name: 'reason',
  type: 'text',
  label: stepWords.reason,
  hint: { id: 'Tercatat bersama nama Anda.', en: 'Kept with your name.' },
  required: true,
};
const document: StepField = {
  name: 'document',
  type: 'text',
  label: stepWords.document,
  hint: { id: 'Misalnya SK Pengurus 7/2026.', en: 'For instance a decision of the board.' },
  required: true,
};
const dayOf = (loan: LoanInHand, today: BusinessDate): StepField => ({
  name: 'on',
  type: 'date',
  label: stepWords.on,
  required: true,
  value: today,
  min: loan.disbursedOn,
  max: today,
});
const instalments = (value: number): StepField => ({
  name: 'installments',
  type: 'number',
  label: { id: 'Banyaknya angsuran', en: 'Instalments' },
  required: true,
  value: String(value),
  min: '1',
  max: '500',
});
const firstDue = (today: BusinessDate): StepField => ({
  name: 'firstDueOn',
  type: 'date',
  label: { id: 'Angsuran pertama', en: 'First instalment' },
  required: true,
  value: addDays(today, 7),
  min: addDays(today, 1),
});

const prepayWords = {
  'next-instalments': { id: 'Untuk angsuran berikutnya', en: 'For the next instalments' },
  'lower-instalment': {
    id: 'Pokok; angsuran menjadi lebih ringan',
    en: 'Principal; lower instalments',
  },
  'shorter-term': { id: 'Pokok; lunas lebih cepat', en: 'Principal; a shorter loan' },
} as const;

const repayment: Fields = (loan, today) => {
  const due = dueNow(loan, today);
  const byProduct = prepayWords[loan.terms.prepayment ?? 'next-instalments'];
  return [
    amount(due > 0n ? due : nextDue(loan, today)),
    dayOf(loan, today),
    {
      name: 'payerName',
      type: 'text',
      label: { id: 'Dibayar oleh orang lain', en: 'Paid by somebody else' },
      hint: {
        id: 'Kosongkan bila peminjam sendiri yang membayar.',
        en: 'Leave empty when the borrower herself pays.',
      },
    },
    {
      name: 'prepay',
      type: 'select',
      label: { id: 'Bila melebihi tagihan hari ini', en: 'If it is more than is due today' },
      options: [
        {
          value: '',
          label: {
            id: `Menurut produk: ${byProduct.id.toLowerCase()}`,
            en: `As the product says: ${byProduct.en.toLowerCase()}`,
          },
        },
        ...Object.entries(prepayWords).map(([value, label]) => ({ value, label })),
      ],
    },
    {
      name: 'excess',
      type: 'select',
      label: { id: 'Bila melebihi seluruh utang', en: 'If it is more than the whole debt' },
      options: [
        { value: 'refuse', label: { id: 'Tolak', en: 'Refuse' } },
        ...(loan.keepsSavings
          ? [{ value: 'save', label: { id: 'Simpan di simpanan sukarela', en: 'Save the rest' } }]
          : []),
        {
          value: 'keep',
          label: { id: 'Catat sebagai kelebihan bayar', en: 'Keep it until it is refunded' },
        },
      ],
    },
  ];
};

const cover: Fields = (loan, today, peers) => [
  {
    name: 'payerId',
    type: 'select',
    label: { id: 'Yang menanggung', en: 'Who covers' },
    required: true,
    options: peers.map((peer) => ({ value: peer.personId, label: peer.name })),
  },
  amount(standingOf(scheduleInForce(loan), loan.paid, today).dueRupiah),
  dayOf(loan, today),
  {
    name: 'agreedOn',
    type: 'date',
    label: { id: 'Disepakati kelompok pada', en: 'Agreed by the group on' },
    hint: {
      id: 'Tanpa kesepakatan kelompok, catat sebagai setoran orang lain.',
      en: 'Without the group’s agreement, record it as paid by somebody else.',
    },
    required: true,
    max: today,
  },
];

const payoff: Fields = () => [
  {
    name: 'interest',
    type: 'select',
    label: { id: 'Jasa yang diminta', en: 'Interest asked for' },
    options: [
      { value: 'whole-plan', label: { id: 'Seluruh jasa jadwal', en: 'All of the plan' } },
      {
        value: 'running-period',
        label: { id: 'Sampai periode berjalan', en: 'Up to the running period' },
      },
      { value: 'due-only', label: { id: 'Hanya yang sudah jatuh tempo', en: 'Only what is due' } },
    ],
  },
];

const charge: Fields = (loan, today) => [
  {
    name: 'kind',
    type: 'select',
    label: { id: 'Jenis', en: 'Kind' },
    options: [
      { value: 'penalty', label: { id: 'Denda', en: 'Penalty' } },
      { value: 'fee', label: { id: 'Biaya', en: 'Fee' } },
    ],
  },
  amount(),
  { ...dayOf(loan, today), label: { id: 'Timbul pada', en: 'Arises on' } },
  {
    name: 'dueOn',
    type: 'date',
    label: { id: 'Jatuh tempo', en: 'Due' },
    required: true,
    value: today,
    min: loan.disbursedOn,
  },
  reason,
];

const waiver: Fields = () => [
  {
    name: 'part',
    type: 'select',
    label: { id: 'Yang dibebaskan', en: 'What is waived' },
    options: [
      { value: 'penalty', label: { id: 'Denda', en: 'Penalty' } },
      { value: 'interest', label: { id: 'Jasa', en: 'Interest' } },
      { value: 'fee', label: { id: 'Biaya', en: 'Fee' } },
    ],
  },
  amount(),
  reason,
];

const restructure: Fields = (loan, today) => [
  instalments(loan.terms.installments),
  {
    name: 'annualRatePercent',
    type: 'text',
    label: { id: 'Jasa (%)', en: 'Interest (%)' },
    hint: {
      id: `Sekarang ${loan.terms.annualRatePercent} %, dihitung dengan cara yang sama.`,
      en: `Now ${loan.terms.annualRatePercent} %, counted the same way.`,
    },
    required: true,
    value: loan.terms.annualRatePercent,
  },
  firstDue(today),
  reason,
];

const moreMoney: Fields = (loan, today) => [
  amount((loan.approvedRupiah ?? 0n) - loan.principalRupiah),
  instalments(scheduleInForce(loan).dueOn.filter((day) => day > today).length || 1),
  firstDue(today),
  reason,
];

const reversal: Fields = (loan) => {
  const reversed = reversedIds(loan);
  const open = loan.entries.filter(
    (entry) =>
      !['reversal', 'reallocation', 'disbursement'].includes(entry.kind) && !reversed.has(entry.id),
  );
  return [
    {
      name: 'entryId',
      type: 'select',
      label: { id: 'Catatan', en: 'Entry' },
      options: open.toReversed().map((entry) => ({
        value: entry.id,
        label: {
          id: `${formatDate(entry.on, 'id')} · ${nameOfEntry(entry).id} ${formatRupiah(entry.amountRupiah, 'id')}`,
          en: `${formatDate(entry.on, 'en')} · ${nameOfEntry(entry).en} ${formatRupiah(entry.amountRupiah, 'en')}`,
        },
      })),
    },
    reason,
  ];
};

/** The fields of each step, filled with what is likely. */
export const fieldsOf = {
  repayment,
  cover,
  payoff,
  charge,
  waiver,
  restructure,
  moreMoney,
  reversal,
  writeOff: (() => [document, reason]) satisfies Fields,
  forgiveness: ((loan) => [amount(claimLeft(loan)), document, reason]) satisfies Fields,
  recovery: ((loan, today) => [amount(claimLeft(loan)), dayOf(loan, today)]) satisfies Fields,
  refund: ((loan) => [
    amount(loan.paid.overpaid),
    {
      name: 'to',
      type: 'select',
      label: { id: 'Ke mana', en: 'Where to' },
      options: [
        { value: 'cash', label: { id: 'Tunai dari brankas', en: 'Cash from the till' } },
        ...(loan.keepsSavings
          ? [{ value: 'savings', label: { id: 'Simpanan sukarela', en: 'Voluntary savings' } }]
          : []),
      ],
    },
  ]) satisfies Fields,
};
