import type { RoleAssignment } from '#platform/command/command.ts';

/** Shared by every account of a demo city and printed at its start; a real city never has it. */
export const demoPassword = 'naik-kelas-2026';

/** Opens the pages of the demo city's group leaders with their cards. */
export const demoMemberPin = '246810';

export type DemoInstitution =
  | 'dinas'
  | 'dinkes'
  | 'dpmptsp'
  | 'disperindag'
  | 'pupr'
  | 'dinsos'
  | 'plut'
  | 'koperasi'
  | 'bank'
  | 'bpr';

/** A role as the list below writes it: its institution by short code, its kecamatan by Kemendagri code. */
export interface DemoRole {
  readonly role: RoleAssignment['role'];
  readonly institution?: DemoInstitution;
  readonly kecamatan?: string;
}

export interface DemoUser {
  readonly login: string;
  readonly name: string;
  readonly title: string;
  /** Invented: real numbers begin with a birth date. */
  readonly nip?: string;
  readonly roles: readonly DemoRole[];
  /** What one can try with it; only those are printed at the start. */
  readonly does?: string;
  /** Approves or signs, so it has a second factor. */
  readonly signs?: true;
}

const at = (kecamatan: readonly string[]): DemoRole[] =>
  kecamatan.map((number) => ({ role: 'pendamping', kecamatan: `15.71.${number}` }));

