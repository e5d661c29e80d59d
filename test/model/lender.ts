import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';
import { actorWith } from '../actors.ts';
import type { WorldHouse } from '../house.ts';
import { LenderModel } from './lender-model.ts';
import { newLoan, usualTerms } from './loan-model.ts';
import type { ModelTerms } from './loan-model.ts';
import { firstDay } from './office.ts';
import type { Office } from './office.ts';
import { planOf } from './readings.ts';
import type { LenderDrawn } from './script.ts';

/** An institution with its own book and people, and the model of what it keeps. */
export interface Lender {
  readonly institutionId: string;
  readonly kind: LenderDrawn['kind'];
  readonly bookId: string;
  readonly officer: Actor;
  readonly approver: Actor;
  readonly cashier: Actor;
  readonly model: LenderModel;
  /** Its lending group of a programme group. */
  readonly lendingGroups: ReadonlyMap<string, string>;
}

interface Borrowers {
  readonly groupId: string;
  readonly members: readonly string[];
}

/** A new lender that has handed money out to members of groups, on the first day. */
export async function openLender(
  house: WorldHouse,
  office: Office,
  { kind, terms, groups }: LenderDrawn & { groups: readonly Borrowers[] },
): Promise<Lender> {
  const institutionId = newId();
  office.lenders += 1;
  const code = `uji-${institutionId.slice(-12)}`;
  await house.does(office.admin, 'partners.register-institution', {
    institutionId,
    kind,
    code,
    name: `Lembaga ${code}`,
    shortName: code,
    books: 'kept-here',
    validFrom: '2020-01-01',
  });
  await house.does(office.admin, 'ledger.open-book', {
    institutionId,
    code,
    name: `Lembaga ${code}`,
    openedOn: firstDay,
    openingCapitalRupiah: '1000000000',
  });
  const at = (role: string): RoleAssignment => ({
    role,
    jurisdiction: 'institution',
    at: institutionId,
  });
  const people = {
    officer: actorWith('Petugas Lembaga', at('petugas-lembaga')),
    approver: actorWith('Ketua Lembaga', at('penyetuju-lembaga')),
    cashier: actorWith('Kasir Lembaga', at('kasir')),
  };
  const productId = await offer(house, { ...people, institutionId, code, kind, terms });
  const lendingGroups = new Map<string, string>();
  for (const borrowers of groups)
    lendingGroups.set(
      borrowers.groupId,
      await lend(house, { ...people, ...borrowers, office, institutionId, productId }),
    );
  const bookId = await scalar(house, 'select id from ledger.book where institution_id = $1', [
    institutionId,
  ]);
  const model = await startModel(house, { institutionId, bookId, kind, terms });
  return { ...people, institutionId, kind, bookId, model, lendingGroups };
}

async function offer(
  house: WorldHouse,
  by: LenderDrawn & { officer: Actor; approver: Actor; institutionId: string; code: string },
): Promise<string> {
  const productId = newId();
  const parked = await house.does(by.officer, 'lending.offer-product', {
    productId,
    institutionId: by.institutionId,
    code: by.code,
    name: 'Dua belas minggu',
    terms: {
      annualRatePercent: '12.5',
      rateBasis: 'whole-term',
      interestMethod: 'flat',
      amortization: 'equal-installments',
      installments: 12,
      repayEvery: { count: 1, unit: 'week' },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      ...conditionsOf(by.terms),
    },
    minimumRupiah: '500000',
    maximumRupiah: '5000000',
    stepRupiah: '100000',
    compulsorySavingsPercent: by.kind === 'revolving-fund' ? '0' : '5',
    jointLiability: true,
    sourceDocument: 'Keputusan pengurus 1/2026',
    validFrom: '2026-01-01',
    validTo: null,
  });
  await approve(house, by.approver, parked);
  return productId;
}

/** Said only where it is not the usual, as products do. */
function conditionsOf({ order, ahead }: ModelTerms) {
  return {
    ...(order !== usualTerms.order && { allocation: order }),
    ...(ahead !== 'next-instalments' && { prepayment: ahead }),
  };
}

export async function approve(house: WorldHouse, by: Actor, parked: unknown): Promise<void> {
  const { proposalId } = parked as { proposalId: string };
  await house.does(by, 'access.decide-proposal', { proposalId, approve: true });
}

async function lend(
  house: WorldHouse,
  by: Pick<Lender, 'officer' | 'approver' | 'cashier' | 'institutionId'> &
    Borrowers & { office: Office; productId: string },
): Promise<string> {
  const applicationId = newId();
  await house.does(by.office.mentor, 'lending.apply', {
    applicationId,
    productId: by.productId,
    groupId: by.groupId,
    firstDueOn: addDays(firstDay, 7),
    members: by.members.map((personId, i) => ({
      personId,
      amountRupiah: String(600_000 + 200_000 * (i % 4)),
      purpose: 'Modal',
    })),
  });
  await house.does(by.officer, 'lending.recommend-application', { applicationId });
  await house.does(by.approver, 'lending.approve-application', { applicationId });
  await house.does(by.cashier, 'lending.disburse-application', { applicationId });
  return scalar(
    house,
    'select id from lending.lending_group where business_group_id = $1 and institution_id = $2',
    [by.groupId, by.institutionId],
  );
}

/** The loans as they were handed out: from here on the model counts by itself. */
async function startModel(
  house: WorldHouse,
  lender: LenderDrawn & { institutionId: string; bookId: string },
): Promise<LenderModel> {
  const model = new LenderModel(lender.kind !== 'revolving-fund');
  const { rows } = await house.app.pools.owner.query<{
    id: string;
    person_id: string;
    number: string;
    lent: string;
  }>(
    'select id, number, person_id, principal_rupiah as lent from lending.loan where institution_id = $1',
    [lender.institutionId],
  );
  for (const row of rows) {
    const firstPlan = await planOf(house, { loanId: row.id, version: 1 });
    model.loans.set(
      row.id,
      newLoan({
        loanId: row.id,
        number: row.number,
        personId: row.person_id,
        lent: Number(row.lent),
        disbursedOn: firstDay,
        firstPlan,
        terms: lender.terms,
      }),
    );
  }
  model.till = Number(
    await scalar(
      house,
      `select balance::text from ledger.account where book_id = $1 and control = 'Aset:Kas:Brankas'`,
      [lender.bookId],
    ),
  );
  return model;
}

async function scalar(house: WorldHouse, sql: string, values: readonly string[]): Promise<string> {
  const { rows } = await house.app.pools.owner.query<Record<string, string>>(sql, [...values]);
  return Object.values(rows[0] ?? {})[0] ?? '';
}
