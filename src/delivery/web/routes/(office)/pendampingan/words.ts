import type { WeekCounts } from '#domains/mentoring/server/index.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const mentoringWords = {
  title: { id: 'Pendampingan', en: 'Mentoring' },
  week: (day: string): Words => ({ id: `Pekan mulai ${day}`, en: `Week of ${day}` }),
  weekFilter: { id: 'Pekan', en: 'Week' },
  allWeeks: { id: 'Semua pekan', en: 'All weeks' },
  thisWeek: { id: 'Pekan ini', en: 'This week' },
  before: { id: 'Pekan sebelumnya', en: 'The week before' },
  after: { id: 'Pekan berikutnya', en: 'The week after' },
  search: { id: 'Cari kelompok, pendamping, atau tempat', en: 'Search group, mentor or place' },
  day: { id: 'Tanggal', en: 'Date' },
  group: { id: 'Kelompok', en: 'Group' },
  state: { id: 'Keadaan', en: 'State' },
  allStates: { id: 'Semua keadaan', en: 'All states' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  allMentors: { id: 'Semua pendamping', en: 'All mentors' },
  present: { id: 'Hadir', en: 'Present' },
  members: { id: 'Anggota', en: 'Members' },
  received: { id: 'Diterima', en: 'Received' },
  expected: { id: 'Seharusnya', en: 'Expected' },
  place: { id: 'Tempat', en: 'Place' },
  why: { id: 'Alasan batal', en: 'Why cancelled' },
  states: {
    closed: { id: 'Terlaksana', en: 'Held' },
    planned: { id: 'Akan datang', en: 'To come' },
    missed: { id: 'Belum ditutup', en: 'Not closed' },
    cancelled: { id: 'Batal', en: 'Cancelled' },
  },
  today: { id: 'Pertemuan hari ini', en: 'Today’s meetings' },
  empty: { id: 'Belum ada pertemuan', en: 'No meetings yet' },
  emptyText: {
    id: 'Pertemuan dijadwalkan per kelompok: buka kelompok, lalu tetapkan hari, jam, tempat, dan pendampingnya.',
    en: 'Meetings are planned per group: open a group and set its day, time, place and mentor.',
  },
  openSheet: { id: 'Buka lembar pertemuan', en: 'Open the meeting’s sheet' },
  receipts: { id: 'Kuitansi', en: 'Receipts' },
  openGroup: { id: 'Buka kelompok', en: 'Open the group' },
  facts: { id: 'Keterangan', en: 'Details' },
  notHeld: {
    id: 'Pertemuan ini belum ditutup; belum ada catatan.',
    en: 'This meeting is not closed yet; nothing is recorded.',
  },
  summary: (c: WeekCounts, group: (n: number) => string = String): Words => {
    const due = c.held + c.cancelled + c.missed;
    const missed = c.missed > 0;
    return {
      id: `${group(c.held)} dari ${group(due)} pertemuan yang sudah waktunya terlaksana, ${formatRupiah(c.receivedRupiah, 'id')} diterima${missed ? `; ${group(c.missed)} belum ditutup` : ''}. ${group(c.ahead)} akan datang.`,
      en: `${group(c.held)} of ${group(due)} meetings due so far were held, ${formatRupiah(c.receivedRupiah, 'en')} received${missed ? `; ${group(c.missed)} not closed` : ''}. ${group(c.ahead)} to come.`,
    };
  },
} as const;

/** A planned meeting whose day has passed was not closed; the list says so instead of "to come". */
export function shownState(
  meeting: { state: 'planned' | 'closed' | 'cancelled'; heldOn: string },
  today: string,
) {
  return meeting.state === 'planned' && meeting.heldOn < today ? 'missed' : meeting.state;
}

export const meetingTones = {
  closed: 'good',
  planned: 'info',
  missed: 'bad',
  cancelled: 'plain',
} as const;
