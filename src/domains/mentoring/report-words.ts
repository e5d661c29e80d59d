import { formatDate, monthName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { ReportFigures } from './monthly-report.ts';

/** Sentences of the monthly report, on paper, in the spreadsheet and on its page. */
export const reportWords = {
  title: { id: 'Laporan bulanan pendampingan', en: 'Monthly mentoring report' },
  wholeCity: { id: 'Seluruh kota', en: 'The whole city' },
  draft: { id: 'DRAF, angka masih berubah', en: 'DRAFT, figures still change' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  figures: { id: 'Ringkasan', en: 'Summary' },
  visits: { id: 'Daftar kunjungan', en: 'Visits' },
  kelurahan: { id: 'Usaha dikunjungi per kelurahan', en: 'Businesses visited by kelurahan' },
  obstacles: { id: 'Hambatan', en: 'Obstacles' },
  followUp: { id: 'Tindak lanjut', en: 'Follow-up' },
  none: { id: 'Tidak ada.', en: 'None.' },
  day: { id: 'Tanggal', en: 'Date' },
  recorded: { id: 'Dicatat', en: 'Recorded' },
  late: { id: 'Terlambat', en: 'Late' },
  business: { id: 'Usaha', en: 'Business' },
  owner: { id: 'Pemilik', en: 'Owner' },
  place: { id: 'Kelurahan', en: 'Kelurahan' },
  latitude: { id: 'Lintang', en: 'Latitude' },
  longitude: { id: 'Bujur', en: 'Longitude' },
  fields: { id: 'Bidang', en: 'Fields' },
  findings: { id: 'Temuan', en: 'Findings' },
  due: { id: 'Batas', en: 'Due' },
  advice: { id: 'Saran', en: 'Advice' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  photos: { id: 'Foto', en: 'Photos' },
  month: { id: 'Omzet bulan ini', en: 'Sales this month' },
  before: { id: 'Omzet bulan lalu', en: 'Sales last month' },
  permits: { id: 'Izin diurus', en: 'Permits worked on' },
  referred: { id: 'Dirujuk modal ke', en: 'Referred for capital to' },
  next: { id: 'Kunjungan berikut', en: 'Next visit' },
  ledBy: { id: 'Dipimpin', en: 'Led by' },
  point: { id: 'titik tercatat', en: 'place recorded' },
  lateMark: { id: 'terlambat dicatat', en: 'recorded late' },
  lateNote: (n: number, dueOn: BusinessDate): Words => ({
    id: `${n} kunjungan terlambat dicatat: lebih dari 2 hari sesudahnya, atau setelah batas bulan ${formatDate(dueOn, 'id')}.`,
    en: `${n} visits were recorded late: more than 2 days after, or after the month’s cut-off of ${formatDate(dueOn, 'en')}.`,
  }),
  maker: { id: 'Dibuat oleh', en: 'Made by' },
  taker: { id: 'Diterima oleh', en: 'Accepted by' },
} as const;

/** `November 2026` */
export function monthWords(month: BusinessDate): Words {
  const say = (lang: Lang) => `${monthName(Number(month.slice(5, 7)), lang)} ${month.slice(0, 4)}`;
  return { id: say('id'), en: say('en') };
}

/** The figures of a report as lines of label and value. */
export function figureLines(figures: ReportFigures): readonly (readonly [Words, Words])[] {
  const hours = (lang: Lang) =>
    (figures.minutes / 60).toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB', {
      maximumFractionDigits: 1,
    });
  const n = (value: number): Words => ({ id: String(value), en: String(value) });
  const { planned, made, missed, findings, findingsAnswered } = figures;
  return [
    [
      { id: 'Kunjungan direncanakan dan terlaksana', en: 'Visits planned and made' },
      {
        id: planned === 0 ? 'tanpa rencana' : `${made} dari ${planned}, ${missed} tidak terlaksana`,
        en: planned === 0 ? 'not planned' : `${made} of ${planned}, ${missed} not made`,
      },
    ],
    [{ id: 'Semua kunjungan', en: 'All visits' }, n(figures.visits)],
    [
      { id: 'Usaha dikunjungi', en: 'Businesses visited' },
      {
        id: `${figures.businesses}, ${figures.newBusinesses} untuk pertama kali`,
        en: `${figures.businesses}, ${figures.newBusinesses} for the first time`,
      },
    ],
    [
      { id: 'Pemilik', en: 'Owners' },
      {
        id: `${figures.women} perempuan, ${figures.men} laki-laki`,
        en: `${figures.women} women, ${figures.men} men`,
      },
    ],
    [
      { id: 'Lama kunjungan', en: 'Time on visits' },
      { id: `${hours('id')} jam`, en: `${hours('en')} hours` },
    ],
    [
      { id: 'Temuan', en: 'Findings' },
      {
        id: `${findings}, ${findingsAnswered} dijawab`,
        en: `${findings}, ${findingsAnswered} answered`,
      },
    ],
    [
      { id: 'Pertemuan kelompok', en: 'Group meetings' },
      {
        id: `${figures.meetingsHeld} terlaksana, ${figures.meetingsCancelled} batal`,
        en: `${figures.meetingsHeld} held, ${figures.meetingsCancelled} cancelled`,
      },
    ],
  ];
}
