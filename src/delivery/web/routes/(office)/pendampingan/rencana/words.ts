import type { Words } from '#kernel/words.ts';

export const planWords = {
  title: { id: 'Rencana kunjungan', en: 'Visit plan' },
  summary: (area: { ever: string; businesses: string; never: string }): Words => ({
    id: `${area.ever} dari ${area.businesses} usaha pernah dikunjungi; ${area.never} belum pernah.`,
    en: `${area.ever} of ${area.businesses} businesses have been visited; ${area.never} never.`,
  }),
  coverage: { id: 'Pernah dikunjungi, per kecamatan', en: 'Ever visited, by kecamatan' },
  coverageNote: { id: 'ketuk untuk yang belum pernah', en: 'open for those never visited' },
  unvisited: { id: 'Belum pernah dikunjungi', en: 'Never visited' },
  week: { id: 'Pekan', en: 'Week' },
  weekOf: (day: string): Words => ({ id: `Pekan ${day}`, en: `Week of ${day}` }),
  before: { id: 'Pekan sebelumnya', en: 'The week before' },
  thisWeek: { id: 'Pekan ini', en: 'This week' },
  nextWeek: { id: 'Pekan depan', en: 'Next week' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  show: { id: 'Tampilkan', en: 'Show' },
  counts: (c: { done: number; missed: number; planned: number; all: number }): Words => ({
    id: `${c.done} dari ${c.all} kunjungan terlaksana${c.missed > 0 ? `, ${c.missed} tidak` : ''}, ${c.planned} masih direncanakan`,
    en: `${c.done} of ${c.all} visits made${c.missed > 0 ? `, ${c.missed} not` : ''}, ${c.planned} still planned`,
  }),
  states: {
    planned: { id: 'Direncanakan', en: 'Planned' },
    overdue: { id: 'Belum dicatat', en: 'Not recorded' },
    done: { id: 'Terlaksana', en: 'Made' },
    missed: { id: 'Tidak terlaksana', en: 'Not made' },
  },
  agreed: { id: 'disepakati saat kunjungan', en: 'agreed at a visit' },
  last: (day: string): Words => ({ id: `terakhir ${day}`, en: `last ${day}` }),
  never: { id: 'belum pernah dikunjungi', en: 'never visited' },
  movedFrom: (day: string): Words => ({ id: `semula ${day}`, en: `first ${day}` }),
  change: { id: 'Ubah', en: 'Change' },
  move: { id: 'Pindahkan', en: 'Move' },
  moveTo: { id: 'Pindahkan ke', en: 'Move to' },
  miss: { id: 'Tidak terlaksana', en: 'Not made' },
  why: { id: 'Sebabnya', en: 'Why' },
  note: { id: 'Catatan', en: 'Note' },
  moved: { id: 'Kunjungan dipindahkan.', en: 'The visit was moved.' },
  missed: {
    id: 'Dicatat tidak terlaksana. Usaha ini didahulukan di rencana berikut.',
    en: 'Recorded as not made. This business comes first in a later plan.',
  },
  empty: { id: 'Pekan ini belum direncanakan', en: 'This week is not planned yet' },
  emptyText: {
    id: 'Susun rencananya: tiap kecamatan mendapat bagian, yang paling lama menunggu lebih dulu.',
    en: 'Plan it: every kecamatan has its part, and whoever has waited longest comes first.',
  },
  emptyPast: {
    id: 'Tidak ada kunjungan yang direncanakan pada pekan itu.',
    en: 'No visit was planned in that week.',
  },
  make: { id: 'Susun rencana', en: 'Make the plan' },
  perDay: { id: 'Kunjungan per hari', en: 'Visits a day' },
  perDayHint: {
    id: 'Kunjungan yang sudah disepakati dengan pemilik ikut dihitung.',
    en: 'Visits agreed with owners are counted in.',
  },
  seed: { id: 'Kata undian', en: 'Seed of the draw' },
  seedHint: {
    id: 'Sebutkan di depan orang sebelum menyusun. Dengan kata yang sama, siapa pun bisa mengulang pilihannya.',
    en: 'Say it before others first. With the same seed anybody can draw the same choice again.',
  },
  made: (n: number): Words => ({
    id: `${n} kunjungan direncanakan.`,
    en: `${n} visits are planned.`,
  }),
  drawn: { id: 'Cara memilih', en: 'How they were chosen' },
  drawnFrom: { id: 'Dipilih dari', en: 'Chosen from' },
  businesses: (n: string): Words => ({ id: `${n} usaha`, en: `${n} businesses` }),
  by: { id: 'Disusun', en: 'Planned' },
  rule: {
    id: 'Setiap kecamatan mendapat sedikitnya satu tempat, sisanya sebanding dengan jumlah usahanya. Di tiap kecamatan didahulukan yang belum pernah dikunjungi, lalu yang paling lama. Bila sama, urutannya SHA-256 dari kata undian, titik dua, dan nomor usaha.',
    en: 'Every kecamatan has one place at least, the rest in proportion to its businesses. Within it come first those never visited, then those who waited longest. Among equals the order is SHA-256 of seed, colon and business id.',
  },
  basis: { id: 'Unduh dasar pilihan', en: 'Download the basis' },
  chosen: { id: 'Terpilih', en: 'Chosen' },
  yes: { id: 'ya', en: 'yes' },
  times: { id: 'Kunjungan sebelumnya', en: 'Visits before' },
  lastVisit: { id: 'Kunjungan terakhir', en: 'Last visit' },
  businessId: { id: 'Nomor usaha', en: 'Business id' },
  rank: { id: 'Urutan undian', en: 'Order of the draw' },
  noMentors: { id: 'Belum ada pendamping dengan wilayah', en: 'No mentor has an area yet' },
  noMentorsText: {
    id: 'Beri pendamping sebuah kecamatan di halaman Pengguna.',
    en: 'Give a mentor a kecamatan on the page of users.',
  },
} as const;

export const unvisitedWords = {
  title: { id: 'Belum pernah dikunjungi', en: 'Never visited' },
  sub: (n: string): Words => ({
    id: `${n} usaha belum pernah dikunjungi pendamping.`,
    en: `${n} businesses have never been visited by a mentor.`,
  }),
  search: { id: 'Cari usaha atau pemilik', en: 'Search business or owner' },
  product: { id: 'Produk', en: 'Product' },
  planned: { id: 'Direncanakan', en: 'Planned for' },
  empty: { id: 'Semua usaha pernah dikunjungi', en: 'Every business has been visited' },
  emptyText: {
    id: 'Tidak ada yang tertinggal di wilayah Anda.',
    en: 'Nobody in your area has been left out.',
  },
} as const;
