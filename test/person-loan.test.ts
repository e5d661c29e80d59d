import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { getBook } from '#domains/ledger/server/index.ts';
import {
  findApplication,
  findLoan,
  lifeOf,
  listApplications,
  listLoans,
  portfolioByBook,
  printStatement,
} from '#domains/lending/server/index.ts';
import { readPassbookRows } from '#domains/mentoring/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { actorWith } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { readPdfText } from '#test/read-pdf-text.ts';
import { foundJambi, offeredProduct } from '#test/worlds/jambi.ts';
import type { Jambi } from '#test/worlds/jambi.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse('2026-04-01T02:00:00Z');
const nowhere = { kecamatan: [], kelurahan: [], department: [], institution: [], group: [] };
const everything = { ...nowhere, all: true };
const ask = { q: '', sort: 'nomor', direction: 'asc', size: 50, offset: 0, filters: {} } as const;
let jambi: Jambi;
let productId: string;

beforeAll(async () => {
  jambi = await foundJambi(house);
  productId = await offeredProduct(house, {
    officers: jambi.officers,
    cooperativeId: jambi.cooperativeId,
    change: {
      name: 'Modal Perorangan 50 Minggu',
      terms: weeklyTerms,
      jointLiability: false,
      borrowers: 'person',
    },
  });
});

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

async function applied(change: Record<string, unknown> = {}): Promise<string> {
  const applicationId = newId();
  await house.does(jambi.officers.fitri, 'lending.apply-for-person', {
    applicationId,
    productId,
    personId: jambi.cast.Rohani.id,
    firstDueOn: '2026-04-08',
    amountRupiah: '3000000',
    purpose: 'etalase',
    consents: true,
    ...change,
  });
  return applicationId;
}

async function disbursed(): Promise<{ applicationId: string; loanId: string }> {
  const applicationId = await applied();
  await house.does(jambi.officers.yuni, 'lending.recommend-application', { applicationId });
  await house.does(jambi.officers.bambang, 'lending.approve-application', { applicationId });
  const answer = await house.does(jambi.officers.yuni, 'lending.disburse-application', {
    applicationId,
  });
  const [loanId = ''] = (answer as { loanIds: string[] }).loanIds;
  return { applicationId, loanId };
}

describe('One person who applies for herself', () => {
  it('has a pre-check of her own, which asks for a business and no group', async () => {
    const applicationId = await applied();
    const found = await house.app.read(testCity, (db) =>
      findApplication(db, applicationId, everything),
    );
    expect(found).toMatchObject({ applicant: 'Rohani', forPerson: true, businessGroupId: null });
    expect(
      found?.members.map(({ checks }) => checks.map((one) => `${one.code} ${one.result}`)),
    ).toEqual([
      [
        'business pass',
        'age pass',
        'consent pass',
        'no-active-loan pass',
        'no-arrears pass',
        'amount pass',
      ],
    ]);
  });

  it('is refused a product that is for groups, and a group one that is for persons', async () => {
    await expect(applied({ productId: jambi.productId })).rejects.toEqual(
      refusal('product-not-for'),
    );
    const members = ['Rohani', 'Nurhayati'] as const;
    await expect(
      house.does(jambi.officers.fitri, 'lending.apply', {
        applicationId: newId(),
        productId,
        groupId: jambi.group.id,
        firstDueOn: '2026-04-08',
        members: members.map((name) => ({
          personId: jambi.cast[name].id,
          amountRupiah: '2000000',
        })),
      }),
    ).rejects.toEqual(refusal('product-not-for'));
  });

  it('is refused an amount outside the product, a first day that is past, and if nobody knows her', async () => {
    await expect(applied({ amountRupiah: '2250000' })).rejects.toEqual(
      refusal('amount-outside-product'),
    );
    await expect(applied({ firstDueOn: '2026-04-01' })).rejects.toEqual(
      refusal('first-due-too-soon'),
    );
    await expect(applied({ personId: newId() })).rejects.toEqual(refusal('unknown-borrower'));
  });

  it('is nobody’s to apply for outside the area where she lives', async () => {
    const elsewhere = actorWith('Mentor lain', {
      role: 'pendamping',
      jurisdiction: 'kelurahan',
      at: '15.71.02.1001',
    });
    await expect(
      house.does(elsewhere, 'lending.apply-for-person', {
        applicationId: newId(),
        productId,
        personId: jambi.cast.Rohani.id,
        firstDueOn: '2026-04-08',
        amountRupiah: '3000000',
      }),
    ).rejects.toMatchObject({ code: 'command.not-allowed' });
  });

  it('cannot be bound to joint liability by a product for persons', async () => {
    await expect(
      offeredProduct(house, {
        officers: jambi.officers,
        cooperativeId: jambi.cooperativeId,
        change: { borrowers: 'person' },
      }),
    ).rejects.toMatchObject({ code: 'command.invalid-input' });
  });
});

