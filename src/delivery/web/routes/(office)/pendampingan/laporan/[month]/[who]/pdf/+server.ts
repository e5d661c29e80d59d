import { Readable } from 'node:stream';
import { findLetterhead } from '#domains/access/server/index.ts';
import { monthWords, reportWords } from '#domains/mentoring/report-words.ts';
import { printMonthlyReport, readMonthlyReport } from '#domains/mentoring/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { downloadStream } from '../../../../../../../download.ts';
import { askedReport } from '../../../asked-report.ts';
import type { RequestHandler } from './$types';

/** A month's report as it is signed; a draft says so. */
export const GET: RequestHandler = async (event) => {
  const { mentorId, month } = askedReport(event);
  const { app, city, lang, today } = event.locals;
  const { report, head } = await app.read(city, async (db) => ({
    report: await readMonthlyReport(db, { mentorId, month }),
    head: await findLetterhead(db),
  }));
  const bytes = await printMonthlyReport({
    content: report.content,
    obstacles: report.obstacles,
    followUp: report.followUp,
    isSent: report.state === 'sent' || report.state === 'accepted',
    cityName: head?.name ?? '',
    office: head?.letterhead.office ?? '',
    placeAndDate: `${head?.letterhead.place ?? ''}, ${formatDate(today, lang, 'long')}`,
    lang,
    createdAt: report.steps.at(-1)?.at ?? app.now(),
  });
  const who = report.content.mentorName ?? reportWords.wholeCity[lang];
  return downloadStream(Readable.from([bytes]), {
    name: `${reportWords.title[lang]} ${who} ${monthWords(month)[lang]}.pdf`,
    type: 'application/pdf',
    inline: true,
  });
};
