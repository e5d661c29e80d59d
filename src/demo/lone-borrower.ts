import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import { textOf } from './answers.ts';
import type { OfficeWork } from './books.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';
import type { DemoPerson } from './population.ts';

interface Lending {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly ids: DemoIds;
  readonly today: BusinessDate;
}

/** Three million over forty weeks: principal, interest and the booklet's share of one. */
const instalmentRupiah = '83750';

/**
 * A product with fees and a penalty, for one person alone, and somebody who borrowed by it: she paid the first week and
 * is late with the second, so the close of a day charges her.
 */
export function lendToOnePerson(lending: Lending, borrower: DemoPerson): OfficeWork[] {
  const { ids, today } = lending;
  const firstDueOn = addDays(today, -12);
  const lentOn = addDays(today, -19);
  const [productId, applicationId] = [ids.next(), ids.next()];
  let loanId = '';
  const officer = (on: BusinessDate, kind: string, body: Json) =>
    command(lending, { on, kind, body, login: 'koperasi' });
  return [
    {
      on: addDays(lentOn, -7),
      work: () => offer(lending, { productId, on: addDays(lentOn, -7) }),
    },
    {
      on: addDays(lentOn, -6),
      work: () =>
        command(lending, {
          on: addDays(lentOn, -6),
          kind: 'lending.apply-for-person',
          login: 'koordinator',
          body: {
            applicationId,
            productId,
            personId: borrower.id,
            firstDueOn,
            amountRupiah: '3000000',
            purpose: 'Etalase dan bahan baku',
            consents: true,
          },
        }),
    },
    {
      on: addDays(lentOn, -2),
      work: async () => {
        const on = addDays(lentOn, -2);
        await officer(on, 'lending.recommend-application', { applicationId });
        const chair = { kind: 'lending.approve-application', login: 'koperasi.ketua' };
        await command(lending, { on, ...chair, body: { applicationId } });
      },
    },
    {
      on: lentOn,
      work: async () => {
        const paid = { kind: 'lending.disburse-application', login: 'kasir' };
        const answer = await command(lending, { on: lentOn, ...paid, body: { applicationId } });
        loanId = (answer as { loanIds: readonly string[] }).loanIds[0] ?? '';
      },
    },
    {
      on: firstDueOn,
      work: () =>
        command(lending, {
          on: firstDueOn,
          kind: 'lending.record-repayment',
          login: 'kasir',
          body: { repaymentId: ids.next(), loanId, amountRupiah: instalmentRupiah, on: firstDueOn },
        }),
    },
  ];
}

async function offer(
  lending: Lending,
  { productId, on }: { productId: string; on: BusinessDate },
): Promise<void> {
  const parked = await command(lending, {
    on,
    kind: 'lending.offer-product',
    login: 'koperasi',
    body: {
      productId,
      institutionId: lending.city.institutions.koperasi,
      code: 'bina-mandiri',
      name: 'Pembiayaan Bina Mandiri',
      terms: {
        annualRatePercent: '10',
        rateBasis: 'whole-term',
        interestMethod: 'flat',
        amortization: 'equal-installments',
        installments: 40,
        repayEvery: { count: 1, unit: 'week' },
        interestPeriod: 'same-as-repayment',
        dayCount: { year: '365', month: 'actual' },
        annuity: 'nominal',
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
        fees: [
          { name: 'Administrasi', kind: 'fee', taken: 'upfront', basis: 'percent', percent: '1' },
          {
            name: 'Asuransi jiwa',
            kind: 'insurance',
            taken: 'upfront',
            basis: 'fixed',
            rupiah: '30000',
          },
          { name: 'Buku angsuran', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '50000' },
        ],
        latePenalty: { kind: 'per-instalment', rupiah: '15000', graceDays: 2, mostPercent: '5' },
        prepayment: 'lower-instalment',
      },
      minimumRupiah: '1000000',
      maximumRupiah: '10000000',
      stepRupiah: '500000',
      compulsorySavingsPercent: '0',
      jointLiability: false,
      borrowers: 'person',
      sourceDocument:
        'Keputusan Pengurus Koperasi Nomor 11 Tahun 2026 tentang Pembiayaan Perorangan',
      validFrom: on,
      validTo: null,
    },
  });
  await command(lending, {
    on,
    kind: 'access.decide-proposal',
    login: 'koperasi.ketua',
    body: { proposalId: textOf(parked, 'proposalId'), approve: true },
  });
}

function command(
  { house, city }: Lending,
  given: { on: BusinessDate; kind: string; login: string; body: Json },
): Promise<Json> {
  const { on, kind, login, body } = given;
  return send(house, { kind, actor: city.actor(login), at: instant(on, '10:30'), body });
}
