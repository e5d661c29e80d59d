import type { Words } from '#kernel/words.ts';

/** What a figure counts in. */
export type Unit = 'people' | 'groups' | 'businesses' | 'rupiah' | 'meetings' | 'findings';

/** A figure of the programme, defined once: what is counted, out of what, whose it is and where it comes from. */
export interface Indicator {
  readonly name: Words;
  readonly means: Words;
  readonly numerator: Words;
  /** Null for a plain count. */
  readonly denominator: Words | null;
  readonly unit: Unit;
  readonly owner: Words;
  /** Records the figure is computed from. */
  readonly source: Words;
  /** Which records count at a cut-off. */
  readonly cutOff: Words;
  /** Whether more is better; null where neither is. */
  readonly better: 'more' | 'less' | null;
}

const department: Words = {
  id: 'Dinas Tenaga Kerja, Koperasi, dan UKM',
  en: 'Department of labour, cooperatives and SMEs',
};
const now: Words = {
  id: 'Keadaan pada saat data dibaca',
  en: 'As it stood when the data was read',
};
const activeLoans: Words = {
  id: 'Baki debet pokok semua pinjaman aktif yang bukunya dikelola di sini',
  en: 'Outstanding principal of every active loan whose books are kept here',
};
const loanSource: Words = {
  id: 'Pinjaman, jadwal yang berlaku, dan pembayaran yang sudah dibukukan',
  en: 'Loans, the schedule in force, and repayments in the books',
};

function portfolioAtRisk(days: number): Indicator {
  return {
    name: { id: `PAR ${days} hari`, en: `PAR ${days} days` },
    means: {
      id: `Bagian pinjaman yang berisiko: seluruh sisa pokok pinjaman yang angsurannya terlambat lebih dari ${days} hari, bukan hanya angsuran yang tertunggak.`,
      en: `The part of the portfolio at risk: the whole outstanding principal of loans with an instalment more than ${days} days late, not only the instalments in arrears.`,
    },
    numerator: {
      id: `Sisa pokok pinjaman yang terlambat lebih dari ${days} hari`,
      en: `Outstanding principal of loans more than ${days} days late`,
    },
    denominator: activeLoans,
    unit: 'rupiah',
    owner: department,
    source: loanSource,
    cutOff: {
      id: 'Pembayaran yang dibukukan sampai akhir tanggal data',
      en: 'Repayments in the books up to the end of the cut-off day',
    },
    better: 'less',
  };
}

