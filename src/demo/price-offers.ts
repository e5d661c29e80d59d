import type { OfferDetails } from '#domains/lending/offer-input.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { textOf } from './answers.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';

interface DemoOffer extends OfferDetails {
  readonly name: string;
  readonly sourceDocument: string;
}

const monthly = {
  amortization: 'equal-installments',
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  installments: 12,
} as const;

/** What lenders were reported to ask, as public sources print it; what they leave open is said. */
const offers: readonly DemoOffer[] = [
  {
    name: 'KUR Super Mikro',
    lender: 'Bank penyalur KUR',
    sort: 'programme',
    unsettled:
      'Aturan 2023. Untuk 2026 diumumkan bunga tetap 6 % bagi semua KUR; naskah aturannya belum kami lihat.',
    sourceDocument: 'Aturan KUR 2023, cnbcindonesia.com 4 September 2023',
    price: {
      kind: 'terms',
      terms: { ...monthly, annualRatePercent: '3', interestMethod: 'declining' },
      minimumRupiah: '500000',
      maximumRupiah: '10000000',
      mostInstallments: 36,
      upfrontFeePercent: '0',
      savingsPercent: '0',
    },
  },
  {
    name: 'Mekaar, 50 minggu',
    lender: 'PNM',
    sort: 'pnm',
    unsettled:
      'Angka dari berita, bukan dari PNM. Pinjaman pertama Rp 2–5 juta; ada sumber yang menyebut sampai Rp 25 juta. Uang pertanggungjawaban 5 % dianggap kembali di akhir.',
    sourceDocument: 'PNM Mekaar Syariah, dikutip Kontan',
    price: {
      kind: 'terms',
      terms: {
        ...monthly,
        annualRatePercent: '25',
        rateBasis: 'whole-term',
        interestMethod: 'flat',
        installments: 50,
        repayEvery: { count: 1, unit: 'week' },
      },
      minimumRupiah: '2000000',
      maximumRupiah: '15000000',
      mostInstallments: null,
      upfrontFeePercent: '0',
      savingsPercent: '5',
    },
  },
  {
    name: 'Bank Harkat, bila 3 % setahun',
    lender: 'Bank daerah, lewat kelompok',
    sort: 'programme',
    unsettled:
      'Sumber hanya menyebut “3 persen”, tanpa per apa, dan ada yang menyebutnya bagi hasil. Di sini dibaca 3 % setahun dari sisa utang. Plafon Rp 20 juta untuk satu kelompok.',
    sourceDocument: 'jambiindependent.bacakoran.co 26072; wartapendidikan 14 Mei 2025',
    price: {
      kind: 'terms',
      terms: { ...monthly, annualRatePercent: '3', interestMethod: 'declining' },
      minimumRupiah: '500000',
      maximumRupiah: '20000000',
      mostInstallments: 24,
      upfrontFeePercent: '0',
      savingsPercent: '0',
    },
  },
  {
    name: 'Bank Harkat, bila 3 % sekali dari pokok',
    lender: 'Bank daerah, lewat kelompok',
    sort: 'programme',
    unsettled:
      'Bacaan kedua dari “3 persen” yang sama: sekali untuk seluruh masa, seperti bagi hasil. Tanyakan kepada bank sebelum menandatangani.',
    sourceDocument: 'jambiindependent.bacakoran.co 26072; wartapendidikan 14 Mei 2025',
    price: {
      kind: 'terms',
      terms: {
        ...monthly,
        annualRatePercent: '3',
        rateBasis: 'whole-term',
        interestMethod: 'flat',
      },
      minimumRupiah: '500000',
      maximumRupiah: '20000000',
      mostInstallments: 24,
      upfrontFeePercent: '0',
      savingsPercent: '0',
    },
  },
  {
    name: 'BPR Tugu Artha',
    lender: 'BPR milik Pemerintah Kota Malang',
    sort: 'bpr',
    unsettled:
      'Angka tahun 2019. Sumber tidak menyebut cara hitungnya; di sini dibaca 9 % setahun dari sisa utang.',
    sourceDocument: 'nganjuktimes 22 Mei 2019',
    price: {
      kind: 'terms',
      terms: { ...monthly, annualRatePercent: '9', interestMethod: 'declining' },
      minimumRupiah: '1000000',
      maximumRupiah: '50000000',
      mostInstallments: 36,
      upfrontFeePercent: '0',
      savingsPercent: '0',
    },
  },
  {
    name: 'Rentenir',
    lender: '24 hari, contoh Wali Kota Malang',
    sort: 'moneylender',
    unsettled:
      'Sumber tidak menyebut berapa kali membayar. Di sini dihitung sekali bayar pada hari ke-24, bacaan yang paling murah.',
    sourceDocument: 'nganjuktimes 22 Mei 2019',
    price: {
      kind: 'told',
      askedRupiah: '1000000',
      receivedRupiah: '900000',
      instalmentRupiah: '1420000',
      installments: 1,
      repayEvery: { count: 24, unit: 'day' },
    },
  },
];

/** The department writes the prices down, its head approves each. */
export async function publishDemoOffers(
  house: DemoHouse,
  city: FoundedCity,
  about: { on: BusinessDate; ids: DemoIds },
): Promise<void> {
  for (const offer of offers) {
    const proposed = await send(house, {
      kind: 'lending.publish-offer',
      actor: city.actor('petugas'),
      at: instant(about.on, '10:30'),
      body: {
        ...offer,
        offerId: about.ids.next(),
        institutionId: city.institutions.dinas,
        validFrom: about.on,
        validTo: null,
      },
    });
    await send(house, {
      kind: 'access.decide-proposal',
      actor: city.actor('kepala.dinas'),
      at: instant(about.on, '15:00'),
      body: {
        proposalId: textOf(proposed, 'proposalId'),
        approve: true,
        why: 'Sesuai sumber yang dilampirkan',
      },
    });
  }
}
