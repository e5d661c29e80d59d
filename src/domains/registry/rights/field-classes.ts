import type { PermissionKind } from '#domains/access/who-may.ts';
import type { Words } from '#kernel/words.ts';

/** On what ground the city may keep a thing at all (UU 27/2022 art. 20). */
export const legalBases = {
  'public-task': {
    id: 'tugas pelayanan publik (UU 27/2022 pasal 20 ayat 2 huruf e)',
    en: 'public service task (UU 27/2022 art. 20(2)e)',
  },
  'legal-duty': {
    id: 'kewajiban hukum (UU 27/2022 pasal 20 ayat 2 huruf c)',
    en: 'legal duty (UU 27/2022 art. 20(2)c)',
  },
  contract: {
    id: 'perjanjian dengan orangnya (UU 27/2022 pasal 20 ayat 2 huruf b)',
    en: 'contract with the person (UU 27/2022 art. 20(2)b)',
  },
} as const satisfies Record<string, Words>;

interface FieldClassSpec {
  readonly says: Words;
  /** `specific` asks for more care: money and children (UU 27/2022 art. 4). */
  readonly kind: 'general' | 'specific';
  readonly purpose: Words;
  readonly basis: keyof typeof legalBases;
  /** The screens it stands on: who sees them is read from the table of who may do what. */
  readonly seen: readonly PermissionKind[];
  readonly recipients: Words;
  readonly kept: Words;
  readonly protection: Words;
}

const nobody: Words = { id: 'tidak diberikan ke luar', en: 'given to nobody outside' };
const lender: Words = {
  id: 'lembaga keuangan yang dipilihnya, setelah ia menyetujui',
  en: 'the lender she chose, after she agreed',
};
const byArea: Words = {
  id: 'menurut peran dan wilayah tugas; tiap perubahan di jejak audit',
  en: 'by role and area; every change in the audit trail',
};
const sealed: Words = {
  id: 'disandikan dengan kunci di luar pangkalan data; di layar empat angka terakhir; pembacaan minta alasan dan dicatat',
  en: 'encrypted with a key outside the database; last four digits on screens; reading asks a reason and is logged',
};
const whileServed: Words = {
  id: 'selama dilayani, lalu menurut jadwal retensi arsip kota; dihapus atas permintaan bila tak ada yang menahan',
  en: 'while served, then by the city’s records schedule; erased on request where nothing holds it',
};
const tenYears: Words = {
  id: 'sepuluh tahun setelah tahun bukunya (UU 8/1997 pasal 11)',
  en: 'ten years after its book year (UU 8/1997 art. 11)',
};
const stateRecord: Words = {
  id: 'arsip negara, menurut jadwal retensi arsip kota (UU 43/2009)',
  en: 'state record, by the city’s records schedule (UU 43/2009)',
};

