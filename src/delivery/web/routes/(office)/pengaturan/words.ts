import type { Words } from '#kernel/words.ts';

export const settingsWords = {
  title: { id: 'Pengaturan', en: 'Settings' },
  account: { id: 'Akun', en: 'Account' },
  name: { id: 'Nama', en: 'Name' },
  login: { id: 'Nama pengguna', en: 'User name' },
  roles: { id: 'Peran & wilayah', en: 'Roles & areas' },
  appearance: { id: 'Bahasa & tampilan', en: 'Language & appearance' },
  appearanceText: { id: 'Hanya untuk perangkat ini.', en: 'For this device only.' },
  security: { id: 'Keamanan', en: 'Security' },
  securityText: {
    id: 'Kata sandi, kode keamanan kedua, dan perangkat yang sedang masuk.',
    en: 'Password, second factor, and the devices signed in.',
  },
  phones: { id: 'HP lapangan', en: 'Field phones' },
  phonesText: {
    id: 'HP yang Anda daftarkan di aplikasi lapangan, dan apa yang belum terkirim darinya.',
    en: 'The phones you enrolled in the field application, and what they have not sent.',
  },
  openPhones: { id: 'Lihat HP saya', en: 'See my phones' },
  open: { id: 'Buka keamanan', en: 'Open security' },

  factor: { id: 'Kode keamanan kedua', en: 'Second factor' },
  factorOn: { id: 'Aktif', en: 'On' },
  factorOff: { id: 'Belum aktif', en: 'Not on' },
  factorOnText: {
    id: 'Setiap kali masuk, Anda diminta enam angka dari ponsel.',
    en: 'Each time you sign in, six digits from your phone are asked for.',
  },
  factorOffText: {
    id: 'Enam angka dari aplikasi di ponsel, selain kata sandi. Wajib bagi yang menyetujui atau menandatangani.',
    en: 'Six digits from an app on your phone, beside the password. Required for whoever approves or signs.',
  },
  factorNeeded: {
    id: 'Peran Anda menyetujui atau menandatangani: aktifkan dulu agar tombolnya dapat ditekan.',
    en: 'Your role approves or signs: turn this on first, so that its buttons can be pressed.',
  },
  begin: { id: 'Pasang kode kedua', en: 'Set up the second factor' },
  restart: { id: 'Buat QR baru', en: 'Make a new QR' },
  scan: {
    id: 'Pindai dengan aplikasi autentikator (Google Authenticator, Aegis, Microsoft Authenticator), lalu ketik enam angkanya.',
    en: 'Scan with an authenticator app (Google Authenticator, Aegis, Microsoft Authenticator), then type its six digits.',
  },
  qrLabel: { id: 'QR untuk aplikasi autentikator', en: 'QR for the authenticator app' },
  typed: { id: 'Tidak bisa memindai? Ketik kunci ini:', en: 'Cannot scan? Type this key:' },
  code: { id: 'Enam angka dari aplikasi', en: 'Six digits from the app' },
  confirm: { id: 'Aktifkan', en: 'Turn on' },
  begun: { id: 'QR siap dipindai.', en: 'The QR is ready to scan.' },
  confirmed: { id: 'Kode keamanan kedua aktif.', en: 'The second factor is on.' },

  password: { id: 'Kata sandi', en: 'Password' },
  currentPassword: { id: 'Kata sandi sekarang', en: 'Current password' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  newPasswordHint: {
    id: 'Minimal 10 huruf; beberapa kata lebih baik daripada satu kata sulit.',
    en: 'At least 10 characters; several words are better than one hard word.',
  },
  change: { id: 'Ganti kata sandi', en: 'Change the password' },
  changeText: {
    id: 'Semua perangkat akan keluar, juga yang ini.',
    en: 'Every device will be signed out, this one too.',
  },
  changed: {
    id: 'Kata sandi diganti. Silakan masuk lagi.',
    en: 'The password was changed. Please sign in again.',
  },
  currentWrong: {
    id: 'Kata sandi sekarang tidak cocok.',
    en: 'The current password does not match.',
  },

  sessions: { id: 'Perangkat yang sedang masuk', en: 'Devices signed in' },
  device: { id: 'Perangkat', en: 'Device' },
  lastSeen: { id: 'Terakhir dipakai', en: 'Last used' },
  address: { id: 'Alamat IP', en: 'IP address' },
  thisOne: { id: 'ini', en: 'this one' },
  end: { id: 'Akhiri', en: 'End' },
  ended: { id: 'Sesi itu sudah diakhiri.', en: 'That session has ended.' },
  endOwn: { id: 'gunakan Keluar', en: 'use Sign out' },
} satisfies Record<string, Words>;
