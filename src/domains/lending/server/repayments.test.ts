import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { mergeEntries } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { disbursed, foundJambi } from '#test/worlds/jambi.ts';
import type { CastName, Jambi } from '#test/worlds/jambi.ts';
import { planRepayments } from '../repayment-sheet.ts';
import {
  findLoan,
  listLoans,
  lockLoansOfGroup,
  marksOf,
  portfolioByBook,
  recordRepayments,
  repaymentsOf,
} from './index.ts';

const house = useHouse('2026-04-01T02:00:00Z');
const everything = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
let jambi: Jambi;
let loanIds: Readonly<Record<CastName, string>>;

beforeAll(async () => {
  jambi = await foundJambi(house);
  ({ loanIds } = await disbursed(house, jambi, { firstDueOn: '2026-04-08' }));
  house.now = new Date('2026-04-15T02:00:00Z');
});

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

function pay(name: CastName, amountRupiah: bigint, change: { on?: string } = {}) {
  return house.does(jambi.officers.lilis, 'lending.record-repayment', {
    repaymentId: newId(),
    loanId: loanIds[name],
    amountRupiah: amountRupiah.toString(),
    on: '2026-04-15',
    ...change,
  });
}

function loanOf(name: CastName) {
  return house.app.read(testCity, async (db) => {
    const loan = await findLoan(db, { id: loanIds[name], on: '2026-04-15' }, everything);
    if (!loan) throw new Error(`no loan of ${name}`);
    return loan;
  });
}

describe('A repayment at the counter', () => {
  it('goes to interest and principal of the oldest instalment', async () => {
    expect(await pay('Siti Aminah', 50_000n)).toMatchObject({
      loanId: loanIds['Siti Aminah'],
      payoffRupiah: '2450000',
      closed: false,
    });
    expect(await loanOf('Siti Aminah')).toMatchObject({
      paid: { principal: 40_000n, interest: 10_000n },
      ledgerBalanceRupiah: 1_960_000n,
      standing: { dueRupiah: 50_000n, overdueRupiah: 0n },
    });
  });

  it('is refused when it is more than the debt, for a day to come, and before the disbursement', async () => {
    await expect(pay('Rohani', 2_500_001n)).rejects.toMatchObject({
      code: 'lending.more-than-debt',
      status: 422,
      words: { id: expect.stringMatching(/Rohani.*2\.500\.000/) },
    });
    await expect(pay('Rohani', 50_000n, { on: '2026-04-16' })).rejects.toEqual(
      refusal('future-date'),
    );
    await expect(pay('Rohani', 50_000n, { on: '2026-03-31' })).rejects.toEqual(
      refusal('before-disbursement'),
    );
    expect(await loanOf('Rohani')).toMatchObject({ paid: { principal: 0n, interest: 0n } });
  });

  it('closes the loan with the last rupiah and takes nothing afterwards', async () => {
    expect(await pay('Yusnidar', 2_500_000n)).toMatchObject({ closed: true, payoffRupiah: '0' });
    expect(await loanOf('Yusnidar')).toMatchObject({
      state: 'closed',
      closedOn: '2026-04-15',
      ledgerBalanceRupiah: 0n,
    });
    await expect(pay('Yusnidar', 1_000n)).rejects.toEqual(refusal('loan-not-active'));
  });

  it('loses none of many at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => pay('Nurhayati', 10_000n)));
    expect(await loanOf('Nurhayati')).toMatchObject({
      paid: { principal: 60_000n, interest: 20_000n },
      ledgerBalanceRupiah: 1_940_000n,
    });
  });
});

describe('Lists', () => {
  it('find who is in arrears, and the portfolio at risk', async () => {
    const query = {
      q: '',
      sort: 'hari',
      direction: 'desc' as const,
      filters: { status: 'menunggak' },
      size: 10,
      offset: 0,
    };
    const found = await house.app.read(testCity, (db) =>
      listLoans(db, { ...query, on: '2026-04-15' }, everything),
    );
    expect(found.rows.map((row) => row.name).sort()).toEqual([
      'Dewi Lestari',
      'Emi Suryani',
      'Rohani',
    ]);
    expect(found.rows[0]).toMatchObject({ overdueRupiah: 50_000n, overdueDays: 7 });
    const [book] = await house.app.read(testCity, (db) =>
      portfolioByBook(db, { on: '2026-04-15' }),
    );
    expect(book).toMatchObject({
      activeLoans: 5,
      atRisk1Rupiah: 6_000_000n,
      atRisk7Rupiah: 0n,
      overdueRupiah: 150_000n,
    });
    const [later] = await house.app.read(testCity, (db) =>
      portfolioByBook(db, { on: '2026-05-09' }),
    );
    expect(later).toMatchObject({ atRisk7Rupiah: 9_900_000n, atRisk30Rupiah: 6_000_000n });
  });

  it('show a lender its own loans only', async () => {
    const query = {
      q: '',
      sort: 'nomor',
      direction: 'asc' as const,
      filters: {},
      size: 10,
      offset: 0,
      on: '2026-04-15',
    };
    const scope = { ...everything, all: false };
    const other = await house.app.read(testCity, (db) =>
      listLoans(db, query, { ...scope, institution: [newId()] }),
    );
    const own = await house.app.read(testCity, (db) =>
      listLoans(db, query, { ...scope, institution: [jambi.cooperativeId] }),
    );
    expect([other.total, own.total]).toEqual([0, 6]);
  });
});

