import { asWritten, hers, joined, named, rupiah, text } from './held-table.ts';
import type { HeldTable } from './held-table.ts';

const partner = (column: string) => named('partners.institution', 'short_name', column);

/** Loans, repayments and savings. What her passbook prints is told there and stands here row by row for the JSON file. */
export const moneyTables: Readonly<Record<string, HeldTable>> = {
  'lending.application_member': {
    says: { id: 'Pengajuan pembiayaan', en: 'Applications for a loan' },
    hers: hers.person,
    on: `(select (a.submitted_at at time zone c.time_zone)::date from lending.application a join access.city c on c.city_id = a.city_id
      where a.city_id = t.city_id and a.id = t.application_id)`,
    also: {
      number: named('lending.application', 'number', 'application_id'),
      state: named('lending.application', 'state', 'application_id'),
      refused_reason: named('lending.application', 'refused_reason', 'application_id'),
    },
    tell: (row) =>
      asWritten(text(row, 'number'), text(row, 'purpose'), text(row, 'refused_reason')),
  },
  'lending.loan': {
    says: { id: 'Pinjaman', en: 'Loans' },
    hers: hers.person,
    on: 't.disbursed_on',
  },
  'lending.loan_event': {
    says: { id: 'Peristiwa pinjaman', en: 'What happened to the loans' },
    hers: hers.loan,
    on: 't.on_day',
    by: 'by_name',
  },
  'lending.schedule_version': {
    says: { id: 'Jadwal angsuran', en: 'Repayment schedules' },
    hers: hers.loan,
    on: 't.in_force_on',
  },
  'lending.repayment': {
    says: { id: 'Angsuran', en: 'Repayments' },
    hers: '(t.loan_id in (select id from loans) or t.payer_id in (select id from hers))',
    on: 't.on_day',
    // Who paid may be another member.
    without: ['payer_name'],
  },
  'lending.charge': {
    says: { id: 'Biaya dan denda', en: 'Fees and penalties' },
    hers: hers.loan,
    on: 't.on_day',
    tell: (row) => joined(asWritten(text(row, 'reason')), rupiah(row, 'amount_rupiah')),
  },
  'lending.instalment_mark': {
    says: { id: 'Catatan per angsuran', en: 'Marks on instalments' },
    hers: hers.loan,
    on: 't.due_on',
  },
  'lending.loan_position': {
    says: { id: 'Kedudukan pinjaman', en: 'Standing of the loans' },
    hers: hers.loan,
    on: 't.as_of',
  },
  'lending.cover': {
    says: { id: 'Ditanggung bersama', en: 'Covered together' },
    hers: '(t.obligor_id in (select id from hers) or t.payer_id in (select id from hers))',
    on: 't.on_day',
    tell: (row) => rupiah(row, 'amount_rupiah'),
  },
  'lending.member_claim': {
    says: { id: 'Utang dan tagihan antaranggota', en: 'Debts and claims between members' },
    hers: '(t.creditor_id in (select id from hers) or t.debtor_id in (select id from hers))',
    on: 't.opened_on',
    tell: (row) => rupiah(row, 'amount_rupiah'),
  },
  'lending.claim_event': {
    says: { id: 'Pelunasan antaranggota', en: 'Repayments between members' },
    hers: `t.claim_id in (select m.id from lending.member_claim m where m.city_id = t.city_id
      and (m.creditor_id in (select id from hers) or m.debtor_id in (select id from hers)))`,
    on: 't.on_day',
    by: 'by_name',
    tell: (row) => joined(rupiah(row, 'amount_rupiah'), asWritten(text(row, 'reason'))),
  },
  'lending.counselling': {
    says: { id: 'Pendampingan tunggakan', en: 'Arrears counselling' },
    hers: hers.person,
    on: 't.opened_on',
    by: 'opened_name',
    tell: (row) => asWritten(text(row, 'number'), text(row, 'note'), text(row, 'closed_note')),
  },
  'lending.counselling_step': {
    says: { id: 'Langkah pendampingan tunggakan', en: 'Steps of arrears counselling' },
    hers: 't.counselling_id in (select c.id from lending.counselling c where c.city_id = t.city_id and c.person_id in (select id from hers))',
    on: 't.on_day',
    by: 'by_name',
    tell: (row) => asWritten(text(row, 'note')),
  },
  'lending.take_over': {
    says: { id: 'Pinjaman lama yang diambil alih', en: 'Old loans taken over' },
    hers: hers.loan,
    on: 't.on_day',
    tell: (row) => joined(asWritten(text(row, 'creditor')), rupiah(row, 'amount_rupiah')),
  },
  'lending.subsidised_loan': {
    says: { id: 'Subsidi bunga', en: 'Interest subsidy' },
    hers: hers.loan,
    on: 't.accepted_on',
    tell: (row) => asWritten(text(row, 'ended_note')),
  },
  'lending.subsidy_accrual': {
    says: { id: 'Subsidi bunga per angsuran', en: 'Interest subsidy by instalment' },
    hers: hers.loan,
    on: 't.on_day',
  },
  'lending.subsidy_row': {
    says: { id: 'Jadwal subsidi bunga', en: 'Schedule of the interest subsidy' },
    hers: hers.loan,
    on: 't.due_on',
  },
  'lending.partner_candidate': {
    says: { id: 'Dikirim kepada lembaga keuangan', en: 'Sent to lenders' },
    hers: hers.person,
    on: 't.decided_on',
    also: { lender: partner('institution_id') },
    tell: (row) => asWritten(text(row, 'lender'), text(row, 'reference'), text(row, 'reason')),
  },
  'lending.partner_loan': {
    says: { id: 'Pinjaman di lembaga lain', en: 'Loans in partners’ books' },
    hers: hers.person,
    on: 't.disbursed_on',
    also: { lender: partner('institution_id') },
    tell: (row) => asWritten(text(row, 'lender'), text(row, 'number')),
  },
  'lending.partner_repayment': {
    says: { id: 'Angsuran di lembaga lain', en: 'Repayments to partners' },
    hers: hers.partnerLoan,
    on: 't.on_day',
    tell: (row) => joined(asWritten(text(row, 'reference')), rupiah(row, 'principal')),
  },
  'lending.partner_schedule_line': {
    says: { id: 'Jadwal di lembaga lain', en: 'Schedules of partners' },
    hers: hers.partnerLoan,
    on: 't.due_on',
  },
  'lending.reconciliation_item': {
    says: { id: 'Pencocokan dengan lembaga lain', en: 'Reconciliation with partners' },
    hers: hers.partnerLoan,
    on: 't.on_day',
  },
  'savings.account': {
    says: { id: 'Rekening simpanan', en: 'Savings accounts' },
    hers: hers.person,
    on: 't.opened_on',
  },
  'savings.movement': {
    says: { id: 'Setoran dan penarikan', en: 'Deposits and withdrawals' },
    hers: 't.account_id in (select a.id from savings.account a where a.city_id = t.city_id and a.person_id in (select id from hers))',
    on: 't.on_day',
  },
  'savings.shu_share': {
    says: { id: 'Bagian SHU', en: 'Shares of the surplus' },
    hers: hers.person,
    on: null,
    tell: (row) => joined(asWritten(text(row, 'year')), rupiah(row, 'amount_rupiah')),
  },
  'savings.shu_payment': {
    says: { id: 'SHU yang dibayarkan', en: 'Surplus paid out' },
    hers: hers.person,
    on: 't.on_day',
    tell: (row) => joined(asWritten(text(row, 'year')), rupiah(row, 'amount_rupiah')),
  },
};
