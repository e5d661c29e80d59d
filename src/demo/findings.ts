import type { CaseTopic } from '#domains/voice/case.ts';
import type { DemoInstitution } from './demo-users.ts';

interface FindingText {
  readonly topic: CaseTopic;
  readonly text: string;
  readonly department: DemoInstitution;
  readonly answer: string;
}

/** What women say at meetings, which department answers, and what it answers. */
export const findingTexts: readonly FindingText[] = [
  {
    topic: 'permit',
    department: 'dinkes',
    text: 'Sudah ikut penyuluhan keamanan pangan, sertifikat PKP belum keluar.',
    answer:
      'Sertifikat sudah dicetak dan dapat diambil di bidang Kesmas; pendamping dihubungi untuk mengantar.',
  },
  {
    topic: 'permit',
    department: 'dinkes',
    text: 'Minta jadwal pemeriksaan sarana produksi untuk SPP-IRT.',
    answer:
      'Pemeriksaan dijadwalkan bersama puskesmas minggu depan; siapkan denah dapur dan contoh label.',
  },
  {
    topic: 'permit',
    department: 'dpmptsp',
    text: 'NIB terkunci karena lupa surel dan kata sandi OSS.',
    answer: 'Akun dipulihkan di loket pendampingan OSS; bawa KTP dan nomor ponsel yang aktif.',
  },
  {
    topic: 'permit',
    department: 'dpmptsp',
    text: 'KBLI di NIB salah, tertulis restoran padahal membuat keripik.',
    answer: 'Perubahan KBLI sudah diajukan bersama pelaku usaha; NIB baru terbit.',
  },
  {
    topic: 'marketing',
    department: 'disperindag',
    text: 'Minta ikut bazar hari jadi kota, dua tahun belum pernah dapat lapak.',
    answer:
      'Dimasukkan ke daftar undian lapak; pengundian dilakukan terbuka dan hasilnya diumumkan di kelurahan.',
  },
  {
    topic: 'marketing',
    department: 'disperindag',
    text: 'Harga plastik kemasan naik, minta info pembelian bersama.',
    answer:
      'Disediakan pembelian bersama lewat sentra kemasan; daftar harga diberikan kepada pendamping.',
  },
  {
    topic: 'production',
    department: 'plut',
    text: 'Kemplang cepat melempem, butuh bimbingan pengemasan.',
    answer: 'Konsultan produksi datang ke kelompok dan memperagakan siler dan penyerap lembap.',
  },
  {
    topic: 'production',
    department: 'plut',
    text: 'Minta contoh resep dengan takaran tetap supaya rasanya sama.',
    answer: 'Resep baku disusun bersama tiga anggota dan dibagikan.',
  },
  {
    topic: 'training',
    department: 'dinas',
    text: 'Ingin pelatihan foto produk dengan ponsel.',
    answer: 'Kelas Balikat foto produk dibuka; lima anggota kelompok didaftarkan.',
  },
  {
    topic: 'place',
    department: 'pupr',
    text: 'Saluran air di depan rumah produksi tersumbat, halaman sering tergenang.',
    answer: 'Saluran dibersihkan oleh satgas; perbaikan tutupnya masuk pekerjaan rutin.',
  },
  {
    topic: 'place',
    department: 'pupr',
    text: 'Lampu jalan ke tempat pertemuan mati sejak bulan lalu.',
    answer: 'Lampu diganti; laporan diteruskan juga ke UPT penerangan jalan.',
  },
  {
    topic: 'household',
    department: 'dinsos',
    text: 'Anggota ditinggal suami, tiga anak, minta dicek bantuan keluarga.',
    answer: 'Data keluarga diverifikasi petugas; usulan pemutakhiran sudah dikirim.',
  },
  {
    topic: 'financing',
    department: 'dinas',
    text: 'Masih ditagih rentenir, minta jalan keluar.',
    answer:
      'Anggota didampingi menghitung sisa utang dan dirujuk ke lembaga yang dapat menalangi pokoknya.',
  },
  {
    topic: 'other',
    department: 'dinas',
    text: 'Data usaha di kartu keliru, nama produk tertukar.',
    answer: 'Data diperbaiki dan kartu dicetak ulang.',
  },
];

/** The answer a department writes to a finding. */
export function answerTo(text: string): string {
  return (
    findingTexts.find((finding) => finding.text === text)?.answer ??
    'Sudah ditindaklanjuti bersama pendamping.'
  );
}
