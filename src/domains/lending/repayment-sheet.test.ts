import { describe, expect, it } from 'vitest';
import { mergeEntries, sumOf } from '#domains/ledger/journal.ts';
import { weeklyLoan } from '#test/worlds/weekly-loan.ts';
import { standingOf } from './loan-standing.ts';
import { instalmentToday, planRepayments } from './repayment-sheet.ts';
import type { LoanDue, RepaymentSheet } from './repayment-sheet.ts';

let made = 0;
const newId = () => `id-${(made += 1)}`;

function sheet(loans: readonly LoanDue[], change: Partial<RepaymentSheet>): RepaymentSheet {
  return {
    on: '2026-01-12',
    businessDate: '2026-01-12',
    bookId: 'book',
    journalId: 'journal',
    cashAccountId: 'bag',
    interestIncomeAccountId: 'income',
    source: 'meeting',
    sourceId: 'meeting',
    recordedAt: new Date('2026-01-12T03:00:00Z'),
    recordedBy: { userId: 'rina', name: 'Rina' },
    loans,
    payments: [],
    covers: [],
    ...change,
  };
}

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });
const siti = weeklyLoan('Siti Aminah');
const rohani = weeklyLoan('Rohani');
const yusnidar = weeklyLoan('Yusnidar');

describe('A sheet of repayments', () => {
  it('takes Rp 50,000 as Rp 10,000 of interest and Rp 40,000 of principal', () => {
    const plan = planRepayments(
      sheet([siti], { payments: [{ loanId: siti.loanId, amountRupiah: 50_000n }] }),
      newId,
    );
    expect(plan.repayments).toMatchObject([
      { principal: 40_000n, interest: 10_000n, payerId: siti.personId },
    ]);
    expect(plan.entries).toEqual([
      { accountId: 'bag', amount: 50_000n },
      { accountId: siti.accountId, amount: -40_000n },
      { accountId: 'income', amount: -10_000n },
    ]);
    expect(plan.loans[0]).toMatchObject({
      paidByHerself: 50_000n,
      covered: 0n,
      instalmentRupiah: 50_000n,
      closed: false,
    });
    expect(plan.cashRupiah).toBe(50_000n);
  });

  it('covers half of her instalment by two peers: the loan is paid, her own record shows the miss', () => {
    const plan = planRepayments(
      sheet([siti, rohani, yusnidar], {
        payments: [{ loanId: rohani.loanId, amountRupiah: 25_000n }],
        covers: [
          { loanId: rohani.loanId, payerId: siti.personId, amountRupiah: 15_000n },
          { loanId: rohani.loanId, payerId: yusnidar.personId, amountRupiah: 10_000n },
        ],
      }),
      newId,
    );
    const after = plan.loans.find((loan) => loan.loanId === rohani.loanId);
    expect(after).toMatchObject({
      paidByHerself: 25_000n,
      covered: 25_000n,
      instalmentRupiah: 50_000n,
    });
    expect(after?.standing.dueRupiah).toBe(0n);
    expect(
      plan.covers.map((cover) => [
        cover.payerId,
        cover.obligorId,
        cover.amountRupiah,
        cover.repaymentOrder,
      ]),
    ).toEqual([
      [siti.personId, rohani.personId, 15_000n, 1],
      [yusnidar.personId, rohani.personId, 10_000n, 2],
    ]);
    const merged = mergeEntries(plan.entries);
    expect(merged).toEqual(
      expect.arrayContaining([
        { accountId: 'bag', amount: 50_000n },
        { accountId: siti.claimAccountId, amount: 15_000n },
        { accountId: rohani.debtAccountId, amount: -25_000n },
      ]),
    );
    expect(sumOf(merged)).toBe(0n);
    expect(plan.cashRupiah).toBe(50_000n);
  });

  it('leaves out what is Rp 0 and still knows every loan', () => {
    const plan = planRepayments(
      sheet([siti, rohani], { payments: [{ loanId: siti.loanId, amountRupiah: 0n }] }),
      newId,
    );
    expect(plan.entries).toEqual([]);
    expect(plan.loans).toHaveLength(2);
  });

  it('refuses more than the debt, naming the member and what pays it off', () => {
    const payments = [{ loanId: siti.loanId, amountRupiah: 2_500_001n }];
    expect(() => planRepayments(sheet([siti], { payments }), newId)).toThrow(
      expect.objectContaining({
        code: 'lending.more-than-debt',
        words: expect.objectContaining({ id: expect.stringMatching(/Siti Aminah.*2\.500\.000/) }),
      }),
    );
  });

  it('closes a loan that is paid off to the last rupiah', () => {
    const payments = [{ loanId: siti.loanId, amountRupiah: 2_500_000n }];
    const plan = planRepayments(sheet([siti], { payments }), newId);
    expect(plan.loans[0]).toMatchObject({
      closed: true,
      paid: { principal: 2_000_000n, interest: 500_000n },
    });
  });

  it('refuses a cover of more than is due, of oneself, and by somebody outside the lending group', () => {
    const stranger = weeklyLoan('Zubaidah', { lendingGroupId: 'another' });
    const cover = (payerId: string, amountRupiah: bigint) => () =>
      planRepayments(
        sheet([siti, rohani, stranger], {
          covers: [{ loanId: rohani.loanId, payerId, amountRupiah }],
        }),
        newId,
      );
    expect(cover(siti.personId, 50_001n)).toThrow(refusal('cover-more-than-due'));
    expect(cover(rohani.personId, 50_000n)).toThrow(refusal('covers-herself'));
    expect(cover(stranger.personId, 50_000n)).toThrow(refusal('cover-by-stranger'));
  });
});

describe('A loan’s standing', () => {
  const { schedule } = siti;
  const paid = { principal: 40_000n, interest: 10_000n };

  it('counts what is due with today’s instalment and what is overdue without it', () => {
    const standing = standingOf(schedule, paid, '2026-01-26');
    expect(standing).toMatchObject({
      dueRupiah: 100_000n,
      overdueRupiah: 50_000n,
      overdueDays: 7,
      nextDueOn: '2026-01-19',
      nextDueRupiah: 50_000n,
      paidInstalments: 1,
      payoffRupiah: 2_450_000n,
    });
  });

  it('is not overdue on the day itself', () => {
    expect(standingOf(schedule, paid, '2026-01-19')).toMatchObject({
      dueRupiah: 50_000n,
      overdueRupiah: 0n,
      overdueDays: 0,
    });
  });

  it('asks at a meeting for the instalment since the last one, less what was paid ahead', () => {
    const loan = { disbursedOn: '2026-01-05' };
    const plain = { schedule, charges: [], life: null };
    const none = { ...plain, principal: 0n, interest: 0n };
    const ahead = { ...plain, principal: 60_000n, interest: 20_000n };
    expect(
      instalmentToday({ ...loan, owed: none }, { lastMeetingOn: '2026-01-12', on: '2026-01-19' }),
    ).toBe(50_000n);
    expect(
      instalmentToday({ ...loan, owed: ahead }, { lastMeetingOn: '2026-01-12', on: '2026-01-19' }),
    ).toBe(20_000n);
    expect(
      instalmentToday({ ...loan, owed: none }, { lastMeetingOn: null, on: '2026-01-19' }),
    ).toBe(100_000n);
  });
});
