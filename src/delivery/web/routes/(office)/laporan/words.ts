import type { Words } from '#kernel/words.ts';

export const reportWords = {
  title: { id: 'Laporan pimpinan', en: 'Leadership report' },
  dataUntil: { id: 'data sampai', en: 'data up to' },
  reporting: { id: 'pendamping sudah melapor', en: 'of mentors have reported' },
  sinceMonth: { id: 'dari bulan lalu', en: 'since last month' },
  coverage: { id: 'Terjangkau per kecamatan', en: 'Reached, by kecamatan' },
  coverageNote: { id: 'usaha ditemui dalam 90 hari', en: 'businesses met within 90 days' },
  funnel: { id: 'Dari daftar sampai modal', en: 'From the register to capital' },
  funnelNote: { id: 'orang, bukan layanan', en: 'people, not services' },
  registered: { id: 'Terdaftar', en: 'Registered' },
  weeks: { id: 'Setoran mingguan', en: 'Weekly repayments' },
  weeksNote: { id: 'juta rupiah, seharusnya dan masuk', en: 'million rupiah, due and received' },
  week: { id: 'Minggu mulai', en: 'Week from' },
  received: { id: 'Masuk (juta rupiah)', en: 'Received (million rupiah)' },
  due: { id: 'Seharusnya (juta rupiah)', en: 'Due (million rupiah)' },
  findings: { id: 'Temuan per dinas', en: 'Findings by department' },
  findingsNote: { id: 'menunggu jawaban', en: 'waiting for an answer' },
  unassigned: { id: 'Belum ditugaskan', en: 'Not assigned' },
  noFindings: { id: 'Semua temuan sudah dijawab.', en: 'Every finding has been answered.' },
  noLoans: {
    id: 'Belum ada pinjaman yang bukunya dikelola di sini.',
    en: 'No loans are kept in the books here yet.',
  },
  everyNumber: {
    id: 'Setiap angka dapat dibuka: definisi, rincian, dan unduhannya.',
    en: 'Every number opens: its definition, its rows and its downloads.',
  },
  freeze: { id: 'Bekukan angka hari ini', en: 'Freeze today’s figures' },
  frozen: {
    id: 'Angka hari ini sudah dibekukan dan dapat ditemukan lagi.',
    en: 'Today’s figures are frozen and can be found again.',
  },
  print: { id: 'Cetak', en: 'Print' },
  allIndicators: { id: 'Semua indikator', en: 'All indicators' },
  definition: { id: 'Definisi', en: 'Definition' },
  means: { id: 'Artinya', en: 'Meaning' },
  counted: { id: 'Yang dihitung', en: 'Counted' },
  outOf: { id: 'Dibagi dengan', en: 'Out of' },
  owner: { id: 'Penanggung jawab', en: 'Responsible' },
  source: { id: 'Sumber', en: 'Source' },
  arithmetic: { id: 'Hitungannya', en: 'The arithmetic' },
  rowsOpen: {
    id: 'Buka satu baris untuk melihat dari mana angkanya',
    en: 'Open a row to see where its figures come from',
  },
  cutOffRule: { id: 'Batas data', en: 'Cut-off' },
  dataRead: { id: 'Dibaca', en: 'Read' },
  rows: { id: 'Rinciannya', en: 'The rows' },
  rowsNote: { id: 'baris yang dihitung', en: 'rows counted' },
  denominatorRows: {
    id: 'baris yang dihitung atau seharusnya dihitung',
    en: 'rows counted or due',
  },
  allKecamatan: { id: 'Semua kecamatan', en: 'Every kecamatan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  noNames: {
    id: 'Nama orang dan usaha tidak ditampilkan untuk peran Anda; angka dan catatannya sama.',
    en: 'Names of people and businesses are not shown to your role; the figures and records are the same.',
  },
  snapshots: { id: 'Angka yang pernah dibekukan', en: 'Frozen figures' },
  frozenOn: { id: 'Per tanggal', en: 'As of' },
  value: { id: 'Nilai', en: 'Value' },
  frozenBy: { id: 'Dibekukan oleh', en: 'Frozen by' },
  noSnapshots: { id: 'Belum ada yang dibekukan.', en: 'None has been frozen yet.' },
  publicCounts: {
    id: 'Untuk publik, per kecamatan (CSV)',
    en: 'For the public, by kecamatan (CSV)',
  },
  businesses: { id: 'Usaha', en: 'Businesses' },
  reached: { id: 'Terjangkau', en: 'Reached' },
  suppressed: { id: 'kurang dari 5', en: 'fewer than 5' },
} as const satisfies Record<string, Words>;

export function overdueWords(count: bigint): Words {
  return {
    id: `${count} lewat batas waktu`,
    en: count === 1n ? 'one overdue' : `${count} overdue`,
  };
}

export function ofWords(part: bigint, whole: bigint): Words {
  return { id: `${part} dari ${whole}`, en: `${part} of ${whole}` };
}

/** Beside the officers whose work is in: how long the others' waits. */
export function fieldDataNote(fieldData: { oldestUnsentDays: number | null }): Words | null {
  const days = fieldData.oldestUnsentDays;
  if (days === null) return null;
  if (days < 1) return { id: 'yang belum: dari hari ini', en: 'what is not: from today' };
  return {
    id: `yang belum: tertua ${days} hari`,
    en: `what is not: oldest ${days} ${days === 1 ? 'day' : 'days'}`,
  };
}

/** Beside the share of meetings held: how many were cancelled, are missing, and are still ahead this week. */
export function meetingNote(week: { cancelled: bigint; missing: bigint; ahead: bigint }): Words {
  const parts: Words[] = [];
  if (week.cancelled > 0n)
    parts.push({ id: `${week.cancelled} batal`, en: `${week.cancelled} cancelled` });
  if (week.missing > 0n)
    parts.push({ id: `${week.missing} belum dilaporkan`, en: `${week.missing} not reported` });
  if (week.ahead > 0n)
    parts.push({ id: `${week.ahead} lagi minggu ini`, en: `${week.ahead} more this week` });
  return {
    id: parts.map((part) => part.id).join(' · '),
    en: parts.map((part) => part.en).join(' · '),
  };
}
