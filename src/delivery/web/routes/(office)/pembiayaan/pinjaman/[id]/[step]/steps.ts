import { enterAll } from '#domains/lending/life/enter.ts';
import type { Entered } from '#domains/lending/life/enter.ts';
import { claimLeft, seenMark } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { payoffQuote, planPayoff, planRepayment } from '#domains/lending/life/plan-repayment.ts';
import { planReversal } from '#domains/lending/life/plan-reversal.ts';
import {
  openOf,
  planCharge,
  planMoreMoney,
  planOnClaim,
  planRefund,
  planRestructure,
  planWaiver,
  planWriteOff,
} from '#domains/lending/life/plans.ts';
import type { PlanContext } from '#domains/lending/life/plans.ts';
import {
  chargeLoanInput,
  forgiveDebtInput,
  moreMoneyInput,
  payOffInput,
  recordRecoveryInput,
  recordRepaymentInput,
  refundInput,
  restructureInput,
  reverseEntryInput,
  waiveInput,
  writeOffInput,
} from '#domains/lending/life-input.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { z } from 'zod';
import { digitsOf, percentOf } from '../../../terms-form.ts';
import { fieldsOf } from './fields.ts';
import type { Peer, StepField } from './fields.ts';

/** Something that can be done to a loan: its form, what it would do, and the command that does it. */
export interface Step {
  readonly kind: PermissionKind;
  readonly title: Words;
  readonly does: Words;
  readonly button: Words;
  readonly done: Words;
  /** Whether the button takes something away. */
  readonly danger?: boolean;
  readonly fields: (
    loan: LoanInHand,
    today: BusinessDate,
    peers: readonly Peer[],
  ) => readonly StepField[];
  readonly body: (text: (name: string) => string, loan: LoanInHand, today: BusinessDate) => object;
  readonly plan: (loan: LoanInHand, body: object, context: PlanContext) => readonly Entered[];
  /** Whether the step makes sense for the loan as it is. */
  readonly applies: (loan: LoanInHand) => boolean;
}

/** Reads a body by the command's own schema, so that a preview refuses what the command would. */
function planWith<B>(
  input: z.ZodType<B>,
  plan: (loan: LoanInHand, body: B, context: PlanContext) => readonly Entered[],
): Step['plan'] {
  return (loan, body, context) => {
    const read = input.safeParse(body);
    return read.success ? plan(loan, read.data, context) : enterAll(loan, [], context.today);
  };
}

const running = (loan: LoanInHand) => loan.state === 'active';
const common = (text: (name: string) => string, loan: LoanInHand) => ({
  loanId: loan.id,
  reason: text('reason'),
  seen: text('seen') || seenMark(loan),
});

/** Money handed in, whoever pays it. */
const handedIn = (text: (name: string) => string, loan: LoanInHand) => ({
  loanId: loan.id,
  repaymentId: text('commandId'),
  amountRupiah: digitsOf(text('amountRupiah')),
  on: text('on'),
  payerId: text('payerId') || null,
  seen: text('seen') || seenMark(loan),
});

const planOfRepayment = planWith(
  recordRepaymentInput,
  (loan, body, context) => planRepayment(loan, { ...body, id: body.repaymentId }, context).entered,
);