/** Every indicator by the name it has in addresses, snapshots and files. */
export const indicators = {
  anggota: {
    name: { id: 'Anggota kelompok', en: 'Group members' },
    means: {
      id: 'Orang yang menjadi anggota kelompok binaan yang pengukuhannya berlaku. Setiap orang dihitung satu kali.',
      en: 'People who belong to a programme group whose recognition is in force. Everyone counts once.',
    },
    numerator: {
      id: 'Anggota kelompok yang dikukuhkan atau aktif',
      en: 'Members of recognised or active groups',
    },
    denominator: null,
    unit: 'people',
    owner: department,
    source: {
      id: 'Keanggotaan menurut SK pengukuhan dan perubahannya',
      en: 'Membership by decree and its amendments',
    },
    cutOff: now,
    better: 'more',
  },
  kelompok: {
    name: { id: 'Kelompok dikukuhkan', en: 'Recognised groups' },
    means: {
      id: 'Kelompok binaan yang pengukuhannya berlaku.',
      en: 'Programme groups whose recognition is in force.',
    },
    numerator: { id: 'Kelompok yang dikukuhkan atau aktif', en: 'Recognised or active groups' },
    denominator: null,
    unit: 'groups',
    owner: department,
    source: {
      id: 'SK pengukuhan, pembekuan, dan pencabutan',
      en: 'Decrees of recognition, suspension and withdrawal',
    },
    cutOff: now,
    better: 'more',
  },
  usaha: {
    name: { id: 'Usaha terdaftar', en: 'Registered businesses' },
    means: {
      id: 'Usaha yang terdaftar dan masih berjalan di kota ini.',
      en: 'Businesses registered in this city and still running.',
    },
    numerator: { id: 'Usaha dengan keadaan aktif', en: 'Businesses in the state active' },
    denominator: null,
    unit: 'businesses',
    owner: department,
    source: { id: 'Pendataan usaha', en: 'The register of businesses' },
    cutOff: now,
    better: null,
  },
  terjangkau: {
    name: { id: 'Usaha terjangkau 90 hari', en: 'Businesses reached in 90 days' },
    means: {
      id: 'Bagian usaha terdaftar yang dikunjungi pendamping, atau pemiliknya hadir di pertemuan kelompok, dalam 90 hari terakhir.',
      en: 'Share of registered businesses visited by a mentor, or whose owner came to a group meeting, in the last 90 days.',
    },
    numerator: {
      id: 'Usaha yang dikunjungi, atau pemiliknya hadir di pertemuan, dalam 90 hari sampai tanggal data',
      en: 'Businesses visited, or whose owner came to a meeting, in the 90 days up to the cut-off',
    },
    denominator: {
      id: 'Usaha terdaftar yang masih berjalan',
      en: 'Registered businesses still running',
    },
    unit: 'businesses',
    owner: department,
    source: {
      id: 'Kunjungan pendamping dan daftar hadir pertemuan',
      en: 'Mentors’ visits and attendance at meetings',
    },
    cutOff: {
      id: 'Kunjungan dan pertemuan sampai tanggal data',
      en: 'Visits and meetings up to the cut-off day',
    },
    better: 'more',
  },
  'setoran-tepat': {
    name: { id: 'Setoran tepat waktu', en: 'Paid on time' },
    means: {
      id: 'Bagian angsuran yang disetor anggota sendiri pada hari jatuh temponya, dalam 30 hari terakhir. Yang ditanggung teman sekelompok tidak dihitung tepat waktu, walaupun lembaga sudah menerima uangnya.',
      en: 'Share of instalments that members paid themselves on the day they fell due, in the last 30 days. What peers covered does not count as on time, although the lender has its money.',
    },
    numerator: {
      id: 'Rupiah yang disetor sendiri pada hari jatuh tempo',
      en: 'Rupiah paid by the members themselves on the due day',
    },
    denominator: {
      id: 'Rupiah angsuran yang jatuh tempo',
      en: 'Rupiah of instalments that fell due',
    },
    unit: 'rupiah',
    owner: department,
    source: { id: 'Lembar pertemuan kelompok', en: 'Sheets of group meetings' },
    cutOff: {
      id: 'Pertemuan yang sudah ditutup dalam 30 hari sampai tanggal data',
      en: 'Meetings closed in the 30 days up to the cut-off',
    },
    better: 'more',
  },
  par1: portfolioAtRisk(1),
  par7: portfolioAtRisk(7),
  par30: portfolioAtRisk(30),
  temuan: {
    name: { id: 'Temuan terbuka', en: 'Open findings' },
    means: {
      id: 'Masalah dan kebutuhan dari lapangan yang belum dijawab tertulis oleh perangkat daerah.',
      en: 'Problems and needs from the field that no department has answered in writing yet.',
    },
    numerator: {
      id: 'Temuan yang masih menunggu jawaban',
      en: 'Findings that still wait for an answer',
    },
    denominator: null,
    unit: 'findings',
    owner: department,
    source: { id: 'Temuan pertemuan dan kunjungan', en: 'Findings of meetings and visits' },
    cutOff: now,
    better: 'less',
  },
  'temuan-lewat': {
    name: { id: 'Temuan lewat batas waktu', en: 'Overdue findings' },
    means: {
      id: 'Temuan yang belum dijawab padahal batas waktu jawabannya sudah lewat.',
      en: 'Findings without an answer although the day it was due has passed.',
    },
    numerator: {
      id: 'Temuan belum dijawab yang batas waktunya sebelum tanggal data',
      en: 'Unanswered findings due before the cut-off day',
    },
    denominator: {
      id: 'Temuan yang masih menunggu jawaban',
      en: 'Findings that still wait for an answer',
    },
    unit: 'findings',
    owner: department,
    source: { id: 'Temuan dan disposisinya', en: 'Findings and whom they were assigned to' },
    cutOff: now,
    better: 'less',
  },
  pertemuan: {
    name: { id: 'Pertemuan terlaksana minggu ini', en: 'Meetings held this week' },
    means: {
      id: 'Pertemuan kelompok sejak Senin yang sudah ditutup dengan uang terhitung, dari semua yang seharusnya sudah berlangsung.',
      en: 'Group meetings since Monday that were closed with the cash counted, out of all that should have taken place by now.',
    },
    numerator: { id: 'Pertemuan yang sudah ditutup', en: 'Meetings that were closed' },
    denominator: {
      id: 'Pertemuan yang dijadwalkan sejak Senin sampai kemarin, ditambah hari ini yang sudah ditutup atau dibatalkan',
      en: 'Meetings scheduled from Monday to yesterday, and those of today already closed or cancelled',
    },
    unit: 'meetings',
    owner: department,
    source: { id: 'Jadwal dan lembar pertemuan', en: 'Schedules and sheets of meetings' },
    cutOff: now,
    better: 'more',
  },
  'kiriman-lapangan': {
    name: { id: 'Kiriman lapangan sudah masuk', en: 'Field work handed in' },
    means: {
      id: 'Bagian petugas yang semua HP lapangannya sudah mengirim seluruh catatan dan terlihat dalam 3 hari terakhir. Selama masih ada yang di HP, angka lain di halaman ini belum lengkap.',
      en: 'Share of officers whose field phones have all handed in everything and were seen in the last 3 days. While something is still on a phone, the other figures here are not complete.',
    },
    numerator: {
      id: 'Petugas tanpa catatan tersisa di HP, dan HP-nya terlihat sejak 3 hari sebelum tanggal data',
      en: 'Officers with nothing left on their phones, seen since 3 days before the cut-off day',
    },
    denominator: {
      id: 'Petugas yang memakai HP lapangan; HP yang dicabut tidak dihitung',
      en: 'Officers who use a field phone; revoked phones do not count',
    },
    unit: 'people',
    owner: department,
    source: {
      id: 'Yang dilaporkan setiap HP saat terakhir mengirim',
      en: 'What each phone reported when it last sent',
    },
    cutOff: now,
    better: 'more',
  },
  'setoran-mingguan': {
    name: { id: 'Setoran minggu ini', en: 'This week’s repayments' },
    means: {
      id: 'Uang angsuran yang masuk di pertemuan sejak Senin, termasuk yang ditanggung teman, dibandingkan dengan yang jatuh tempo. Tabungan tidak termasuk. Bisa lebih dari 100 % bila tunggakan lama ikut dibayar.',
      en: 'Instalment money received at meetings since Monday, peers’ covers included, beside what fell due. Savings are left out. It can pass 100 % when old arrears are paid as well.',
    },
    numerator: { id: 'Rupiah angsuran yang masuk', en: 'Rupiah of instalments received' },
    denominator: {
      id: 'Rupiah angsuran yang jatuh tempo',
      en: 'Rupiah of instalments that fell due',
    },
    unit: 'rupiah',
    owner: department,
    source: { id: 'Lembar pertemuan kelompok', en: 'Sheets of group meetings' },
    cutOff: { id: 'Pertemuan yang sudah ditutup sejak Senin', en: 'Meetings closed since Monday' },
    better: 'more',
  },
  dilayani: {
    name: { id: 'Pernah dilayani', en: 'Ever served' },
    means: {
      id: 'Orang yang pernah menerima sedikitnya satu layanan program. Orang, bukan layanan: yang dilayani sepuluh kali tetap dihitung satu.',
      en: 'People who ever received at least one service of the programme. People, not services: someone served ten times counts once.',
    },
    numerator: {
      id: 'Pemilik usaha terdaftar yang pernah dilayani',
      en: 'Owners of registered businesses who were ever served',
    },
    denominator: { id: 'Pemilik usaha terdaftar', en: 'Owners of registered businesses' },
    unit: 'people',
    owner: department,
    source: { id: 'Garis hidup layanan setiap orang', en: 'Each person’s line of services' },
    cutOff: now,
    better: 'more',
  },
  ditemui: {
    name: { id: 'Ditemui 90 hari', en: 'Met in 90 days' },
    means: {
      id: 'Orang yang dikunjungi atau hadir di pertemuan kelompok dalam 90 hari terakhir.',
      en: 'People visited, or present at a group meeting, in the last 90 days.',
    },
    numerator: {
      id: 'Pemilik usaha terdaftar yang ditemui dalam 90 hari',
      en: 'Owners of registered businesses met within 90 days',
    },
    denominator: { id: 'Pemilik usaha terdaftar', en: 'Owners of registered businesses' },
    unit: 'people',
    owner: department,
    source: { id: 'Kunjungan dan daftar hadir pertemuan', en: 'Visits and attendance at meetings' },
    cutOff: now,
    better: 'more',
  },
  permodalan: {
    name: { id: 'Dapat modal', en: 'Received capital' },
    means: {
      id: 'Orang yang pernah menerima pembiayaan melalui program ini.',
      en: 'People who ever received a loan through this programme.',
    },
    numerator: {
      id: 'Pemilik usaha terdaftar yang pernah menerima pembiayaan',
      en: 'Owners of registered businesses who ever received a loan',
    },
    denominator: { id: 'Pemilik usaha terdaftar', en: 'Owners of registered businesses' },
    unit: 'people',
    owner: department,
    source: { id: 'Pencairan pinjaman', en: 'Disbursed loans' },
    cutOff: now,
    better: 'more',
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof indicators;
export const indicatorNames = Object.keys(indicators) as IndicatorName[];

export function isIndicatorName(text: string): text is IndicatorName {
  return Object.hasOwn(indicators, text);
}

export function indicatorOf(name: IndicatorName): Indicator {
  return indicators[name];
}