/** What is kept about people and businesses, by class: why, on what ground, who sees it, how long, how guarded. */
export const fieldClasses = {
  identity: {
    says: { id: 'Nama, jenis kelamin, hari lahir', en: 'Name, sex, birth date' },
    kind: 'general',
    purpose: { id: 'mengenali satu orang satu kali', en: 'knowing one person once' },
    basis: 'public-task',
    seen: ['see.people'],
    recipients: lender,
    kept: whileServed,
    protection: byArea,
  },
  contact: {
    says: { id: 'Telepon dan tempat tinggal', en: 'Phone and home' },
    kind: 'general',
    purpose: { id: 'mengundang dan mengunjungi', en: 'inviting and visiting' },
    basis: 'public-task',
    seen: ['see.people'],
    recipients: lender,
    kept: whileServed,
    protection: byArea,
  },
  'official-number': {
    says: { id: 'NIK, KK, NPWP', en: 'NIK, KK, NPWP' },
    kind: 'general',
    purpose: {
      id: 'membedakan orang yang bernama sama; syarat lembaga keuangan',
      en: 'telling people of one name apart; what lenders require',
    },
    basis: 'public-task',
    seen: ['see.people'],
    recipients: lender,
    kept: whileServed,
    protection: sealed,
  },
  family: {
    says: {
      id: 'Keluarga: anggota, jumlah anak, belanja sebulan',
      en: 'Family: members, number of children, monthly spending',
    },
    kind: 'specific',
    purpose: { id: 'menyasar program kemiskinan', en: 'targeting poverty programmes' },
    basis: 'public-task',
    seen: ['see.welfare'],
    recipients: nobody,
    kept: whileServed,
    protection: {
      id: 'anak hanya sebagai jumlah; menurut peran dan wilayah tugas',
      en: 'children only as a count; by role and area',
    },
  },
  business: {
    says: {
      id: 'Usaha: nama, produk, KBLI, NIB, tempat',
      en: 'Business: name, product, KBLI, NIB, place',
    },
    kind: 'general',
    purpose: { id: 'membina usaha sampai naik kelas', en: 'helping the business to grow' },
    basis: 'public-task',
    seen: ['see.people'],
    recipients: lender,
    kept: whileServed,
    protection: byArea,
  },
  'business-figures': {
    says: { id: 'Omzet dan tenaga kerja', en: 'Turnover and workers' },
    kind: 'specific',
    purpose: { id: 'menilai kelas dan kemajuan usaha', en: 'judging class and progress' },
    basis: 'public-task',
    seen: ['see.visits'],
    recipients: lender,
    kept: whileServed,
    protection: byArea,
  },
  membership: {
    says: { id: 'Kelompok, SK, kartu anggota', en: 'Group, decree, member card' },
    kind: 'general',
    purpose: { id: 'mengukuhkan dan mendampingi kelompok', en: 'recognising and mentoring groups' },
    basis: 'legal-duty',
    seen: ['see.groups'],
    recipients: {
      id: 'lampiran SK, kepada yang berhak menerimanya',
      en: 'the annex of the decree, to its recipients',
    },
    kept: stateRecord,
    protection: byArea,
  },
  'her-rights': {
    says: { id: 'Persetujuan dan permintaan atas data', en: 'Consents and requests about data' },
    kind: 'general',
    purpose: { id: 'membuktikan haknya dipenuhi', en: 'proving that her rights were kept' },
    basis: 'legal-duty',
    seen: ['see.data-requests', 'see.consent-evidence'],
    recipients: nobody,
    kept: stateRecord,
    protection: byArea,
  },
  origin: {
    says: {
      id: 'Asal data: berkas impor, baris, usulan, penggabungan',
      en: 'Where data came from: imported files, rows, proposals, merges',
    },
    kind: 'general',
    purpose: { id: 'membetulkan dan mengembalikan data', en: 'correcting data and taking it back' },
    basis: 'legal-duty',
    seen: ['see.imports', 'see.people-review'],
    recipients: nobody,
    kept: whileServed,
    protection: {
      id: 'NIK dan KK di dalamnya disandikan; menurut peran',
      en: 'NIK and KK inside are encrypted; by role',
    },
  },
  mentoring: {
    says: {
      id: 'Kehadiran, kunjungan, foto, temuan, layanan',
      en: 'Attendance, visits, photos, findings, services',
    },
    kind: 'general',
    purpose: { id: 'mendampingi dan menyelesaikan masalah', en: 'mentoring and settling problems' },
    basis: 'public-task',
    seen: ['see.meetings', 'see.visits', 'see.cases'],
    recipients: nobody,
    kept: whileServed,
    protection: byArea,
  },
  money: {
    says: { id: 'Pinjaman, angsuran, simpanan, buku', en: 'Loans, repayments, savings, books' },
    kind: 'specific',
    purpose: { id: 'menyalurkan dan menagih dengan benar', en: 'lending and collecting rightly' },
    basis: 'contract',
    seen: ['see.loans', 'see.books', 'see.partner-books'],
    recipients: {
      id: 'lembaga keuangan yang meminjamkan; subsidi kepada pembayarnya',
      en: 'the lender; for a subsidy, whoever pays it',
    },
    kept: tenYears,
    protection: {
      id: 'buku hanya bertambah, tidak diubah; menurut lembaga dan wilayah tugas',
      en: 'books are only added to; by institution and area',
    },
  },
  figures: {
    says: { id: 'Angka program tanpa nama', en: 'Programme figures without names' },
    kind: 'general',
    purpose: { id: 'laporan Wali Kota dan publik', en: 'the mayor’s and the public’s report' },
    basis: 'legal-duty',
    seen: ['see.leadership'],
    recipients: {
      id: 'publik; angka di bawah lima disamarkan',
      en: 'the public; cells under five hidden',
    },
    kept: stateRecord,
    protection: { id: 'tanpa nama', en: 'no names' },
  },
  staff: {
    says: {
      id: 'Akun petugas, HP lapangan, jejak pemakaian',
      en: 'Officers’ accounts, field phones, trail of use',
    },
    kind: 'general',
    purpose: { id: 'mengetahui siapa memakai data siapa', en: 'knowing who used whose data' },
    basis: 'legal-duty',
    seen: ['see.users', 'see.devices', 'see.audit', 'see.secret-readings'],
    recipients: { id: 'pemeriksa yang berwenang', en: 'authorised auditors' },
    kept: stateRecord,
    protection: {
      id: 'sandi tersimpan sebagai hash; jejak berantai dan hanya bertambah',
      en: 'passwords as hashes; the trail is chained and only added to',
    },
  },
} as const satisfies Record<string, FieldClassSpec>;

export type FieldClass = keyof typeof fieldClasses;
export const fieldClassNames = Object.keys(fieldClasses) as FieldClass[];
export const fieldClassOf = (name: FieldClass): FieldClassSpec => fieldClasses[name];