describe('Her loan', () => {
  it('takes two people of the lender, is paid out of the till and repaid at the counter', async () => {
    const { loanId } = await disbursed();
    house.now = new Date('2026-04-08T02:00:00Z');
    await house.does(jambi.officers.lilis, 'lending.record-repayment', {
      repaymentId: newId(),
      loanId,
      amountRupiah: '75000',
      on: '2026-04-08',
    });
    const loan = await house.app.read(testCity, (db) =>
      findLoan(db, { id: loanId, on: '2026-04-08' }, everything),
    );
    expect(loan).toMatchObject({
      lendingGroupName: null,
      paid: { principal: 60_000n, interest: 15_000n },
      ledgerBalanceRupiah: 2_940_000n,
    });
  });

  it('is seen by the mentor of her kelurahan and not by one of another', async () => {
    const count = (kelurahan: string) =>
      house.app.read(testCity, async (db) => {
        const scope = { ...nowhere, all: false, kelurahan: [kelurahan] };
        const applications = await listApplications(
          db,
          { ...ask, filters: { siapa: 'perorangan' } },
          scope,
        );
        const loans = await listLoans(db, { ...ask, on: '2026-04-08' }, scope);
        return { applications: applications.total > 0, loans: loans.total };
      });
    expect(await count(jambi.group.kelurahan)).toEqual({ applications: true, loans: 1 });
    expect(await count('15.71.02.1001')).toEqual({ applications: false, loans: 0 });
  });

  it('stands in the portfolio, the passbook, the statement and the close of the day, and all books agree', async () => {
    const found = await house.app.read(testCity, async (db) => {
      const { rows } = await listLoans(db, { ...ask, on: '2026-04-08' }, everything);
      const id = rows[0]?.id ?? '';
      const loan = await findLoan(db, { id, on: '2026-04-08' }, everything);
      if (!loan) throw new Error('her loan is on the list');
      return {
        loan,
        life: await lifeOf(db, id),
        book: await getBook(db, jambi.cooperativeId),
        passbook: await readPassbookRows(db, {
          personId: jambi.cast.Rohani.id,
          today: house.now.toISOString().slice(0, 10),
        }),
        portfolio: await portfolioByBook(db, { on: '2026-04-08' }),
      };
    });
    expect(found.portfolio).toMatchObject([{ activeLoans: 1, outstandingRupiah: 2_940_000n }]);
    expect(found.passbook.loans.map((one) => one.repayments.length)).toEqual([1]);
    const statement = readPdfText(
      await printStatement({
        ...found,
        on: '2026-04-08',
        url: 'https://naik.example/p',
        origin: 'https://naik.example/asal/PJ-2026-000001',
      }),
    );
    expect(statement.join(' ')).toContain('2.940.000');
    expect(statement.join(' ')).toContain('naik.example/asal/PJ-2026-000001/2');
    house.now = new Date('2026-04-10T02:00:00Z');
    for (let day = '2026-04-01'; day < '2026-04-10'; day = addDays(day, 1))
      await house.does(systemActor, 'lending.close-day', { bookId: found.book.id, day });
    const { rows: positions } = await house.app.pools.owner.query<{ outstanding: string }>(
      `select outstanding_rupiah::text as outstanding from lending.portfolio_day where day = '2026-04-09'`,
    );
    expect(positions).toEqual([{ outstanding: '2940000' }]);
    const checks = await verifyCity(house.app, testCity);
    expect(checks.flatMap((check) => check.difference ?? [])).toEqual([]);
  });
});