export const demoUsers: readonly DemoUser[] = [
  {
    login: 'admin',
    name: 'Taufik Hamdani',
    title: 'Pengelola sistem',
    roles: [{ role: 'admin' }],
    does: 'runs the installation: users and roles',
    signs: true,
  },
  {
    login: 'walikota',
    name: 'H. Mahmud Rasyid',
    title: 'Wali Kota',
    roles: [{ role: 'wali-kota' }],
    does: 'the mayor: one page of truth at /laporan',
  },
  {
    login: 'kepala.dinas',
    name: 'Hj. Ratna Anggraini',
    title: 'Pembina Tingkat I',
    nip: '999901012001012001',
    signs: true,
    roles: [{ role: 'kepala-dinas' }],
    does: 'head of department: signs the decrees that recognise groups',
  },
  {
    login: 'verifikator',
    name: 'Junaidi Arifin',
    title: 'Penata Tingkat I',
    nip: '999902022008011002',
    signs: true,
    roles: [{ role: 'verifikator' }],
    does: 'verifies proposed groups',
  },
  {
    login: 'petugas',
    name: 'Novita Rahmawati',
    title: 'Penata Muda',
    nip: '999903032015032003',
    roles: [{ role: 'petugas-dinas' }],
    does: 'department officer: imports, people, proposes groups, assigns findings',
  },
  {
    login: 'koordinator',
    name: 'Syahrul Effendi',
    title: 'Koordinator pendamping',
    roles: [{ role: 'koordinator-pendamping' }],
    does: 'coordinates the mentors',
  },
  {
    login: 'pendamping',
    name: 'Rina Oktavia',
    title: 'Pendamping',
    roles: at(['01', '04', '09', '10']),
    does: 'mentor with a group meeting on every day of the week',
  },
  { login: 'pendamping2', name: 'Erna Wulandari', title: 'Pendamping', roles: at(['02', '03']) },
  { login: 'pendamping3', name: 'Hendri Saputra', title: 'Pendamping', roles: at(['05', '06']) },
  { login: 'pendamping4', name: 'Desi Permata', title: 'Pendamping', roles: at(['07', '08']) },
  { login: 'pendamping5', name: 'Fauzi Ramadhan', title: 'Pendamping', roles: at(['09', '11']) },
  {
    login: 'dinkes',
    name: 'Mariani Hidayah',
    title: 'Petugas Dinas Kesehatan',
    roles: [{ role: 'petugas-opd', institution: 'dinkes' }],
    does: 'Dinas Kesehatan: answers its findings',
  },
  {
    login: 'dpmptsp',
    name: 'Rizal Kurniawan',
    title: 'Petugas DPMPTSP',
    roles: [{ role: 'petugas-opd', institution: 'dpmptsp' }],
    does: 'DPMPTSP: answers its findings',
  },
  {
    login: 'disperindag',
    name: 'Yusnidar Lubis',
    title: 'Petugas Disperindag',
    roles: [{ role: 'petugas-opd', institution: 'disperindag' }],
  },
  {
    login: 'pupr',
    name: 'Dedi Firmansyah',
    title: 'Petugas PUPR',
    roles: [{ role: 'petugas-opd', institution: 'pupr' }],
  },
  {
    login: 'dinsos',
    name: 'Saodah Khairani',
    title: 'Petugas Dinas Sosial',
    roles: [{ role: 'petugas-opd', institution: 'dinsos' }],
  },
  {
    login: 'plut',
    name: 'Andi Pratama',
    title: 'Konsultan PLUT',
    roles: [{ role: 'konsultan-plut' }, { role: 'petugas-opd', institution: 'plut' }],
    does: 'PLUT consultant',
  },
  {
    login: 'koperasi',
    name: 'Sulastri Handayani',
    title: 'Petugas kredit',
    roles: [{ role: 'petugas-lembaga', institution: 'koperasi' }],
    does: 'lender officer of the cooperative: offers, recommends, disburses',
  },
  {
    login: 'koperasi.ketua',
    name: 'Zulkifli Harahap',
    title: 'Ketua koperasi',
    signs: true,
    roles: [{ role: 'penyetuju-lembaga', institution: 'koperasi' }],
    does: 'approves the cooperative’s loans',
  },
  {
    login: 'kasir',
    name: 'Mira Safitri',
    title: 'Kasir',
    roles: [{ role: 'kasir', institution: 'koperasi' }],
    does: 'cashier: takes in the mentors’ cash bags',
  },
  {
    login: 'bank',
    name: 'Budi Setiawan',
    title: 'Petugas bank',
    roles: [{ role: 'petugas-lembaga', institution: 'bank' }],
    does: 'bank: takes candidates, sends its files, answers subsidy claims',
  },
  {
    login: 'bpr',
    name: 'Elvira Siregar',
    title: 'Petugas BPR',
    roles: [{ role: 'petugas-lembaga', institution: 'bpr' }],
    does: 'BPR: the same for its own loans',
  },
  {
    login: 'bank.penyetuju',
    name: 'Rosmala Dewi',
    title: 'Kepala cabang',
    signs: true,
    roles: [{ role: 'penyetuju-lembaga', institution: 'bank' }],
    does: 'bank: approves what its officer proposes (file templates, prices, grade tables)',
  },
  {
    login: 'bpr.penyetuju',
    name: 'Armansyah Putra',
    title: 'Direktur BPR',
    signs: true,
    roles: [{ role: 'penyetuju-lembaga', institution: 'bpr' }],
    does: 'BPR: approves what its officer proposes',
  },
  {
    login: 'tkpk',
    name: 'Ismail Hakim',
    title: 'Sekretaris TKPK',
    roles: [{ role: 'tkpk' }],
    does: 'poverty board: reads the figures',
  },
  {
    login: 'auditor',
    name: 'Darmawati Usman',
    title: 'Auditor Inspektorat',
    roles: [{ role: 'auditor' }],
    does: 'auditor: reads books, audit trail and figures',
  },
  {
    login: 'dpo',
    name: 'Iskandar Maulana',
    title: 'Pejabat pelindungan data pribadi',
    roles: [{ role: 'dpo' }],
    does: 'data protection officer',
  },
];

/** The sign-ins that the start page and the terminal show. */
export const demoSignIns = {
  password: demoPassword,
  memberPin: demoMemberPin,
  users: demoUsers.flatMap(({ login, does, signs }) =>
    does === undefined ? [] : [{ login, does, needsCode: signs === true }],
  ),
} as const;
