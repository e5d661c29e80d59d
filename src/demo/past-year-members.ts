import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import { textOf } from './answers.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';

export interface PastMembers {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly ids: DemoIds;
  /** Who borrows in the last month of the past year; null where its group was not recognised by then. */
  readonly group: DemoGroup | null;
  /** The first of that December. */
  readonly openedOn: BusinessDate;
}

const borrowers = 12;
const lentRupiah = 1_000_000;
const dueRupiah = '1020000';

/** The members who share in the past year's SHU. */
export function sharersOf({ group }: Pick<PastMembers, 'group'>): readonly string[] {
  return group?.members.slice(0, borrowers).map((member) => member.id) ?? [];
}

/**
 * A group borrows for the year's end: four weeks, one instalment, five percent set aside as savings. So by the last of
 * December twelve members have savings and have paid interest, and the year's SHU has somebody to go to.
 */
export async function lendForYearsEnd(given: PastMembers): Promise<void> {
  const { group, ids, openedOn } = given;
  if (!group) return;
  const [productId, applicationId] = [ids.next(), ids.next()];
  const [lentOn, dueOn] = [addDays(openedOn, 2), addDays(openedOn, 30)];
  await offer(given, productId);
  await act(given, openedOn, {
    kind: 'lending.apply',
    login: group.mentor,
    body: {
      applicationId,
      productId,
      groupId: group.id,
      firstDueOn: dueOn,
      members: sharersOf(given).map((personId) => ({
        personId,
        amountRupiah: String(lentRupiah),
        consents: true,
        purpose: 'Stok akhir tahun',
      })),
    },
  });
  const steps = [
    ['lending.recommend-application', 'koperasi', openedOn],
    ['lending.approve-application', 'koperasi.ketua', openedOn],
    ['lending.disburse-application', 'kasir', lentOn],
  ] as const;
  let lent: Json = null;
  for (const [kind, login, on] of steps)
    lent = await act(given, on, { kind, login, body: { applicationId } });
  const { loanIds } = lent as { loanIds: readonly string[] };
  await Promise.all(
    loanIds.map((loanId) =>
      act(given, dueOn, {
        kind: 'lending.record-repayment',
        login: 'kasir',
        body: { repaymentId: ids.next(), loanId, amountRupiah: dueRupiah, on: dueOn },
      }),
    ),
  );
}

/** Some fetch their share at the counter, others have it put onto their savings; the rest have not come yet. */
export async function fetchShares(
  given: PastMembers,
  { on, year }: { on: BusinessDate; year: number },
): Promise<void> {
  const fetched = sharersOf(given).slice(0, 7);
  await Promise.all(
    fetched.map((personId, at) =>
      act(given, on, {
        kind: 'savings.pay-shu',
        login: 'kasir',
        body: {
          institutionId: given.city.institutions.koperasi,
          journalId: given.ids.next(),
          year,
          personId,
          paidTo: at % 3 === 0 ? 'savings' : 'cash',
        },
      }),
    ),
  );
}

async function offer(given: PastMembers, productId: string): Promise<void> {
  const { city, openedOn } = given;
  const year = openedOn.slice(0, 4);
  const parked = await act(given, openedOn, {
    kind: 'lending.offer-product',
    login: 'koperasi',
    body: {
      productId,
      institutionId: city.institutions.koperasi,
      code: 'akhir-tahun',
      name: 'Pembiayaan Akhir Tahun',
      terms: {
        annualRatePercent: '2',
        rateBasis: 'whole-term',
        interestMethod: 'flat',
        amortization: 'equal-installments',
        installments: 1,
        repayEvery: { count: 4, unit: 'week' },
        interestPeriod: 'same-as-repayment',
        dayCount: { year: '365', month: 'actual' },
        annuity: 'nominal',
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      },
      minimumRupiah: '500000',
      maximumRupiah: '2000000',
      stepRupiah: '500000',
      compulsorySavingsPercent: '5',
      jointLiability: true,
      sourceDocument: `Keputusan Pengurus Koperasi Nomor 21 Tahun ${year}`,
      validFrom: openedOn,
      validTo: `${year}-12-31`,
    },
  });
  await act(given, openedOn, {
    kind: 'access.decide-proposal',
    login: 'koperasi.ketua',
    body: { proposalId: textOf(parked, 'proposalId'), approve: true },
  });
}

function act(
  { house, city }: PastMembers,
  on: BusinessDate,
  { kind, login, body }: { kind: string; login: string; body: Json },
): Promise<Json> {
  return send(house, { kind, actor: city.actor(login), at: instant(on, '11:30'), body });
}
