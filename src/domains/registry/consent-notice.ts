import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { ConsentPurpose } from './consent.ts';

/**
 * What people are shown and read before they answer (UU 27/2022 art. 21): why, which data, how long, what she may do.
 * A wording is never edited: a new one is the next version, and an answer keeps the version it was given to.
 */
export interface ConsentNotice {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly validFrom: BusinessDate;
  /** The statement; `lender` names who gets the data, null for every lender of the programme. */
  readonly text: (lender: string | null) => Words;
  /** The same in the words one reads aloud at a meeting. */
  readonly spoken: (lender: string | null) => Words;
}

const everyLender: Words = {
  id: 'semua lembaga keuangan yang bekerja sama dengan program ini',
  en: 'every lender that works with this programme',
};

const notices: readonly ConsentNotice[] = [
  {
    purpose: 'programme',
    version: 1,
    validFrom: '2025-01-01',
    text: () => ({
      id: 'Pemerintah kota menyimpan nama, NIK, tempat tinggal, telepon, dan data usaha saya untuk pendampingan usaha mikro selama saya menjadi anggota dan lima tahun sesudahnya. Saya boleh meminta salinan, perbaikan, penghentian, dan penghapusan data saya.',
      en: 'The city government keeps my name, NIK, address, telephone and business data to support my micro-enterprise, while I am a member and five years after. I may ask for a copy, a correction, a stop and erasure.',
    }),
    spoken: () => ({
      id: 'Ibu, nama dan data usaha Ibu kami catat supaya bisa didampingi. Tidak dijual, tidak ditempel di mana-mana. Kalau suatu hari Ibu tidak mau lagi, tinggal bilang. Boleh kami catat?',
      en: 'We write down your name and your business so that we can support you. It is not sold and not put up anywhere. If one day you no longer want it, just say so. May we?',
    }),
  },
  {
    purpose: 'share-with-lender',
    version: 1,
    validFrom: '2025-01-01',
    text: (lender) => ({
      id: `Saya setuju nama, NIK, tanggal lahir, alamat, telepon, dan data usaha saya diberikan kepada ${lender ?? everyLender.id} untuk dinilai bagi pinjaman. Lembaga memberi tahu pemerintah kota putusan, angsuran, dan kelancaran pinjaman saya. Persetujuan ini boleh saya tarik kapan saja; yang sudah dikirim tidak bisa dipanggil kembali, tetapi tidak dikirim lagi.`,
      en: `I agree that my name, NIK, birth date, address, telephone and business data are given to ${lender ?? everyLender.en} to assess me for a loan. The lender tells the city its decision, my instalments and how I pay. I may withdraw this at any time; what was sent cannot be called back, but nothing more is sent.`,
    }),
    spoken: (lender) => ({
      id: `Ibu, kalau mau dicalonkan meminjam, nama, NIK, dan data usaha Ibu kami kirim ke ${lender ?? everyLender.id}. Mereka yang memutuskan, dan memberi tahu kami lancar atau tidaknya. Tidak mau pun tidak apa-apa, Ibu tetap anggota. Berubah pikiran tinggal bilang. Setuju?`,
      en: `If you want to be named for a loan, we send your name, NIK and business data to ${lender ?? everyLender.en}. They decide, and tell us whether it is paid on time. Saying no is fine, you stay a member. If you change your mind, just say so. Do you agree?`,
    }),
  },
  {
    purpose: 'photo',
    version: 1,
    validFrom: '2025-01-01',
    text: () => ({
      id: 'Saya setuju foto saya dan usaha saya disimpan sebagai bukti kunjungan dan pertemuan, dilihat oleh pendamping dan dinas saja.',
      en: 'I agree that photographs of me and my business are kept as evidence of visits and meetings, seen by mentors and the department only.',
    }),
    spoken: () => ({
      id: 'Boleh difoto, Bu? Fotonya untuk catatan kunjungan, yang lihat hanya pendamping dan dinas.',
      en: 'May I take a photograph? It is for the record of the visit; only mentors and the department see it.',
    }),
  },
  {
    purpose: 'catalogue',
    version: 1,
    validFrom: '2025-01-01',
    text: () => ({
      id: 'Saya setuju nama usaha, produk, foto produk, harga, dan nomor telepon usaha saya ditampilkan di katalog yang bisa dilihat siapa saja.',
      en: 'I agree that my business’s name, products, product photographs, prices and telephone are shown in a catalogue anybody can see.',
    }),
    spoken: () => ({
      id: 'Bu, produknya mau kami pasang di katalog? Semua orang bisa lihat nama usaha, harga, dan nomor telepon usaha. Bisa diturunkan kapan saja.',
      en: 'Shall we put your products in the catalogue? Anybody can see the business’s name, prices and telephone. It can be taken down at any time.',
    }),
  },
];

/** A city's own wording of a purpose, as it published it: `{lembaga}` stands where the lender is named. */
export interface CityNotice extends Pick<ConsentNotice, 'purpose' | 'version' | 'validFrom'> {
  readonly text: Words;
  readonly spoken: Words;
}

/** Where a city's wording names the lender. */
export const lenderMark = '{lembaga}';

/** Every wording a city reads or has read: what the programme comes with, and what the city published since. */
export function withCityNotices(own: readonly CityNotice[]): ConsentNotice[] {
  const naming = (words: Words) => (lender: string | null) => ({
    id: words.id.replaceAll(lenderMark, lender ?? everyLender.id),
    en: words.en.replaceAll(lenderMark, lender ?? everyLender.en),
  });
  return [
    ...notices,
    ...own.map((one) => ({ ...one, text: naming(one.text), spoken: naming(one.spoken) })),
  ];
}

/** The wording of a purpose that people are read on a day: the newest valid then. */
export function noticeOn(
  purpose: ConsentPurpose,
  on: BusinessDate,
  all: readonly ConsentNotice[] = notices,
): ConsentNotice {
  const valid = all.filter((one) => one.purpose === purpose && one.validFrom <= on);
  const newest = valid.toSorted((a, b) => b.version - a.version)[0];
  if (!newest) throw new RangeError(`no consent notice for ${purpose} on ${on}`);
  return newest;
}

/** The wording an answer was given to; null when no such version was ever read to anybody. */
export function noticeOf(
  purpose: ConsentPurpose,
  version: number,
  all: readonly ConsentNotice[] = notices,
): ConsentNotice | null {
  return all.find((one) => one.purpose === purpose && one.version === version) ?? null;
}
