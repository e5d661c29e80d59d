import type { Words } from '#kernel/words.ts';

export const userWords = {
  title: { id: 'Pengguna', en: 'Users' },
  search: { id: 'Cari nama, nama pengguna, jabatan…', en: 'Search name, user name, title…' },
  name: { id: 'Nama', en: 'Name' },
  login: { id: 'Nama pengguna', en: 'User name' },
  roles: { id: 'Peran & wilayah', en: 'Roles & areas' },
  factor: { id: 'Kode kedua', en: 'Second factor' },
  on: { id: 'aktif', en: 'on' },
  off: { id: 'belum', en: 'not yet' },
  needed: { id: 'wajib, belum aktif', en: 'required, not on' },
  seen: { id: 'Terakhir terlihat', en: 'Last seen' },
  never: { id: 'belum pernah', en: 'never' },
  closed: { id: 'ditutup', en: 'closed' },
  allRoles: { id: 'Semua peran', en: 'All roles' },
  add: { id: 'Tambah pengguna', en: 'Add a user' },
  empty: { id: 'Belum ada pengguna', en: 'No users yet' },
  adminOnly: { id: 'hanya pengelola sistem', en: 'administrators only' },
  wholeCity: { id: 'seluruh kota', en: 'the whole city' },
  newTitle: { id: 'Pengguna baru', en: 'New user' },
  newSub: {
    id: 'Sampaikan kata sandi pertama secara langsung; ia menggantinya setelah masuk.',
    en: 'Hand over the first password in person; she changes it after signing in.',
  },
  loginHint: {
    id: 'Huruf kecil, angka, titik; 3–60 huruf.',
    en: 'Small letters, digits, dots; 3–60 characters.',
  },
  jobTitle: { id: 'Jabatan', en: 'Title' },
  nip: { id: 'NIP', en: 'NIP (civil servant number)' },
  nipHint: { id: '18 angka, bila ada.', en: '18 digits, if there is one.' },
  password: { id: 'Kata sandi pertama', en: 'First password' },
  passwordHint: { id: 'Minimal 10 huruf.', en: 'At least 10 characters.' },
  role: { id: 'Peran', en: 'Role' },
  jurisdiction: { id: 'Wilayah tugas', en: 'Jurisdiction' },
  at: { id: 'Kode wilayah atau nomor lembaga', en: 'Area code or institution id' },
  atHint: {
    id: 'Kosongkan untuk seluruh kota. Kecamatan dan kelurahan: kode Kemendagri seperti 15.71.05.',
    en: 'Leave empty for the whole city. Kecamatan and kelurahan: the Kemendagri code, as 15.71.05.',
  },
  save: { id: 'Buat pengguna', en: 'Create the user' },
  created: { id: 'Pengguna dibuat.', en: 'The user was created.' },
  dept: { id: 'dinas', en: 'department' },
} satisfies Record<string, Words>;

export const jurisdictionWords: Record<string, Words> = {
  city: { id: 'Seluruh kota', en: 'The whole city' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  department: { id: 'Perangkat daerah', en: 'Department' },
  institution: { id: 'Lembaga', en: 'Institution' },
  group: { id: 'Kelompok', en: 'Group' },
};