export const steps: Readonly<Record<string, Step>> = {
  bayar: {
    kind: 'lending.record-repayment',
    title: { id: 'Terima angsuran', en: 'Take a repayment' },
    does: {
      id: 'Oleh peminjam, orang lain atas namanya, atau anggota yang menanggung; tepat waktu, lebih awal, terlambat, sebagian atau lebih.',
      en: 'By the borrower, somebody on her behalf or a member who covers; on time, early, late, in part or over.',
    },
    button: { id: 'Catat angsuran', en: 'Record the repayment' },
    done: { id: 'Angsuran tercatat dan dibukukan.', en: 'The repayment was recorded and posted.' },
    fields: fieldsOf.repayment,
    body: (text, loan) => ({
      ...handedIn(text, loan),
      payerName: text('payerName') || null,
      asCover: text('asCover') === 'on',
      excess: text('excess') || 'refuse',
      prepay: text('prepay') || undefined,
    }),
    plan: planOfRepayment,
    applies: running,
  },
  tanggung: {
    kind: 'lending.record-repayment',
    title: { id: 'Ditanggung anggota lain', en: 'Covered by another member' },
    does: {
      id: 'Anggota tanggung renteng membayar angsuran yang kurang dan menjadi penagihnya. Lembaga melihat terbayar; catatan peminjam sendiri tetap memperlihatkan kekurangannya.',
      en: 'A member of the same lending group pays what is missing and becomes her creditor. The lender sees it paid; her own record still shows the miss.',
    },
    button: { id: 'Catat tanggungan', en: 'Record the cover' },
    done: { id: 'Tanggungan tercatat dan dibukukan.', en: 'The cover was recorded and posted.' },
    fields: fieldsOf.cover,
    body: (text, loan) => ({
      ...handedIn(text, loan),
      asCover: true,
      agreedOn: text('agreedOn') || null,
    }),
    plan: planOfRepayment,
    applies: (loan) => running(loan) && loan.lendingGroupId !== null,
  },
  lunas: {
    kind: 'lending.pay-off-loan',
    title: { id: 'Lunasi', en: 'Pay off' },
    does: {
      id: 'Menutup pinjaman hari ini. Meminta kurang dari seluruh jasa jadwal adalah pembebasan, jadi perlu orang kedua.',
      en: 'Closes the loan today. Asking for less than the whole plan’s interest is a waiver, so a second person approves it.',
    },
    button: { id: 'Catat pelunasan', en: 'Record the payoff' },
    done: { id: 'Pelunasan tercatat.', en: 'The payoff was recorded.' },
    fields: fieldsOf.payoff,
    body: (text, loan, today) => {
      const interest = text('interest') || 'whole-plan';
      const rule =
        interest === 'running-period' || interest === 'due-only' ? interest : 'whole-plan';
      return {
        loanId: loan.id,
        repaymentId: text('commandId'),
        interest: rule,
        amountRupiah: payoffQuote(loan, { on: today, interest: rule }).totalRupiah.toString(),
        seen: text('seen') || seenMark(loan),
      };
    },
    plan: planWith(payOffInput, (loan, body, context) =>
      planPayoff(loan, { ...body, id: body.repaymentId }, context),
    ),
    applies: running,
  },
  biaya: {
    kind: 'lending.charge-loan',
    title: { id: 'Kenakan biaya atau denda', en: 'Charge a fee or penalty' },
    does: {
      id: 'Dibayar lebih dulu daripada jasa dan pokok angsuran yang sama. Yang bertanggal mundur menghitung ulang setoran sesudahnya.',
      en: 'Paid before interest and principal of the same instalment. A backdated one recomputes the repayments after it.',
    },
    button: { id: 'Kenakan', en: 'Charge it' },
    done: { id: 'Biaya atau denda tercatat.', en: 'The charge was recorded.' },
    fields: fieldsOf.charge,
    body: (text, loan) => ({
      ...common(text, loan),
      chargeId: text('commandId'),
      kind: text('kind'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
      dueOn: text('dueOn'),
    }),
    plan: planWith(chargeLoanInput, (loan, body, context) =>
      planCharge(loan, { ...body, id: body.chargeId }, context),
    ),
    applies: running,
  },
  bebaskan: {
    kind: 'lending.waive',
    title: { id: 'Bebaskan jasa, biaya, atau denda', en: 'Waive interest, a fee or a penalty' },
    does: {
      id: 'Pemberi pinjaman melepas sebagian haknya. Pokok tidak bisa dibebaskan di sini.',
      en: 'The lender gives up part of its due. Principal cannot be waived here.',
    },
    button: { id: 'Usulkan pembebasan', en: 'Propose the waiver' },
    done: { id: 'Pembebasan tercatat.', en: 'The waiver was recorded.' },
    fields: fieldsOf.waiver,
    body: (text, loan) => ({
      ...common(text, loan),
      part: text('part'),
      amountRupiah: digitsOf(text('amountRupiah')),
    }),
    plan: planWith(waiveInput, planWaiver),
    applies: (loan) =>
      running(loan) &&
      openOf(loan, 'interest') + openOf(loan, 'fee') + openOf(loan, 'penalty') > 0n,
  },
  'susun-ulang': {
    kind: 'lending.restructure-loan',
    title: { id: 'Susun ulang jadwal', en: 'Restructure' },
    does: {
      id: 'Sisa kewajiban disebar lagi dengan ketentuan baru mulai hari ini. Jadwal lama tetap tersimpan.',
      en: 'What is still owed is spread anew under new terms from today. The old schedule is kept.',
    },
    button: { id: 'Usulkan jadwal baru', en: 'Propose the new schedule' },
    done: { id: 'Jadwal baru berlaku.', en: 'The new schedule is in force.' },
    fields: fieldsOf.restructure,
    body: (text, loan) => ({
      ...common(text, loan),
      annualRatePercent: percentOf(text('annualRatePercent')),
      installments: Number(text('installments')),
      repayEvery: loan.terms.repayEvery,
      firstDueOn: text('firstDueOn'),
    }),
    plan: planWith(restructureInput, planRestructure),
    applies: running,
  },
  tambah: {
    kind: 'lending.top-up-loan',
    title: { id: 'Tambah pinjaman', en: 'Lend more' },
    does: {
      id: 'Uang tambahan dari brankas, dengan angsuran sendiri di samping yang berjalan.',
      en: 'More money from the till, with instalments of its own beside those that run.',
    },
    button: { id: 'Usulkan tambahan', en: 'Propose it' },
    done: { id: 'Tambahan pinjaman dicairkan.', en: 'The additional money was handed out.' },
    fields: fieldsOf.moreMoney,
    body: moreBody,
    plan: planWith(moreMoneyInput, (loan, body, context) =>
      planMoreMoney(loan, { ...body, kind: 'top-up' }, context),
    ),
    applies: running,
  },
  tahap: {
    kind: 'lending.disburse-tranche',
    title: { id: 'Cairkan tahap berikut', en: 'Disburse the next tranche' },
    does: {
      id: 'Bagian berikut dari jumlah yang sudah disetujui.',
      en: 'The next part of what was approved.',
    },
    button: { id: 'Usulkan pencairan', en: 'Propose the disbursement' },
    done: { id: 'Tahap berikut dicairkan.', en: 'The next tranche was handed out.' },
    fields: fieldsOf.moreMoney,
    body: moreBody,
    plan: planWith(moreMoneyInput, (loan, body, context) =>
      planMoreMoney(loan, { ...body, kind: 'tranche' }, context),
    ),
    applies: (loan) => running(loan) && (loan.approvedRupiah ?? 0n) > loan.principalRupiah,
  },
  'hapus-buku': {
    kind: 'lending.write-off-loan',
    title: { id: 'Hapus buku', en: 'Write off' },
    does: {
      id: 'Sisa pokok keluar dari neraca menjadi beban, tetapi tetap ditagih. Utang kepada anggota yang menanggung tidak berubah.',
      en: 'The principal left leaves the balance sheet as a loss but is still claimed. What she owes members who covered her does not change.',
    },
    button: { id: 'Usulkan hapus buku', en: 'Propose the write-off' },
    done: { id: 'Pinjaman dihapusbukukan.', en: 'The loan was written off.' },
    danger: true,
    fields: fieldsOf.writeOff,
    body: (text, loan) => ({ ...common(text, loan), document: text('document') }),
    plan: planWith(writeOffInput, (loan, _body, context) => planWriteOff(loan, context)),
    applies: running,
  },
  tertagih: {
    kind: 'lending.record-recovery',
    title: { id: 'Terima setelah hapus buku', en: 'Recovery after write-off' },
    does: {
      id: 'Uang yang masuk menjadi pendapatan dan mengurangi tagihan di luar neraca.',
      en: 'Money that comes in is income and lowers the claim off the balance sheet.',
    },
    button: { id: 'Catat penerimaan', en: 'Record it' },
    done: { id: 'Penerimaan tercatat.', en: 'The recovery was recorded.' },
    fields: fieldsOf.recovery,
    body: (text, loan) => ({
      loanId: loan.id,
      recoveryId: text('commandId'),
      amountRupiah: digitsOf(text('amountRupiah')),
      on: text('on'),
      seen: text('seen') || seenMark(loan),
    }),
    plan: planWith(recordRecoveryInput, (loan, body, context) =>
      planOnClaim(loan, { ...body, id: body.recoveryId, kind: 'recovery' }, context),
    ),
    applies: (loan) => claimLeft(loan) > 0n,
  },
  'hapus-tagih': {
    kind: 'lending.forgive-debt',
    title: { id: 'Hapus tagih', en: 'Forgive the debt' },
    does: {
      id: 'Tagihannya sendiri dilepas, seluruhnya atau sebagian. Hanya setelah hapus buku.',
      en: 'The claim itself is let go of, in whole or in part. Only after a write-off.',
    },
    button: { id: 'Usulkan hapus tagih', en: 'Propose it' },
    done: { id: 'Tagihan dihapus.', en: 'The debt was forgiven.' },
    danger: true,
    fields: fieldsOf.forgiveness,
    body: (text, loan) => ({
      ...common(text, loan),
      document: text('document'),
      amountRupiah: digitsOf(text('amountRupiah')),
    }),
    plan: planWith(forgiveDebtInput, (loan, body, context) =>
      planOnClaim(
        loan,
        {
          id: context.newId(),
          kind: 'forgiveness',
          on: context.today,
          amountRupiah: body.amountRupiah,
        },
        context,
      ),
    ),
    applies: (loan) => claimLeft(loan) > 0n,
  },
  kembalikan: {
    kind: 'lending.refund-overpayment',
    title: { id: 'Kembalikan kelebihan bayar', en: 'Refund what was overpaid' },
    does: {
      id: 'Tunai dari brankas, atau ke simpanan sukarelanya.',
      en: 'In cash from the till, or into her voluntary savings.',
    },
    button: { id: 'Kembalikan', en: 'Refund' },
    done: { id: 'Kelebihan bayar dikembalikan.', en: 'The overpayment was refunded.' },
    fields: fieldsOf.refund,
    body: (text, loan) => ({
      loanId: loan.id,
      amountRupiah: digitsOf(text('amountRupiah')),
      to: text('to'),
      seen: text('seen') || seenMark(loan),
    }),
    plan: planWith(refundInput, planRefund),
    applies: (loan) => loan.paid.overpaid > 0n,
  },
  batalkan: {
    kind: 'lending.reverse-entry',
    title: { id: 'Batalkan sebuah catatan', en: 'Reverse an entry' },
    does: {
      id: 'Catatan asli dan tanda terimanya tidak berubah; pembatalannya menjadi catatan baru, dan pinjaman dihitung ulang sejak hari itu. Uang setoran keluar dari brankas.',
      en: 'The entry and its receipt do not change; the reversal is an entry of its own and the loan is computed again from that day. Money of a repayment leaves the till.',
    },
    button: { id: 'Batalkan catatan', en: 'Reverse the entry' },
    done: { id: 'Catatan dibatalkan.', en: 'The entry was reversed.' },
    danger: true,
    fields: fieldsOf.reversal,
    body: (text, loan) => {
      const entry = loan.entries.find((one) => one.id === text('entryId'));
      return {
        ...common(text, loan),
        entryId: text('entryId'),
        amountRupiah: (entry?.amountRupiah ?? 0n).toString(),
      };
    },
    plan: planWith(reverseEntryInput, planReversal),
    applies: () => true,
  },
};

function moreBody(text: (name: string) => string, loan: LoanInHand): object {
  return {
    ...common(text, loan),
    amountRupiah: digitsOf(text('amountRupiah')),
    installments: Number(text('installments')),
    firstDueOn: text('firstDueOn'),
  };
}

/** @throws Refusal when no step has that name */
export function getStep(name: string): Step {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw lendingProblems.unknownLoan();
  return step;
}
