import type { Words } from '#kernel/words.ts';

export const signInWords = {
  title: { id: 'Masuk', en: 'Sign in' },
  sub: {
    id: 'Untuk petugas, pendamping, dan lembaga keuangan.',
    en: 'For officers, mentors and lenders.',
  },
  login: { id: 'Nama pengguna', en: 'User name' },
  password: { id: 'Kata sandi', en: 'Password' },
  enter: { id: 'Masuk', en: 'Sign in' },
  forgot: {
    id: 'Lupa kata sandi? Mintalah pengelola sistem di dinas membuat yang baru.',
    en: 'Forgot the password? Ask the system administrator at the department for a new one.',
  },
  member: {
    id: 'Anggota kelompok tidak perlu akun: pindai kode QR pada kartu.',
    en: 'Group members need no account: scan the QR code on the card.',
  },
  codeTitle: { id: 'Kode keamanan', en: 'Security code' },
  codeSub: {
    id: 'Buka aplikasi autentikator di ponsel, lalu ketik enam angkanya.',
    en: 'Open the authenticator app on your phone and type its six digits.',
  },
  code: { id: 'Enam angka', en: 'Six digits' },
  codeHint: { id: 'Berganti setiap 30 detik.', en: 'It changes every 30 seconds.' },
  continue: { id: 'Lanjut', en: 'Continue' },
  demoCode: { id: 'Kota contoh: kode saat ini', en: 'Demo city: the code right now is' },
  demo: { id: 'Kota contoh: masuk sebagai…', en: 'Demo city: sign in as…' },
  demoText: {
    id: 'Tidak ada orang sungguhan di kota ini. Kata sandi untuk semua:',
    en: 'Nobody in this city is real. The password for all:',
  },
  otherAccount: { id: 'Pakai akun lain', en: 'Use another account' },
} satisfies Record<string, Words>;
