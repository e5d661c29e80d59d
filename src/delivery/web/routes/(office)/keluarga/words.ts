import type { WelfareCounts } from '#domains/registry/server/index.ts';
import { sayQuarter } from '#domains/registry/welfare/quarter.ts';
import { standingOf, standingStates } from '#domains/registry/welfare/welfare-standing.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const familyWords = {
  title: { id: 'Keluarga', en: 'Families' },
  search: { id: 'Cari nama…', en: 'Search a name…' },
  head: { id: 'Keluarga', en: 'Family' },
  members: { id: 'Terdaftar', en: 'On the register' },
  people: { id: 'Jiwa', en: 'People' },
  decile: { id: 'Desil', en: 'Decile' },
  standing: { id: 'Keadaan', en: 'Standing' },
  place: { id: 'Kelurahan', en: 'Kelurahan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  headedBy: { id: 'Kepala keluarga', en: 'Head of the family' },
  anyHead: { id: 'Kepala siapa pun', en: 'Any head' },
  woman: { id: 'Perempuan', en: 'A woman' },
  womanHead: { id: 'kepala perempuan', en: 'woman-headed' },
  anyDecile: { id: 'Semua desil', en: 'All deciles' },
  poor: { id: 'Desil 1–4', en: 'Deciles 1–4' },
  anyStanding: { id: 'Berlaku atau tidak', en: 'Holding or not' },
  extremeFilter: { id: 'Miskin ekstrem', en: 'Extreme poverty' },
  anyExtreme: { id: 'Ekstrem atau tidak', en: 'Extreme or not' },
  extreme: { id: 'miskin ekstrem', en: 'extremely poor' },
  notListed: { id: 'tidak ada di daftar', en: 'on no list' },
  unknown: { id: 'belum ditanya', en: 'not asked' },
  card: { id: 'KK berakhir', en: 'Card ends in' },
  lists: { id: 'Daftar desil & perangkat daerah', en: 'Lists of deciles & departments' },
  invitations: { id: 'Undangan', en: 'Invitations' },
  empty: { id: 'Belum ada keluarga yang tercatat', en: 'No family is on record yet' },
  emptyText: {
    id: 'Mulailah dengan membaca daftar desil (DTSEN) triwulan terakhir, atau catat KK seseorang di halamannya.',
    en: 'Begin by reading the newest list of deciles (DTSEN), or write down somebody’s family card on her page.',
  },
  proposals: { id: 'Usulan perubahan yang menunggu', en: 'Proposed changes that wait' },
  back: { id: 'Halaman orangnya', en: 'Her own page' },
  membersTitle: { id: 'Anggota keluarga yang terdaftar', en: 'Members on the register' },
  membersNote: {
    id: 'hanya yang punya usaha atau layanan; anak tidak dicatat namanya',
    en: 'only those with a business or a service; children are never named',
  },
  relationUnknown: { id: 'hubungan belum dicatat', en: 'relation not written down' },
  history: { id: 'Riwayat desil', en: 'Deciles over time' },
  historyNote: { id: 'tidak pernah ditimpa', en: 'never overwritten' },
  noHistory: {
    id: 'Tidak ada daftar yang menyebut keluarga ini.',
    en: 'No list names this family.',
  },
  asked: { id: 'Yang dikatakan keluarga', en: 'What the family said' },
  notAsked: { id: 'Belum pernah ditanya.', en: 'Never asked.' },
  describe: { id: 'Catat keluarga', en: 'Write down the family' },
  kk: { id: 'Nomor KK', en: 'Family card number' },
  kkHint: {
    id: '16 angka; disegel dan hanya empat angka terakhir yang tampak.',
    en: '16 digits; sealed, only the last four are ever shown.',
  },
  kkKnown: {
    id: 'Kosongkan bila KK-nya masih sama.',
    en: 'Leave empty while the card is the same.',
  },
  saidOn: { id: 'Ditanya pada', en: 'Asked on' },
  relation: { id: 'Hubungannya dengan kepala keluarga', en: 'What she is to the head' },
  headSex: { id: 'Kepala keluarganya', en: 'The head is' },
  man: { id: 'Laki-laki', en: 'A man' },
  peopleCount: { id: 'Jumlah jiwa', en: 'People in the family' },
  children: { id: 'Di antaranya anak', en: 'Children among them' },
  spending: { id: 'Pengeluaran sekeluarga sebulan', en: 'What the family spends in a month' },
  spendingHint: {
    id: 'Ukuran kemiskinan ekstrem: pengeluaran per orang, bukan desil.',
    en: 'What extreme poverty is measured by: spending a head, not the decile.',
  },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Keluarganya sudah dicatat.', en: 'The family is written down.' },
  propose: { id: 'Usulkan perubahan desil', en: 'Propose a change of the decile' },
  proposeText: {
    id: 'Desil ditetapkan pemilik data (DTSEN). Usulan diteruskan ke sana; yang tertulis di sini berubah lewat daftar berikutnya.',
    en: 'The decile is set by whoever keeps the list (DTSEN). A proposal is forwarded there; what stands here changes by the next list.',
  },
  asks: { id: 'Apa yang tidak sesuai', en: 'What is wrong' },
  why: { id: 'Alasannya', en: 'Why' },
  byHerself: { id: 'Disampaikan oleh warganya sendiri', en: 'She said so herself' },
  proposed: { id: 'Usulan sudah dicatat.', en: 'The proposal is written down.' },
  herself: { id: 'oleh warganya sendiri', en: 'by herself' },
  answer: { id: 'Jawaban', en: 'Answer' },
  answerHint: {
    id: 'Nomor surat penerusannya, atau alasan tidak diteruskan.',
    en: 'The number of the letter it went with, or why not.',
  },
  forward: { id: 'Teruskan', en: 'Forward' },
  refuse: { id: 'Tidak diteruskan', en: 'Do not forward' },
  settled: { id: 'Usulan sudah dijawab.', en: 'The proposal is answered.' },
  someoneElse: {
    id: 'dijawab oleh orang lain dari yang mencatatnya',
    en: 'answered by somebody other than its author',
  },
} as const satisfies Record<string, Words>;

/** The sentence the list opens with: how many are poor, and among them who is easily overlooked. */
export function welfareConclusion(counts: WelfareCounts, latest: string | null): Words {
  const [id, en] = (['id', 'en'] as const).map((lang) => (n: number) => groupDigits(n, lang));
  const on = latest === null ? null : sayQuarter(latest);
  return {
    id: `${id!(counts.poor)} keluarga pelaku usaha di desil 1–4${on ? ` menurut daftar lengkap ${on.id}` : ''}: ${id!(counts.womenHeaded)} dikepalai perempuan, ${id!(counts.grace)} dalam masa tenggang. ${id!(counts.extreme)} dari ${id!(counts.asked)} yang ditanya pengeluarannya miskin ekstrem.`,
    en: `${en!(counts.poor)} families of business owners are in deciles 1–4${on ? ` by the whole list of ${on.en}` : ''}: ${en!(counts.womenHeaded)} headed by a woman, ${en!(counts.grace)} in their grace period. ${en!(counts.extreme)} of ${en!(counts.asked)} asked what they spend are extremely poor.`,
  };
}

/** What the decile of a row is worth today, in a few words. */
export function standingWords(
  row: { readonly decile: number | null; readonly quarter: string | null },
  latestWhole: string | null,
): Words {
  if (row.decile === null || row.quarter === null) return familyWords.notListed;
  const standing = standingOf({ decile: row.decile, quarter: row.quarter }, latestWhole);
  return standing ? standingStates[standing.state] : familyWords.notListed;
}