describe('A meeting’s sheet', () => {
  it('records covers, claims and each member’s own mark in one go', async () => {
    const meetingId = newId();
    await house.database.write(async (tx) => {
      const loans = await lockLoansOfGroup(tx, { groupId: jambi.group.id, on: '2026-04-15' });
      const book = await getBook(tx, jambi.cooperativeId);
      const plan = planRepayments(
        {
          on: '2026-04-15',
          businessDate: '2026-04-15',
          bookId: book.id,
          journalId: newId(),
          cashAccountId: book.accounts.till,
          interestIncomeAccountId: book.accounts.interestIncome,
          source: 'meeting',
          sourceId: meetingId,
          recordedAt: house.now,
          recordedBy: jambi.officers.lilis,
          loans,
          payments: [{ loanId: loanIds['Emi Suryani'], amountRupiah: 50_000n }],
          covers: [
            {
              loanId: loanIds['Emi Suryani'],
              payerId: jambi.cast['Siti Aminah'].id,
              amountRupiah: 50_000n,
            },
          ],
        },
        newId,
      );
      await postJournals(tx, {
        bookId: book.id,
        commandId: newId(),
        journals: [
          {
            id: plan.sheet.journalId,
            kind: 'meeting-sheet',
            says: 'Setoran pertemuan',
            businessDate: '2026-04-15',
            valueDate: '2026-04-15',
            entries: mergeEntries(plan.entries),
          },
        ],
      });
      await recordRepayments(tx, plan);
    });
    const [repayments, marks] = await house.app.read(testCity, async (db) => [
      await repaymentsOf(db, loanIds['Emi Suryani']),
      await marksOf(db, loanIds['Emi Suryani']),
    ]);
    expect(repayments.map((line) => [line.payerName, line.covered])).toEqual([
      ['Siti Aminah', true],
      ['Emi Suryani', false],
    ]);
    expect(marks).toEqual([
      { on: '2026-04-15', dueRupiah: 100_000n, herselfRupiah: 50_000n, coveredRupiah: 50_000n },
    ]);
    const { rows } = await house.app.pools.owner.query(
      `select sum(balance)::int as total, count(*) filter (where balance <> 0)::int as moved from ledger.account where class = 'memorandum'`,
    );
    expect(rows).toEqual([{ total: 0, moved: 2 }]);
  });
});

describe('Whatever is repaid, in whatever order', () => {
  it(
    'the leaf is the principal less what was paid, and the books sum to zero',
    { timeout: 60_000 },
    async () => {
      const names = ['Dewi Lestari', 'Emi Suryani', 'Rohani'] as const;
      const repayment = fc.record({
        name: fc.constantFrom(...names),
        amount: fc.bigInt({ min: 1n, max: 400_000n }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(repayment, { minLength: 1, maxLength: 6 }),
          async (repayments) => {
            for (const { name, amount } of repayments) {
              const before = await loanOf(name);
              const sent = await pay(name, amount).catch((error: unknown) => error);
              if (amount > before.standing.payoffRupiah || before.state !== 'active')
                expect(sent).toBeInstanceOf(Error);
              const after = await loanOf(name);
              expect(after.ledgerBalanceRupiah).toBe(after.principalRupiah - after.paid.principal);
            }
            const { rows } = await house.app.pools.owner.query<{
              total: string;
              paid: string;
              recorded: string;
            }>(
              `select (select sum(balance) from ledger.account)::text as total,
            (select sum(paid_principal + paid_interest) from lending.loan)::text as paid,
            (select sum(principal + interest) from lending.repayment)::text as recorded`,
            );
            expect(rows[0]?.total).toBe('0');
            expect(rows[0]?.recorded).toBe(rows[0]?.paid);
          },
        ),
        { numRuns: 12 },
      );
    },
  );
});
