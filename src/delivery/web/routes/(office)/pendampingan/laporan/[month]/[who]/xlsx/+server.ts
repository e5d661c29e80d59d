import { lateEntryOf, lateEntryWords } from '#domains/mentoring/monthly-report.ts';
import { figureLines, monthWords, reportWords as w } from '#domains/mentoring/report-words.ts';
import { readMonthlyReport } from '#domains/mentoring/server/index.ts';
import { permitWords, referralWords, visitFieldWords } from '#domains/mentoring/visit-words.ts';
import { downloadSheet } from '../../../../../../../download.ts';
import { askedReport } from '../../../asked-report.ts';
import type { RequestHandler } from './$types';

/** The month's visits row by row, its summary above them, as the ministry's application wants them entered. */
export const GET: RequestHandler = async (event) => {
  const { mentorId, month } = askedReport(event);
  const { app, city, lang } = event.locals;
  const report = await app.read(city, (db) => readMonthlyReport(db, { mentorId, month }));
  const { content } = report;
  const who = content.mentorName ?? w.wholeCity[lang];
  const name = `${w.title[lang]} ${who} ${monthWords(month)[lang]}`;
  const money = (digits: string | null) => (digits === null ? null : BigInt(digits));
  return downloadSheet(
    'xlsx',
    {
      name: w.visits[lang],
      preface: [
        name,
        ...(report.state === 'sent' || report.state === 'accepted' ? [] : [w.draft[lang]]),
        ...figureLines(content.figures).map(([label, value]) => `${label[lang]}: ${value[lang]}`),
        `${w.obstacles[lang]}: ${report.obstacles || w.none[lang]}`,
        `${w.followUp[lang]}: ${report.followUp || w.none[lang]}`,
      ],
      columns: [
        { title: w.day[lang], kind: 'date' },
        { title: w.recorded[lang], kind: 'date' },
        { title: w.late[lang] },
        { title: w.mentor[lang] },
        { title: w.business[lang] },
        { title: w.owner[lang] },
        { title: w.place[lang] },
        { title: w.latitude[lang] },
        { title: w.longitude[lang] },
        { title: w.fields[lang] },
        { title: w.findings[lang] },
        { title: w.advice[lang] },
        { title: w.agreed[lang] },
        { title: w.photos[lang], kind: 'number' },
        { title: w.month[lang], kind: 'rupiah' },
        { title: w.before[lang], kind: 'rupiah' },
        { title: w.permits[lang] },
        { title: w.referred[lang] },
        { title: w.next[lang], kind: 'date' },
        { title: w.ledBy[lang] },
      ],
      rows: content.visits.map((visit) => {
        const late = lateEntryOf(visit);
        return [
          visit.doneOn,
          visit.recordedOn,
          late && lateEntryWords[late][lang],
          visit.mentorName,
          visit.businessName,
          visit.ownerName,
          visit.kelurahanName,
          visit.latitude,
          visit.longitude,
          visit.fields.map((field) => visitFieldWords[field][lang]).join(', '),
          visit.findings.map((one) => `${one.number} ${one.text}`).join('; '),
          visit.advice,
          visit.agreed,
          visit.photos,
          money(visit.turnoverMonthRupiah),
          money(visit.turnoverBeforeRupiah),
          visit.permits.map((one) => permitWords[one][lang]).join(', '),
          visit.referredTo.map((one) => referralWords[one][lang]).join(', '),
          visit.nextOn,
          visit.ledBy,
        ];
      }),
    },
    { fileName: name },
  );
};
