import type { PeopleListRow } from '#domains/registry/server/index.ts';
import { sayQuarter } from '#domains/registry/welfare/quarter.ts';
import { listServices } from '#domains/registry/welfare/welfare-words.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const listWords = {
  title: { id: 'Daftar yang dibaca', en: 'Lists that were read' },
  across: { id: 'Lintas perangkat daerah', en: 'Across departments' },
  sub: {
    id: 'Daftar desil dan daftar perangkat daerah. Orangnya dicari di sini; yang tidak terdaftar hanya dihitung, datanya tidak disimpan.',
    en: 'Lists of deciles and of departments. Their people are looked for here; of those who are not registered only the count is kept.',
  },
  new: { id: 'Baca daftar', en: 'Read a list' },
  list: { id: 'Daftar', en: 'List' },
  kind: { id: 'Jenis', en: 'Kind' },
  allKinds: { id: 'Semua jenis', en: 'All kinds' },
  decile: { id: 'Daftar desil', en: 'List of deciles' },
  department: { id: 'Daftar perangkat daerah', en: 'A department’s list' },
  whose: { id: 'Perangkat daerah', en: 'Department' },
  allDepartments: { id: 'Semua perangkat daerah', en: 'All departments' },
  day: { id: 'Tanggal', en: 'Day' },
  people: { id: 'Ditemukan', en: 'Found' },
  review: { id: 'Ditinjau', en: 'To review' },
  unmatched: { id: 'Tidak terdaftar', en: 'Not registered' },
  unreadable: { id: 'Tidak terbaca', en: 'Unreadable' },
  rows: { id: 'Baris', en: 'Rows' },
  state: { id: 'Keadaan', en: 'State' },
  read: { id: 'belum diterapkan', en: 'not applied yet' },
  applied: { id: 'diterapkan', en: 'applied' },
  dropped: { id: 'dibuang', en: 'dropped' },
  empty: { id: 'Belum ada daftar yang dibaca', en: 'No list was read yet' },
  emptyText: {
    id: 'Baca daftar desil dari Dinas Sosial, atau daftar binaan sebuah perangkat daerah, untuk melihat siapa terdaftar di mana.',
    en: 'Read the list of deciles from the social department, or one of a department’s own lists, to see who is listed where.',
  },
  fileSub: {
    id: 'Excel atau CSV dengan kolom Nama, dan NIK atau tanggal lahir; No KK dan Desil bila ada. Tidak seorang pun didaftarkan olehnya.',
    en: 'Excel or CSV with a column Nama, and NIK or birth date; No KK and Desil where there are. Nobody is registered by it.',
  },
  name: { id: 'Nama daftar', en: 'Name of the list' },
  nameHintDecile: { id: 'Mis. DTSEN Dinas Sosial', en: 'E.g. DTSEN of the social department' },
  nameHintDepartment: {
    id: 'Mis. Penerima bantuan mesin jahit',
    en: 'E.g. Who received sewing machines',
  },
  file: { id: 'Berkas', en: 'File' },
  quarter: { id: 'Triwulan', en: 'Quarter' },
  whole: { id: 'Daftar lengkap se-kota', en: 'The whole city’s list' },
  wholeHint: {
    id: 'Yang tidak ada di dalamnya masuk masa tenggang. Kosongkan bila hanya sebagian.',
    en: 'Whoever is not on it enters the grace period. Leave it empty for a part.',
  },
  chooseDepartment: { id: 'Pilih perangkat daerah', en: 'Choose a department' },
  service: { id: 'Yang diberikan', en: 'What was given' },
  noService: { id: 'Hanya terdaftar sebagai binaan', en: 'Merely listed' },
  givenOn: { id: 'Tanggal daftar atau pemberian', en: 'Day of the list or of giving' },
  send: { id: 'Baca berkas', en: 'Read the file' },
  missing: { id: 'Pilih berkas Excel atau CSV.', en: 'Choose an Excel or CSV file.' },
  apply: { id: 'Terapkan daftar', en: 'Apply the list' },
  drop: { id: 'Buang', en: 'Drop it' },
  appliedDone: { id: 'Daftar sudah diterapkan.', en: 'The list is applied.' },
  droppedDone: {
    id: 'Daftar dibuang; tidak ada yang berubah.',
    en: 'Dropped; nothing has changed.',
  },
  officerOnly: { id: 'diterapkan petugas dinas', en: 'department officers apply lists' },
  toReview: { id: 'Perlu ditinjau', en: 'To review' },
  toReviewNote: {
    id: 'nama sama, tetapi belum pasti orangnya',
    en: 'the same name, but not surely the same person',
  },
  nobody: { id: 'Bukan salah satunya', en: 'None of them' },
  thisOne: { id: 'Orang ini', en: 'This one' },
  decided: { id: 'Baris sudah diputuskan.', en: 'The row is decided.' },
  rowNumber: { id: 'baris', en: 'row' },
  found: { id: 'Yang ditemukan', en: 'Who was found' },
  foundBy: { id: 'Ditemukan lewat', en: 'Found by' },
  asListed: { id: 'Nama di daftar', en: 'Name on the list' },
  person: { id: 'Orangnya', en: 'Person' },
  decileOf: { id: 'Desil', en: 'Decile' },
  born: { id: 'lahir', en: 'born' },
  nik: { id: 'NIK berakhir', en: 'NIK ends in' },
  more: { id: 'Baris berikutnya', en: 'Next rows' },
} as const satisfies Record<string, Words>;

/** What a list is, in a few words: its quarter, or whose it is and what was given. */
export function aboutList(list: PeopleListRow): Words {
  if (list.quarter !== null) {
    const quarter = sayQuarter(list.quarter);
    return list.whole
      ? { id: `${quarter.id}, lengkap se-kota`, en: `${quarter.en}, the whole city` }
      : { id: `${quarter.id}, sebagian`, en: `${quarter.en}, a part` };
  }
  const given = list.service ? listServices[list.service] : listWords.noService;
  return {
    id: `${list.departmentName ?? ''} · ${given.id}`,
    en: `${list.departmentName ?? ''} · ${given.en}`,
  };
}

/** What became of a file's rows, in one sentence. */
export function countsWords({ counts, people, toReview }: PeopleListRow): Words {
  const n = (value: number, lang: 'id' | 'en') => groupDigits(value, lang);
  return {
    id: `${n(counts.rows, 'id')} baris: ${n(people, 'id')} orang ditemukan, ${n(toReview, 'id')} perlu ditinjau, ${n(counts.unmatched, 'id')} tidak terdaftar di sini, ${n(counts.unreadable, 'id')} tidak terbaca.`,
    en: `${n(counts.rows, 'en')} rows: ${n(people, 'en')} people found, ${n(toReview, 'en')} to review, ${n(counts.unmatched, 'en')} not registered here, ${n(counts.unreadable, 'en')} unreadable.`,
  };
}
