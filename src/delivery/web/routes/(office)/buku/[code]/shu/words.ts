import type { Words } from '#kernel/words.ts';

export const shuWords = {
  year: { id: 'Tahun buku', en: 'Financial year' },
  subOpen: (surplus: string): Words => ({
    id: `Hasil usaha sejauh ini ${surplus}; tahun bukunya belum ditutup.`,
    en: `A surplus of ${surplus} so far; the year is not closed.`,
  }),
  subClosed: (surplus: string): Words => ({
    id: `SHU ${surplus}, belum dibagi.`,
    en: `SHU of ${surplus}, not divided yet.`,
  }),
  subDivided: (surplus: string, document: string): Words => ({
    id: `SHU ${surplus}, dibagi menurut ${document}.`,
    en: `SHU of ${surplus}, divided by ${document}.`,
  }),
  part: { id: 'Bagian', en: 'Part' },
  percent: { id: 'Persen', en: 'Percent' },
  rule: { id: 'Aturan pembagian', en: 'Rule of division' },
  source: (document: string, from: string): Words => ({
    id: `Menurut ${document}, berlaku mulai ${from}.`,
    en: `By ${document}, valid from ${from}.`,
  }),
  noRule: { id: 'Belum ada aturan pembagian', en: 'No rule of division yet' },
  noRuleText: {
    id: 'Persentasenya ditentukan AD/ART koperasi. Isi di bawah beserta dokumennya.',
    en: 'The percentages are set by the cooperative’s articles. Enter them below with the document.',
  },
  set: { id: 'Isi aturan menurut AD/ART', en: 'Enter the rule by the articles' },
  validFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  document: { id: 'Dokumen sumber', en: 'Source document' },
  documentHint: {
    id: 'Misalnya: Anggaran Dasar 2024 pasal 42.',
    en: 'For instance: articles of 2024, article 42.',
  },
  divide: { id: 'Bagi SHU', en: 'Divide the SHU' },
  meeting: { id: 'Berita acara RAT', en: 'Minutes of the members’ meeting' },
  journal: { id: 'Lihat jurnalnya', en: 'See its journal' },
  by: { id: 'Dibagi ke anggota', en: 'Divided among members' },
  whole: { id: 'tidak, tetap utuh', en: 'no, stays whole' },
  bySavings: { id: 'menurut simpanan akhir tahun', en: 'by savings at the year’s end' },
  byInterest: { id: 'menurut jasa yang dibayar', en: 'by interest paid' },
  members: { id: 'Bagian anggota', en: 'Members’ shares' },
  membersText: {
    id: 'Bagian yang menurut aturan dibagi ke anggota, satu orang satu baris.',
    en: 'The parts that the rule divides among members, one line a person.',
  },
  membersDone: (count: number, sum: string, where: 'savings' | 'payable'): Words => ({
    id: `${count} anggota menerima ${sum} ${where === 'savings' ? 'di tabungan sukarelanya' : 'yang menunggu diambil'}.`,
    en: `${count} members have ${sum} ${where === 'savings' ? 'on their voluntary savings' : 'waiting to be fetched'}.`,
  }),
  member: { id: 'Anggota', en: 'Member' },
  basis: { id: 'dasar', en: 'basis' },
  paidTo: { id: 'Ke mana', en: 'Where to' },
  toSavings: { id: 'Tabungan sukarela tiap anggota', en: 'Each member’s voluntary savings' },
  toPayable: { id: 'Disimpan dulu, diambil nanti', en: 'Kept until it is fetched' },
  fetched: { id: 'Diambil', en: 'Fetched' },
  waits: { id: 'belum', en: 'not yet' },
  fetchedOn: (day: string, to: 'cash' | 'savings'): Words =>
    to === 'cash'
      ? { id: `${day}, tunai`, en: `${day}, in cash` }
      : { id: `${day}, ke tabungan`, en: `${day}, onto savings` },
  who: { id: 'Siapa', en: 'Who' },
  cash: { id: 'Tunai dari kas', en: 'Cash out of the till' },
  herSavings: { id: 'Tabungan sukarelanya', en: 'Her voluntary savings' },
  payOut: { id: 'Bayarkan', en: 'Pay out' },
  paidOut: { id: 'SHU dibayarkan.', en: 'The SHU was paid out.' },
  allFetched: {
    id: 'Semua anggota sudah mengambil bagiannya.',
    en: 'Every member has fetched her share.',
  },
  proposeMembers: { id: 'Ajukan pembagian ke anggota', en: 'Propose the division' },
  onlyCooperatives: {
    id: 'Pembagian SHU hanya untuk koperasi.',
    en: 'Only cooperatives divide SHU.',
  },
} as const;
