import { pairGrounds, type PairGround } from '#domains/registry/business/businesses-alike.ts';
import { explainPair, type Ground } from '#domains/registry/linkage/explain.ts';
import type { Words } from '#kernel/words.ts';

export const reviewWords = {
  title: { id: 'Tinjauan lapangan', en: 'Field review' },
  provisional: { id: 'Orang sementara', en: 'Provisional people' },
  pairs: { id: 'Mirip satu orang', en: 'May be one person' },
  proposals: { id: 'Usulan perubahan', en: 'Proposed changes' },
  businesses: { id: 'Mirip satu usaha', en: 'May be one business' },
  name: { id: 'Nama', en: 'Name' },
  met: { id: 'dicatat', en: 'met' },
  by: { id: 'oleh', en: 'by' },
  noNik: { id: 'tanpa NIK', en: 'no NIK' },
  hasNik: { id: 'ada NIK', en: 'has a NIK' },
  pairsWait: { id: 'ada yang mirip', en: 'somebody looks like her' },
  confirm: { id: 'Pastikan', en: 'Confirm' },
  confirmed: { id: 'Sudah dipastikan.', en: 'Confirmed.' },
  own: { id: 'Anda yang mencatat', en: 'you wrote this' },
  pairFirst: { id: 'putuskan dulu yang mirip', en: 'decide the look-alike first' },
  compare: { id: 'Bandingkan', en: 'Compare' },
  later: { id: 'ditunda', en: 'put aside' },
  standing: { id: 'Yang berlaku', en: 'Standing' },
  proposed: { id: 'Yang diusulkan', en: 'Proposed' },
  accept: { id: 'Terima', en: 'Accept' },
  keep: { id: 'Pertahankan', en: 'Keep' },
  accepted: {
    id: 'Usulan diterima dan menjadi data yang berlaku.',
    en: 'Accepted: it stands now.',
  },
  kept: { id: 'Data yang berlaku dipertahankan.', en: 'The standing value was kept.' },
  endsIn: { id: 'berakhir', en: 'ends in' },
  emptyProvisional: { id: 'Tidak ada orang sementara', en: 'Nobody is provisional' },
  emptyPairs: { id: 'Tidak ada yang mirip', en: 'Nobody looks alike' },
  emptyBusinesses: { id: 'Tidak ada usaha yang mirip', en: 'No businesses look alike' },
  emptyProposals: { id: 'Tidak ada usulan', en: 'No proposed changes' },
  emptyText: {
    id: 'Yang dicatat pendamping di lapangan akan muncul di sini.',
    en: 'What mentors write down in the field will appear here.',
  },

  seek: { id: 'Cari yang tercatat dua kali', en: 'Look for people recorded twice' },
  sought: {
    id: 'Seluruh daftar sedang dibandingkan; hasilnya muncul di sini.',
    en: 'The whole register is being compared; what is found will appear here.',
  },
  pairTitle: { id: 'Satu orang atau dua?', en: 'One person or two?' },
  newer: { id: 'Catatan baru', en: 'New record' },
  known: { id: 'Sudah terdaftar', en: 'On the register' },
  how: { id: 'Dasar putusan', en: 'On what grounds' },
  note: { id: 'Catatan', en: 'Note' },
  same: { id: 'Sama orangnya', en: 'Same person' },
  different: { id: 'Orang lain', en: 'Different people' },
  putAside: { id: 'Nanti', en: 'Later' },
  businessTitle: { id: 'Satu usaha atau dua?', en: 'One business or two?' },
  earlier: { id: 'Tercatat lebih dulu', en: 'Recorded earlier' },
  sameBusiness: { id: 'Sama usahanya', en: 'Same business' },
  differentBusiness: { id: 'Usaha lain', en: 'Different businesses' },
  sameBusinessExplained: {
    id: 'Bila sama, catatan baru menuju yang lebih dulu. Izin, angka, foto dan pemilik keduanya dibaca bersama; tidak ada yang dipindah, jadi bisa ditarik kembali.',
    en: 'If the same, the new record leads to the earlier one. Licences, figures, photographs and owners of both are read together; nothing is moved, so it can be taken back.',
  },
  ownersDiffer: {
    id: 'Pemiliknya tercatat sebagai dua orang. Bila sebenarnya satu orang, putuskan dulu orangnya di bagian Mirip satu orang.',
    en: 'The owners are recorded as two people. If they are one, decide that first under May be one person.',
  },
  owner: { id: 'Pemilik', en: 'Owner' },
  product: { id: 'Produk', en: 'Product' },
  sector: { id: 'Bidang', en: 'Sector' },
  phone: { id: 'Telepon pemilik', en: 'Owner’s telephone' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  address: { id: 'Alamat', en: 'Address' },
  since: { id: 'Mulai tahun', en: 'Since' },
  licences: { id: 'Izin', en: 'Licences' },
  keys: {
    id: 'Tombol 1, 2 dan 3 pada papan ketik; Z menarik kembali putusan tadi.',
    en: 'Keys 1, 2 and 3 on the keyboard; Z takes back the decision before.',
  },
  takeBack: { id: 'Tarik kembali putusan tadi', en: 'Take back the decision before' },
  areOne: { id: 'Sudah diputuskan: satu usaha.', en: 'Decided: one business.' },
  areTwo: { id: 'Sudah diputuskan: dua usaha.', en: 'Decided: two businesses.' },
  takeBackThis: { id: 'Tarik kembali putusan ini', en: 'Take back this decision' },
  tookBack: {
    id: 'Putusan ditarik kembali; pasangan ini menunggu lagi.',
    en: 'Taken back; this pair waits again.',
  },
  familyTitle: { id: 'Suami-istri atau sekeluarga?', en: 'Husband and wife, or one family?' },
  familyText: {
    id: 'Jenis kelaminnya berbeda. Satu telepon dan satu alamat itu biasa dalam keluarga dan bukan bukti satu orang.',
    en: 'They differ in sex. One telephone and one address are usual in a family and no proof of one person.',
  },
  despiteFamily: {
    id: 'Tetap satu orang: jenis kelaminnya salah tulis',
    en: 'One person all the same: the sex was written wrongly',
  },
  despiteHint: {
    id: 'Petugas kedua akan diminta menyetujui; tulis buktinya di catatan.',
    en: 'A second officer will be asked to agree; write the proof in the note.',
  },
  decided: { id: 'Putusan dicatat.', en: 'The decision is on record.' },
  business: { id: 'Usaha', en: 'Business' },
  group: { id: 'Kelompok', en: 'Group' },
  source: { id: 'Asal data', en: 'Where it came from' },
  sameExplained: {
    id: 'Bila sama, catatan baru menyatu dengan yang terdaftar; yang berbeda menjadi usulan perubahan.',
    en: 'If the same, the new record joins the registered one; what differs becomes a proposed change.',
  },
} satisfies Record<string, Words>;

/** Grounds a decision may stand on, as a select offers them. */
export const grounds = {
  screen: { id: 'Dibandingkan dari data di layar', en: 'Compared what is on the screen' },
  card: { id: 'Dicocokkan dengan KTP atau KK', en: 'Compared with the identity or family card' },
  asked: { id: 'Ditanyakan kepada orangnya', en: 'Asked the person' },
  mentor: { id: 'Dipastikan pendampingnya', en: 'Confirmed by the mentor' },
} as const satisfies Record<string, Words>;

/** Why two records lie side by side: what linkage found field by field, else the rule that matched them. */
export function whyPair(pair: { why: string; grounds: readonly Ground[] | null }): Words {
  return pair.grounds === null
    ? (pairWhys[pair.why] ?? { id: pair.why, en: pair.why })
    : explainPair(pair.grounds);
}

/** Why the matching laid two records side by side. */
const pairWhys: Record<string, Words> = {
  'same-row': { id: 'semua datanya sama', en: 'everything is the same' },
  'name-phone': { id: 'nama dan telepon sama', en: 'same name and telephone' },
  'name-birth': { id: 'nama dan tanggal lahir sama', en: 'same name and birth date' },
  'name-business-place': {
    id: 'nama, usaha dan tempatnya sama',
    en: 'same name, business and place',
  },
  'name-place': { id: 'nama sama di kelurahan yang sama', en: 'same name in the same kelurahan' },
  'phone-near-name': { id: 'telepon sama, nama mirip', en: 'same telephone, similar name' },
  'birth-near-name': { id: 'tanggal lahir sama, nama mirip', en: 'same birth date, similar name' },
  'nik-other-name': { id: 'NIK sama, nama lain', en: 'same NIK, another name' },
  contradicts: {
    id: 'nama cocok, tetapi NIK atau tanggal lahirnya bertentangan',
    en: 'the name fits, but NIK or birth date contradict',
  },
};

/** Why two businesses lie side by side, in plain words. */
export function whyBusinesses(grounds: readonly PairGround[]): Words {
  const told = grounds.map((ground) => pairGrounds[ground]);
  return {
    id: told.map(({ id }) => id).join('; '),
    en: told.map(({ en }) => en).join('; '),
  };
}

/** What waits in each part of the review. */
export interface ReviewParts {
  readonly provisional: number;
  readonly pairs: number;
  readonly proposals: number;
  readonly businesses: number;
}

/** The sentence the page opens with. */
export function reviewConclusion(counts: ReviewParts): Words {
  const all = counts.provisional + counts.pairs + counts.proposals + counts.businesses;
  if (all === 0) return { id: 'Semua sudah ditinjau.', en: 'Everything has been looked at.' };
  return {
    id: `${counts.provisional} orang sementara, ${counts.pairs} pasangan mirip, ${counts.businesses} usaha mirip, ${counts.proposals} usulan perubahan.`,
    en: `${counts.provisional} provisional people, ${counts.pairs} look-alikes, ${counts.businesses} businesses alike, ${counts.proposals} proposed ${counts.proposals === 1 ? 'change' : 'changes'}.`,
  };
}
