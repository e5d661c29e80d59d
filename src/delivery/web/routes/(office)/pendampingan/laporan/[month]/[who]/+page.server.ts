import { error } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import { reportDueOn } from '#domains/mentoring/monthly-report.ts';
import { mayWriteReport, readMonthlyReport } from '#domains/mentoring/server/index.ts';
import { addDays, addMonths } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { askedReport } from '../../asked-report.ts';
import { reportPageWords as w } from '../../words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor, mentorId, month } = askedReport(event);
  const { app, city, today, zone } = event.locals;
  const report = await app.read(city, (db) => readMonthlyReport(db, { mentorId, month }));
  if (mentorId !== null && report.content.mentorName === null) error(404);
  const open = report.state === null || report.state === 'drafted' || report.state === 'returned';
  const sendFrom = addDays(addMonths(month, 1), -7);
  return {
    report,
    month,
    zone,
    dueOn: reportDueOn(month),
    sendFrom: today < sendFrom ? sendFrom : null,
    mayWrite: open && month <= today && mayWriteReport(actor, mentorId),
    mayAnswer: report.state === 'sent' && maySee(actor, 'mentoring.accept-report'),
    isOwn: report.sentBy === actor.userId,
    seesOthers: maySee(actor, 'see.visit-plans-of-others'),
    reportId: report.id ?? newId(),
    commandId: newId(),
    otherCommandId: newId(),
  };
};

async function write(event: RequestEvent, send: boolean) {
  const { mentorId, month } = askedReport(event);
  const { values } = await readForm(event);
  const { reportId, obstacles, followUp } = values;
  return runCommand(
    event,
    send ? 'mentoring.send-report' : 'mentoring.write-report',
    { reportId, mentorId, month, obstacles, followUp },
    { values, redirectTo: event.url.pathname, flash: send ? w.sent : w.kept },
  );
}

export const actions: Actions = {
  simpan: (event) => write(event, false),
  kirim: (event) => write(event, true),
  terima: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'mentoring.accept-report',
      { reportId: values.reportId },
      { values, redirectTo: event.url.pathname, flash: w.accepted },
    );
  },
  kembalikan: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'mentoring.return-report',
      { reportId: values.reportId, why: values.why },
      { values, redirectTo: event.url.pathname, flash: w.returned },
    );
  },
};
