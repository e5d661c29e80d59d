import type { DrawPage, DrawRow } from '#domains/programmes/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const invitationWords = {
  title: { id: 'Undangan', en: 'Invitations' },
  sub: {
    id: 'Supaya yang datang tidak itu-itu saja: diundi di antara yang miskin menurut daftar, punya usaha, dan belum pernah dilayani.',
    en: 'So that it is not always the same who come: drawn among those who are poor by the list, have a business and were never served.',
  },
  new: { id: 'Undi undangan', en: 'Draw invitations' },
  families: { id: 'Keluarga', en: 'Families' },
  what: { id: 'Kegiatan', en: 'What for' },
  whatHint: { id: 'Mis. Pelatihan kemasan', en: 'E.g. Training in packaging' },
  heldOn: { id: 'Pada', en: 'On' },
  places: { id: 'Jumlah tempat', en: 'Places' },
  invited: { id: 'Diundang', en: 'Invited' },
  pool: { id: 'Ikut undian', en: 'Stood in it' },
  drawn: { id: 'Diundi', en: 'Drawn' },
  empty: { id: 'Belum ada undian', en: 'Nothing was drawn yet' },
  emptyText: {
    id: 'Baca daftar desil lebih dulu, lalu undi undangan untuk kegiatan berikutnya.',
    en: 'Read a list of deciles first, then draw invitations for the next occasion.',
  },
  mostDecile: { id: 'Desil paling tinggi', en: 'Highest decile' },
  upTo: { id: 'Sampai desil', en: 'Up to decile' },
  area: { id: 'Wilayah', en: 'Area' },
  wholeCity: { id: 'Seluruh kota', en: 'The whole city' },
  womenFirst: {
    id: 'Dahulukan keluarga yang dikepalai perempuan',
    en: 'Women-headed families first',
  },
  notBefore: { id: 'Lewati yang pernah diundang', en: 'Leave out who was invited before' },
  seed: { id: 'Benih undian', en: 'Seed of the draw' },
  seedHint: {
    id: 'Umumkan sebelum mengundi, mis. nomor dan tanggal surat. Benih yang sama atas orang yang sama selalu memberi hasil yang sama.',
    en: 'Announce it before drawing, such as the number and date of a letter. The same seed over the same people always gives the same list.',
  },
  done: { id: 'Undangan sudah diundi.', en: 'The invitations are drawn.' },
  officersOnly: { id: 'petugas dinas yang mengundi', en: 'department officers draw' },
  rule: { id: 'Aturan dan benih', en: 'Rule and seed' },
  repeats: {
    id: 'Diundi ulang dari benihnya barusan: hasilnya sama.',
    en: 'Drawn again from its seed just now: the same list.',
  },
  broken: {
    id: 'Diundi ulang dari benihnya barusan: hasilnya berbeda. Daftar ini jangan dipakai; laporkan kepada pengelola.',
    en: 'Drawn again from its seed just now: another list. Do not use it; tell the administrator.',
  },
  shares: { id: 'Tempat per kelurahan', en: 'Places by kelurahan' },
  sharesNote: {
    id: 'sebanding dengan banyaknya yang ikut undian',
    en: 'in proportion to how many stood in the draw',
  },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  unknownPlace: { id: 'Alamat belum diketahui', en: 'Address not known' },
  publish: { id: 'Ringkasan untuk umum', en: 'Summary to publish' },
  hidden: { id: 'tidak ditampilkan', en: 'not shown' },
  name: { id: 'Nama', en: 'Name' },
  business: { id: 'Usaha', en: 'Business' },
  phone: { id: 'Telepon', en: 'Telephone' },
  rank: { id: 'Urutan', en: 'Rank' },
  reserve: { id: 'Cadangan', en: 'Reserve' },
  woman: { id: 'kepala perempuan', en: 'woman-headed' },
  reserveNote: {
    id: 'menggantikan yang berhalangan di kelurahan yang sama, menurut urutan',
    en: 'follow when somebody of the same kelurahan declines, by rank',
  },
  nobody: { id: 'Tidak ada', en: 'Nobody' },
} as const satisfies Record<string, Words>;

/** The rule of a draw in one sentence. */
export function ruleWords({ rule }: DrawRow, kecamatan: string | null): Words {
  const parts = [
    { id: `desil 1–${rule.mostDecile}`, en: `deciles 1–${rule.mostDecile}` },
    { id: 'punya usaha', en: 'with a business' },
    { id: 'belum pernah dilayani', en: 'never served' },
    ...(rule.notInvitedBefore ? [{ id: 'belum pernah diundang', en: 'not invited before' }] : []),
    kecamatan === null
      ? { id: 'seluruh kota', en: 'the whole city' }
      : { id: `Kecamatan ${kecamatan}`, en: `Kecamatan ${kecamatan}` },
    ...(rule.womenFirst
      ? [{ id: 'keluarga yang dikepalai perempuan lebih dulu', en: 'women-headed families first' }]
      : []),
  ];
  return { id: parts.map((one) => one.id).join(', '), en: parts.map((one) => one.en).join(', ') };
}

export function drawConclusion(draw: DrawPage): Words {
  const [id, en] = (['id', 'en'] as const).map((lang) => ({
    invited: groupDigits(draw.invited, lang),
    pool: groupDigits(draw.pool, lang),
    day: formatDate(draw.heldOn, lang),
  }));
  return {
    id: `${id!.invited} orang diundang untuk ${id!.day}, diundi dari ${id!.pool} yang memenuhi aturan.`,
    en: `${en!.invited} people are invited for ${en!.day}, drawn among ${en!.pool} who met the rule.`,
  };
}

/** Said where the very same people were drawn before, so that drawing until somebody is in is seen. */
export function turnWords(turn: number): Words {
  return {
    id: `Ini undian ke-${turn} atas kumpulan orang yang persis sama.`,
    en: `This is draw number ${turn} over the very same people.`,
  };
}
