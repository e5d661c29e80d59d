import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const closeDayWords = {
  title: { id: 'Tutup hari', en: 'Day close' },
  sub: {
    id: 'Setiap malam pinjaman dinilai, dikelompokkan menurut tunggakan, lalu angkanya dibekukan. Hari yang sudah ditutup tidak berubah lagi.',
    en: 'Every night loans are aged and graded and the figures frozen. A closed day never changes again.',
  },
  noBook: { id: 'Belum ada buku', en: 'No books yet' },
  noBookText: {
    id: 'Di wilayah tugas Anda belum ada lembaga yang bukunya dikelola di sini.',
    en: 'No institution within your reach keeps its books here.',
  },
  asked: {
    id: 'Tutup hari dimulai. Halaman ini menunjukkan kemajuannya.',
    en: 'The close has begun. This page shows how far it is.',
  },
  lender: { id: 'Lembaga', en: 'Lender' },
  show: { id: 'Tampilkan', en: 'Show' },
  running: { id: 'Sedang menutup hari', en: 'Closing days' },
  leave: {
    id: 'Anda boleh meninggalkan halaman ini. Bila server berhenti, pekerjaan dilanjutkan dari bagian yang belum selesai.',
    en: 'You may leave this page. If the server stops, the work goes on with the part that was not done.',
  },
  failed: { id: 'Tutup hari terhenti', en: 'The close was stopped' },
  closedUntil: { id: 'Sudah ditutup sampai', en: 'Closed until' },
  neverClosed: { id: 'belum pernah', en: 'never' },
  outstanding: { id: 'Sisa pokok', en: 'Outstanding principal' },
  npl: { id: 'NPL (kolektibilitas 3–5)', en: 'NPL (grades 3–5)' },
  notGraded: { id: 'tanpa tabel kolektibilitas', en: 'no quality table' },
  provision: { id: 'Cadangan menurut tabel', en: 'Provision by the table' },
  forInformation: {
    id: 'hanya informasi, tidak dibukukan',
    en: 'for information, not booked',
  },
  seriesTitle: { id: 'PAR30 setengah tahun terakhir', en: 'PAR30 over the last half year' },
  week: { id: 'Minggu', en: 'Week' },
  seriesNote: {
    id: 'Sisa pokok pinjaman yang menunggak lebih dari 30 hari dibagi seluruh sisa pokok, pada hari terakhir tiap minggu.',
    en: 'Principal of loans more than 30 days late over all principal, on the last day of each week.',
  },
  closeNow: { id: 'Tutup hari sekarang', en: 'Close now' },
  until: { id: 'Sampai dengan hari', en: 'Until the day' },
  button: { id: 'Tutup hari', en: 'Close the day' },
  today: {
    id: 'Bila hari ini ikut ditutup, setoran berikutnya baru bisa dibukukan besok.',
    en: 'If today is closed too, further cash can only be booked tomorrow.',
  },
  upToDate: { id: 'Semua hari sudah ditutup.', en: 'Every day is closed.' },
  checks: { id: 'Sebelum menutup', en: 'Before closing' },
  allMet: { id: 'Semua pertemuan hari ini sudah ditutup', en: 'Every meeting of today is closed' },
  allCounted: { id: 'Kas hari ini sudah dihitung', en: 'Today’s cash was counted' },
  history: { id: 'Riwayat', en: 'History' },
  day: { id: 'Hari', en: 'Day' },
  changed: { id: 'Berubah', en: 'Changed' },
  what: { id: 'Apa yang berubah', en: 'What changed' },
  took: { id: 'Lama', en: 'Took' },
  by: { id: 'Diminta oleh', en: 'Asked by' },
  system: { id: 'Otomatis', en: 'Automatic' },
  difference: { id: 'Selisih buku', en: 'Books differ' },
  agrees: { id: 'cocok', en: 'agree' },
  closing: { id: 'sedang ditutup', en: 'closing' },
  nothing: { id: 'tidak ada', en: 'nothing' },
  gradedBy: { id: 'Kolektibilitas menurut', en: 'Graded by' },
} satisfies Record<string, Words>;

export function openDaysWords(days: number, from: string): Words {
  return {
    id:
      days === 1
        ? 'Satu hari belum ditutup: hari ini'
        : `${days} hari belum ditutup, sejak ${formatDate(from, 'id')}`,
    en:
      days === 1
        ? 'One day is open: today'
        : `${days} days are open, since ${formatDate(from, 'en')}`,
  };
}

export function openMeetingsWords(meetings: number): Words {
  return {
    id: `${meetings} pertemuan hari ini belum ditutup`,
    en: `${meetings} of today’s meetings are not closed yet`,
  };
}

export function uncountedWords(cash: { name: string; holdsRupiah: bigint }): Words {
  return {
    id: `${cash.name}: ${formatRupiah(cash.holdsRupiah, 'id')} belum dihitung hari ini`,
    en: `${cash.name}: ${formatRupiah(cash.holdsRupiah, 'en')} not counted today`,
  };
}

export function progressWords(done: number, total: number | null): Words {
  return total === null
    ? { id: 'menunggu giliran', en: 'waiting its turn' }
    : { id: `${done} dari ${total} hari`, en: `${done} of ${total} days` };
}

/** What a day changed, in words; nothing where nothing happened. */
export function changeWords(tally: {
  newLoans: bigint;
  becameLate: bigint;
  becameCurrent: bigint;
  paidOff: bigint;
  gradeWorse: bigint;
  paidPrincipal: bigint;
  penaltyLoans: bigint;
  penaltyRupiah: bigint;
}): Words {
  const parts: (readonly [bigint, string, string])[] = [
    [tally.newLoans, 'pinjaman baru', 'new loans'],
    [tally.becameLate, 'mulai menunggak', 'became late'],
    [tally.becameCurrent, 'lancar kembali', 'current again'],
    [tally.paidOff, 'lunas', 'paid off'],
    [tally.gradeWorse, 'kolektibilitas turun', 'graded worse'],
  ];
  const said = parts.filter(([count]) => count > 0n);
  const paid = tally.paidPrincipal;
  const id = said.map(([count, text]) => `${count} ${text}`);
  const en = said.map(([count, , text]) => `${count} ${text}`);
  if (paid !== 0n) {
    id.push(`pokok masuk ${formatRupiah(paid, 'id')}`);
    en.push(`principal in ${formatRupiah(paid, 'en')}`);
  }
  if (tally.penaltyLoans > 0n) {
    const [inId, inEn] = [
      formatRupiah(tally.penaltyRupiah, 'id'),
      formatRupiah(tally.penaltyRupiah, 'en'),
    ];
    id.push(`denda ${inId} pada ${tally.penaltyLoans} pinjaman`);
    en.push(`penalties of ${inEn} on ${tally.penaltyLoans} loans`);
  }
  return id.length === 0 ? closeDayWords.nothing : { id: id.join(', '), en: en.join(', ') };
}
