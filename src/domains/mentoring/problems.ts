import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import { defineProblems } from '#platform/command/problem.ts';

const rp = (amount: Rupiah) => ({ id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') });

const planning = defineProblems('mentoring', {
  unknownMeeting: {
    status: 404,
    say: () => ({
      id: 'Pertemuan ini tidak ditemukan di kota ini. Kembali ke daftar pertemuan lalu pilih lagi.',
      en: 'There is no such meeting in this city. Go back to the list of meetings and choose again.',
    }),
  },
  unknownGroup: {
    status: 404,
    field: 'groupId',
    say: () => ({
      id: 'Kelompok ini tidak ditemukan di kota ini. Pilih lagi dari daftar kelompok.',
      en: 'There is no such group in this city. Choose again from the list of groups.',
    }),
  },
  groupNotActive: {
    status: 409,
    field: 'groupId',
    say: () => ({
      id: 'Kelompok ini belum dikukuhkan atau sedang tidak aktif. Pertemuan bisa dijadwalkan setelah kelompok aktif.',
      en: 'This group is not recognised yet or is not active. Meetings can be planned once it is active.',
    }),
  },
  unknownMentor: {
    status: 422,
    field: 'mentorId',
    say: () => ({
      id: 'Pengguna ini bukan pendamping yang masih bertugas. Pilih pendamping dari daftar.',
      en: 'This user is not a mentor on duty. Choose a mentor from the list.',
    }),
  },
  rangeTooLong: {
    status: 422,
    field: 'until',
    say: () => ({
      id: 'Rentang jadwal harus maju dan paling lama 53 minggu. Periksa tanggal mulai dan selesai.',
      en: 'The range must run forward and be at most 53 weeks. Check the first and the last date.',
    }),
  },
  rangeInPast: {
    status: 422,
    field: 'from',
    say: () => ({
      id: 'Jadwal dimulai hari ini atau sesudahnya. Pertemuan yang sudah lewat tidak diubah.',
      en: 'A schedule starts today or later. Meetings that have passed are not changed.',
    }),
  },
  meetingCancelled: {
    status: 409,
    say: (d: { why: string }) => ({
      id: `Pertemuan ini sudah dibatalkan (${d.why}). Pakai pertemuan berikutnya.`,
      en: `This meeting was cancelled (${d.why}). Use the next meeting.`,
    }),
  },
});

const closing = defineProblems('mentoring', {
  meetingClosed: {
    status: 409,
    say: () => ({
      id: 'Pertemuan ini sudah ditutup dan tersimpan; yang ini tidak dicatat lagi. Buka ringkasannya untuk melihat kuitansi.',
      en: 'This meeting is already closed and kept; this one was not recorded again. Open its summary to see the receipts.',
    }),
  },
  meetingNotYet: {
    status: 409,
    say: (d: { on: BusinessDate }) => ({
      id: `Pertemuan ini baru pada ${formatDate(d.on, 'id')}. Tutuplah pada harinya, setelah uang dihitung.`,
      en: `This meeting is on ${formatDate(d.on, 'en')}. Close it on its day, once the cash is counted.`,
    }),
  },
});

const carrying = defineProblems('mentoring', {
  unknownBag: {
    status: 404,
    field: 'bagId',
    say: () => ({
      id: 'Tas kas ini tidak ditemukan di lembaga Anda. Pilih lagi dari daftar.',
      en: 'There is no such cash bag at your institution. Choose again from the list.',
    }),
  },
  moreThanBag: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { holds: Rupiah }) => ({
      id: `Isi tas hanya ${rp(d.holds).id}. Hitung lagi uangnya, lalu tulis jumlah yang benar-benar diterima.`,
      en: `The bag holds only ${rp(d.holds).en}. Count the cash again and enter what was really received.`,
    }),
  },
  notYourBag: {
    status: 403,
    field: 'bagId',
    say: () => ({
      id: 'Ini bukan tas Anda. Setiap pendamping menghitung tasnya sendiri.',
      en: 'This is not your bag. Each mentor counts her own.',
    }),
  },
  ownBag: {
    status: 403,
    say: () => ({
      id: 'Uang dari tas Anda sendiri harus diterima oleh kasir lain.',
      en: 'Cash from your own bag must be received by another cashier.',
    }),
  },
  notAPhoto: {
    status: 415,
    field: 'photo',
    say: () => ({
      id: 'Berkas ini bukan foto yang bisa dibaca. Kirim foto JPEG, PNG, atau WebP.',
      en: 'This file is not a photo that can be read. Send a JPEG, PNG or WebP photo.',
    }),
  },
  photoTooLarge: {
    status: 413,
    field: 'photo',
    say: () => ({
      id: 'Foto lebih dari 5 MB. Perkecil atau ambil ulang dengan mutu lebih rendah.',
      en: 'The photo is larger than 5 MB. Make it smaller or take it again at a lower quality.',
    }),
  },
});

/** Refusals of meetings and cash bags; those of the sheet itself are in sheet-problems.ts. */
export const mentoringProblems = { ...planning, ...closing, ...carrying };
