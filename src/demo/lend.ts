import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { textOf } from './answers.ts';
import type { DemoLoan } from './borrowing.ts';
import { installments } from './borrowing.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';
import { publishDemoOffers } from './price-offers.ts';

/** Opens the cooperative's books, puts its product on offer, and writes down what others ask: one proposes, another approves. */
export async function offerDemoProduct(
  house: DemoHouse,
  city: FoundedCity,
  about: { on: BusinessDate; openedOn: BusinessDate; ids: DemoIds },
): Promise<string> {
  const institutionId = city.institutions.koperasi;
  await send(house, {
    kind: 'ledger.open-book',
    actor: city.actor('admin'),
    at: instant(about.openedOn, '09:00'),
    body: {
      institutionId,
      code: 'kop-bina-sejahtera',
      name: 'Koperasi Bina Sejahtera Jambi',
      openedOn: about.openedOn,
      openingCapitalRupiah: '2500000000',
    },
  });
  const productId = about.ids.next();
  const proposed = await send(house, {
    kind: 'lending.offer-product',
    actor: city.actor('koperasi'),
    at: instant(about.on, '10:00'),
    body: {
      productId,
      institutionId,
      code: 'bina-mingguan',
      name: 'Pembiayaan Kelompok Bina Mingguan',
      terms: {
        annualRatePercent: '25',
        rateBasis: 'whole-term',
        interestMethod: 'flat',
        amortization: 'equal-installments',
        installments,
        repayEvery: { count: 1, unit: 'week' },
        interestPeriod: 'same-as-repayment',
        dayCount: { year: '365', month: 'actual' },
        annuity: 'nominal',
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      },
      minimumRupiah: '2000000',
      maximumRupiah: '5000000',
      stepRupiah: '500000',
      compulsorySavingsPercent: '5',
      jointLiability: true,
      sourceDocument: 'Keputusan Pengurus Koperasi Nomor 7 Tahun 2026 tentang Pembiayaan Kelompok',
      validFrom: about.on,
      validTo: null,
    },
  });
  await send(house, {
    kind: 'access.decide-proposal',
    actor: city.actor('koperasi.ketua'),
    at: instant(about.on, '14:00'),
    body: {
      proposalId: textOf(proposed, 'proposalId'),
      approve: true,
      why: 'Sesuai keputusan rapat pengurus',
    },
  });
  await publishDemoOffers(house, city, about);
  return productId;
}

/** A group asks, one person recommends, another approves, and the money is handed out on the day of its meeting. */
export async function lendToGroup(
  house: DemoHouse,
  city: FoundedCity,
  about: {
    group: DemoGroup;
    loans: readonly DemoLoan[];
    productId: string;
    on: BusinessDate;
    ids: DemoIds;
  },
): Promise<void> {
  const { group, loans, on } = about;
  const applicationId = about.ids.next();
  await send(house, {
    kind: 'lending.apply',
    actor: city.actor(group.mentor),
    at: instant(addDays(on, -10), '11:00'),
    body: {
      applicationId,
      productId: about.productId,
      groupId: group.id,
      firstDueOn: loans[0]?.dueOn[0] ?? addDays(on, 7),
      members: loans.map((loan) => ({
        personId: loan.person.id,
        amountRupiah: loan.amountRupiah.toString(),
        consents: true,
        purpose: `Modal ${loan.person.businesses[0]?.product?.toLowerCase() ?? 'usaha'}`,
      })),
    },
  });
  const steps = [
    ['lending.recommend-application', 'koperasi', -6],
    ['lending.approve-application', 'koperasi.ketua', -3],
    ['lending.disburse-application', 'kasir', 0],
  ] as const;
  for (const [kind, login, days] of steps) {
    await send(house, {
      kind,
      actor: city.actor(login),
      at: instant(addDays(on, days), '13:00'),
      body: { applicationId },
    });
  }
}
