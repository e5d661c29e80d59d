import { serviceKinds } from '#domains/programmes/service-words.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const peopleWords = {
  title: { id: 'Orang & usaha', en: 'People & businesses' },
  search: { id: 'Cari nama, usaha, telepon…', en: 'Search name, business, telephone…' },
  name: { id: 'Nama', en: 'Name' },
  business: { id: 'Usaha', en: 'Business' },
  sector: { id: 'Bidang', en: 'Sector' },
  place: { id: 'Kelurahan', en: 'Kelurahan' },
  group: { id: 'Kelompok', en: 'Group' },
  phone: { id: 'Telepon', en: 'Telephone' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allSectors: { id: 'Semua bidang', en: 'All sectors' },
  everyone: { id: 'Anggota atau bukan', en: 'Member or not' },
  member: { id: 'Anggota kelompok', en: 'In a group' },
  notMember: { id: 'Belum berkelompok', en: 'In no group yet' },
  standing: { id: 'Keadaan data', en: 'Standing' },
  anyStanding: { id: 'Sementara atau pasti', en: 'Provisional or confirmed' },
  provisional: { id: 'Sementara', en: 'Provisional' },
  confirmed: { id: 'Sudah pasti', en: 'Confirmed' },
  provisionalText: {
    id: 'Dicatat di tempat dan belum dipastikan petugas lain.',
    en: 'Registered on the spot and not yet confirmed by another officer.',
  },
  review: { id: 'Tinjau', en: 'Review' },
  reviewList: { id: 'Tinjauan lapangan', en: 'Field review' },
  merges: { id: 'Catatan yang disatukan', en: 'Records joined here' },
  mergesNote: {
    id: 'Pinjaman, simpanan dan keanggotaannya tetap pada nomornya sendiri dan ditampilkan bersama.',
    en: 'Their loans, savings and memberships keep their own numbers and are shown together.',
  },
  unmerge: { id: 'Pisahkan lagi', en: 'Take apart again' },
  unmergeWhy: { id: 'Mengapa dipisahkan', en: 'Why they are taken apart' },
  unmerged: {
    id: 'Sudah dipisahkan; keduanya seperti semula.',
    en: 'Taken apart; both are as they were.',
  },
  encounters: { id: 'Dicatat di tempat', en: 'Met on the spot' },
  proposals: { id: 'Usulan perubahan data', en: 'Proposed changes' },
  openProposal: { id: 'menunggu putusan', en: 'waiting' },
  acceptedProposal: { id: 'diterima', en: 'accepted' },
  keptProposal: { id: 'data lama dipertahankan', en: 'standing value kept' },
  household: { id: 'Rumah tangga', en: 'Household' },
  asOf: { id: 'per', en: 'as of' },
  members: { id: 'orang terdaftar', en: 'on the register' },
  membership: { id: 'Keanggotaan', en: 'Membership' },
  import: { id: 'Impor dari lembar kerja', en: 'Import a spreadsheet' },
  empty: { id: 'Belum ada orang yang tercatat', en: 'Nobody is registered yet' },
  emptyText: {
    id: 'Mulailah dengan mengunggah lembar kerja yang sudah ada di dinas.',
    en: 'Begin by uploading a spreadsheet the department already has.',
  },
  importNotYours: { id: 'petugas dinas yang mengimpor', en: 'department officers import' },

  life: { id: 'Garis hidup', en: 'Line of life' },
  lifeNote: { id: 'terbaru di atas', en: 'newest first' },
  lifeAll: { id: 'Semua', en: 'All' },
  newest: { id: 'Kembali ke yang terbaru', en: 'Back to the newest' },
  family: { id: 'Keluarga & desil', en: 'Family & decile' },
  familyOnly: { id: 'Keluarga', en: 'Family' },
  next: { id: 'Yang bisa diajukan berikutnya', en: 'What she may apply for next' },
  nextNote: {
    id: 'menurut pra-cek lembaganya hari ini; petugas yang memutuskan',
    en: 'by the lenders’ pre-check today; people decide',
  },
  ready: { id: 'bisa diajukan', en: 'ready' },
  notYet: { id: 'belum', en: 'not yet' },
  unsure: { id: 'perlu dilengkapi', en: 'to be completed' },
  withGroup: { id: 'bersama kelompoknya', en: 'with her group' },
  forHerself: { id: 'untuk dirinya sendiri', en: 'for herself' },
  noProduct: {
    id: 'Tidak ada produk yang ditawarkan untuknya saat ini.',
    en: 'No product is on offer for her now.',
  },
  joinGroup: {
    id: 'Belum berkelompok: kelompok binaan membuka produk kelompok dan pertemuan mingguan.',
    en: 'In no group yet: a programme group opens group products and weekly meetings.',
  },
  getNib: {
    id: 'Ada usaha tanpa NIB: gratis lewat OSS, dan diminta kebanyakan lembaga.',
    en: 'A business has no NIB: free through OSS, and most lenders ask for it.',
  },
  lifeEmpty: { id: 'Belum ada yang tercatat.', en: 'Nothing is on record yet.' },
  by: { id: 'oleh', en: 'by' },
  identity: { id: 'Data diri', en: 'Identity' },
  born: { id: 'Lahir', en: 'Born' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  female: { id: 'Perempuan', en: 'Female' },
  male: { id: 'Laki-laki', en: 'Male' },
  address: { id: 'Alamat', en: 'Address' },
  endsIn: { id: 'berakhir', en: 'ends in' },
  sealed: {
    id: 'Nomor lengkapnya tersegel; membukanya perlu alasan dan tercatat.',
    en: 'The full number is sealed; opening it needs a reason and is logged.',
  },
  none: { id: 'belum ada', en: 'none yet' },
  businesses: { id: 'Usaha', en: 'Businesses' },
  nib: { id: 'NIB', en: 'NIB' },
  noNib: { id: 'belum ber-NIB', en: 'no NIB yet' },
  noBusiness: { id: 'Belum ada usaha yang tercatat.', en: 'No business is on record.' },
  groups: { id: 'Kelompok & kartu', en: 'Groups & card' },
  noGroup: { id: 'Belum menjadi anggota kelompok.', en: 'Not a member of a group yet.' },
  since: { id: 'sejak', en: 'since' },
  card: { id: 'Kartu', en: 'Card' },
  loans: { id: 'Pembiayaan', en: 'Finance' },
  apply: { id: 'Ajukan untuk dirinya sendiri', en: 'Apply for herself' },
  noLoans: { id: 'Belum pernah meminjam di sini.', en: 'Has not borrowed here.' },
  outstanding: { id: 'sisa', en: 'outstanding' },
  overdue: { id: 'menunggak', en: 'overdue' },
  days: { id: 'hari', en: 'days' },
  paid: { id: 'lunas', en: 'paid off' },
  onTime: { id: 'lancar', en: 'on time' },
  consents: { id: 'Persetujuan data', en: 'Consent' },
  noConsent: {
    id: 'Belum ada persetujuan yang tercatat; datanya tidak boleh dibagikan.',
    en: 'No consent is on record; her data must not be shared.',
  },
  requests: { id: 'Permintaan data', en: 'Data requests' },
  consentManage: { id: 'Catat atau tarik persetujuan', en: 'Record or withdraw consent' },
  withdrawn: { id: 'ditarik', en: 'withdrawn' },
  everyLender: { id: 'semua lembaga', en: 'every lender' },
  readings: { id: 'Siapa membuka nomornya', en: 'Who opened the number' },
  noReadings: {
    id: 'Belum ada yang membuka NIK atau KK-nya.',
    en: 'Nobody has opened the NIK or KK.',
  },
  bySystem: { id: 'sistem', en: 'the system' },
  older: { id: 'Tampilkan yang lebih lama', en: 'Show older' },
} satisfies Record<string, Words>;

/** The words of each service, which are the domain's own; a file of somebody may hold a kind that is newer than them. */
export const serviceWords: Record<string, Words> = serviceKinds;

/** The sentence a list of people opens with. */
export function peopleConclusion(
  { total, more }: { total: number; more?: boolean },
  narrowed: boolean,
): Words {
  const id = `${more ? 'Lebih dari ' : ''}${groupDigits(total, 'id')}`;
  const en = `${more ? 'More than ' : ''}${groupDigits(total, 'en')}`;
  return narrowed
    ? { id: `${id} orang cocok.`, en: `${en} people match.` }
    : {
        id: `${id} orang tercatat di wilayah Anda.`,
        en: `${en} people are registered in your area.`,
      };
}
