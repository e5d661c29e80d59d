import { formatDate, weekdayName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const scheduleWords = {
  title: { id: 'Jadwal pertemuan', en: 'Meeting schedule' },
  sub: {
    id: 'Pertemuan mingguan kelompok: hari, jam, tempat, dan pendampingnya.',
    en: 'The group’s weekly meetings: day, time, place and mentor.',
  },
  replaces: {
    id: 'Kelompok ini sudah punya jadwal. Pertemuan yang direncanakan sejak tanggal mulai diganti; yang sudah berlangsung tetap.',
    en: 'This group already has a schedule. Meetings planned from the first date are replaced; those held stay as they are.',
  },
  weekday: { id: 'Hari', en: 'Day' },
  chooseDay: { id: 'Pilih hari', en: 'Choose a day' },
  startTime: { id: 'Jam mulai', en: 'Starts at' },
  place: { id: 'Tempat', en: 'Place' },
  placeHint: {
    id: 'Misalnya: rumah Bu Siti, RT 04.',
    en: 'For instance: Mrs Siti’s house, RT 04.',
  },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  chooseMentor: { id: 'Pilih pendamping', en: 'Choose a mentor' },
  mentorHint: {
    id: 'Pendamping yang wilayah tugasnya mencakup kelompok ini.',
    en: 'Mentors whose area covers this group.',
  },
  noMentor: {
    id: 'Belum ada pendamping untuk wilayah ini. Beri seseorang peran pendamping di halaman Pengguna.',
    en: 'No mentor covers this area yet. Give somebody the role of mentor on the Users page.',
  },
  from: { id: 'Mulai tanggal', en: 'From' },
  until: { id: 'Sampai tanggal', en: 'Until' },
  untilHint: { id: 'Paling lama 53 minggu.', en: 'At most 53 weeks.' },
  save: { id: 'Simpan jadwal', en: 'Save schedule' },
} satisfies Record<string, Words>;

/** Days of the week as a list to choose from; 1 is Monday. */
export const weekdayChoices: readonly { value: string; label: Words }[] = [1, 2, 3, 4, 5, 6, 7].map(
  (day) => ({
    value: String(day),
    label: { id: weekdayName(day, 'id'), en: weekdayName(day, 'en') },
  }),
);

export function kelurahanWords(kelurahan: string): string {
  return `Kelurahan ${kelurahan}`;
}

/** "26 pertemuan dijadwalkan setiap Rabu pukul 14.00 sampai 23 Mei 2027." */
export function plannedWords(plan: {
  planned: number;
  weekday: number;
  startTime: string;
  until: BusinessDate;
}): Words {
  const { planned, weekday, startTime, until } = plan;
  return {
    id: `${planned} pertemuan dijadwalkan setiap ${weekdayName(weekday, 'id')} pukul ${startTime.replace(':', '.')} sampai ${formatDate(until, 'id')}.`,
    en: `${planned} meetings are planned every ${weekdayName(weekday, 'en')} at ${startTime} until ${formatDate(until, 'en')}.`,
  };
}
