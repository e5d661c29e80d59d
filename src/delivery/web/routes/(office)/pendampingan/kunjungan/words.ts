import type { VisitCounts } from '#domains/mentoring/server/index.ts';
import type { visitKinds } from '#domains/mentoring/visit-list.ts';
import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const visitWords = {
  title: { id: 'Kunjungan usaha', en: 'Visits to businesses' },
  search: { id: 'Cari usaha, pemilik, atau saran', en: 'Search business, owner or advice' },
  business: { id: 'Usaha', en: 'Business' },
  owner: { id: 'Pemilik', en: 'Owner' },
  day: { id: 'Tanggal', en: 'Date' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  allMentors: { id: 'Semua pendamping', en: 'All mentors' },
  place: { id: 'Wilayah', en: 'Place' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  field: { id: 'Bidang', en: 'Field' },
  allFields: { id: 'Semua bidang', en: 'All fields' },
  month: { id: 'Bulan', en: 'Month' },
  allMonths: { id: 'Semua bulan', en: 'All months' },
  kind: { id: 'Jenis', en: 'Kind' },
  allKinds: { id: 'Semua jenis', en: 'All kinds' },
  kinds: {
    late: { id: 'Terlambat dicatat', en: 'Recorded late' },
    flagged: { id: 'Bertanda periksa', en: 'Flagged for a look' },
    led: { id: 'Kunjungan pimpinan', en: 'Leaders’ visits' },
    open: { id: 'Temuan belum dijawab', en: 'Findings not answered' },
  } satisfies Record<(typeof visitKinds)[number], Words>,
  turnover: { id: 'Omzet bulan ini', en: 'Sales this month' },
  before: { id: 'Bulan lalu', en: 'Last month' },
  notAsked: { id: 'tidak ditanya', en: 'not asked' },
  findings: { id: 'Temuan', en: 'Findings' },
  openOf: (open: number, all: number): Words => {
    if (open === 0) return { id: `${all} dijawab`, en: `${all} answered` };
    if (open === all) return { id: `${all} belum dijawab`, en: `${all} not answered` };
    return { id: `${open} dari ${all} belum dijawab`, en: `${open} of ${all} not answered` };
  },
  late: { id: 'Terlambat', en: 'Late' },
  advice: { id: 'Saran', en: 'Advice' },
  leader: { id: 'Pemimpin', en: 'Led by' },
  flags: { id: 'Tanda', en: 'Flags' },
  recorded: { id: 'Dicatat', en: 'Recorded' },
  empty: { id: 'Belum ada kunjungan', en: 'No visits yet' },
  emptyText: {
    id: 'Susun rencana kunjungan lebih dulu; pendamping mencatat kunjungannya di aplikasi lapangan.',
    en: 'Plan visits first; mentors record them in the field app.',
  },
  plan: { id: 'Rencana kunjungan', en: 'Visit plan' },
  summary: (month: string, c: VisitCounts, n: (value: number) => string): Words => ({
    id: `${month}: ${n(c.visits)} kunjungan ke ${n(c.businesses)} usaha, ${n(c.findings)} temuan${c.openFindings > 0 ? `, ${n(c.openFindings)} belum dijawab` : ''}${c.late > 0 ? `; ${n(c.late)} terlambat dicatat` : ''}.`,
    en: `${month}: ${n(c.visits)} visits to ${n(c.businesses)} businesses, ${n(c.findings)} findings${c.openFindings > 0 ? `, ${n(c.openFindings)} not answered` : ''}${c.late > 0 ? `; ${n(c.late)} recorded late` : ''}.`,
  }),
} as const;

export const visitDetailWords = {
  production: { id: 'Produksi', en: 'Production' },
  marketing: { id: 'Pemasaran', en: 'Marketing' },
  problems: { id: 'Masalah', en: 'Problems' },
  needs: { id: 'Kebutuhan', en: 'Needs' },
  notAsked: { id: 'Tidak ditanyakan.', en: 'Not asked.' },
  noFindings: {
    id: 'Tidak ada temuan yang perlu perangkat daerah.',
    en: 'No finding that needs a department.',
  },
  sells: { id: 'Dijual di', en: 'Sold at' },
  sales: { id: 'Penjualan', en: 'Sales' },
  state: { id: 'Keadaan', en: 'How it goes' },
  wants: { id: 'Yang dibutuhkan', en: 'What is needed' },
  advice: { id: 'Saran dan kesepakatan', en: 'Advice and agreement' },
  advised: { id: 'Saran', en: 'Advice' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  permits: { id: 'Izin yang diurus', en: 'Permits worked on' },
  referred: { id: 'Dirujuk ke', en: 'Referred to' },
  turnover: { id: 'Omzet', en: 'Sales' },
  up: (amount: string): Words => ({
    id: `naik ${amount} dari bulan lalu`,
    en: `up ${amount} on last month`,
  }),
  down: (amount: string): Words => ({
    id: `turun ${amount} dari bulan lalu`,
    en: `down ${amount} on last month`,
  }),
  same: { id: 'sama dengan bulan lalu', en: 'the same as last month' },
  companions: { id: 'Yang ikut', en: 'Who came along' },
  ledBy: { id: 'Dipimpin', en: 'Led by' },
  photos: { id: 'Foto', en: 'Photos' },
  photo: (n: number): Words => ({ id: `Foto kunjungan ${n}`, en: `Photo ${n} of the visit` }),
  photosComing: {
    id: 'Foto yang belum tampil masih di ponsel pendamping dan menyusul.',
    en: 'Photos not shown yet are still on the mentor’s phone and will follow.',
  },
  facts: { id: 'Keterangan', en: 'Details' },
  length: { id: 'Lama', en: 'Length' },
  minutes: (n: number): Words => ({ id: `${n} menit`, en: `${n} minutes` }),
  point: { id: 'Titik', en: 'Point' },
  noPoint: { id: 'tidak dicatat', en: 'not recorded' },
  planned: { id: 'Direncanakan', en: 'Planned for' },
  unplanned: { id: 'di luar rencana', en: 'not planned' },
  next: { id: 'Kunjungan berikut', en: 'Next visit' },
  noNext: { id: 'belum disepakati', en: 'not agreed' },
  others: { id: 'Kunjungan lain ke usaha ini', en: 'Other visits to this business' },
  flagged: {
    id: 'Ada yang berubah sebelum catatan ini sampai',
    en: 'Something had changed before this arrived',
  },
  flaggedText: {
    id: 'Kunjungan tetap disimpan apa adanya. Periksa tanda berikut.',
    en: 'The visit is kept as it was sent. Have a look at these.',
  },
  lateText: (done: string, recorded: string): Words => ({
    id: `Kunjungan ${formatDate(done, 'id')} baru tercatat ${formatDate(recorded, 'id')}.`,
    en: `The visit of ${formatDate(done, 'en')} was recorded only on ${formatDate(recorded, 'en')}.`,
  }),
  openPerson: { id: 'Buka data pemilik', en: 'Open the owner' },
  to: (department: string, due: string): Words => ({
    id: `${department}, batas ${due}`,
    en: `${department}, due ${due}`,
  }),
  unassigned: { id: 'belum ditugaskan', en: 'not assigned yet' },
} as const;
