import { maySee } from '#domains/access/who-may.ts';
import type { z } from 'zod';
import { monthName } from '#kernel/date.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { Actor, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { decideAnswer, decideWriting } from '../monthly-report.ts';
import { acceptReportInput, returnReportInput, writeReportInput } from '../report-input.ts';
import { reportProblems } from '../report-problems.ts';
import { reportContent } from './report-content.ts';
import { answerReport, findStoredReport, noteReportStep, writeReport } from './report-store.ts';
import type { StoredReport } from './report-store.ts';

/** Keeps a month's report as a draft. */
export const writeMonthlyReport = defineCommand({
  kind: 'mentoring.write-report',
  version: 1,
  input: writeReportInput,
  handle: (tx, body, context) => write(tx, body, { context, send: false }),
});

/** Sends a month's report: its figures and rows are frozen as they stand. */
export const sendMonthlyReport = defineCommand({
  kind: 'mentoring.send-report',
  version: 1,
  input: writeReportInput,
  handle: (tx, body, context) => write(tx, body, { context, send: true }),
});

/** Accepts a report somebody else sent. */
export const acceptMonthlyReport = defineCommand({
  kind: 'mentoring.accept-report',
  version: 1,
  input: acceptReportInput,
  handle: (tx, body, context) => answer(tx, { ...body, why: null }, context),
});

/** Gives a report back with what needs to be put right. */
export const returnMonthlyReport = defineCommand({
  kind: 'mentoring.return-report',
  version: 1,
  input: returnReportInput,
  handle: (tx, body, context) => answer(tx, body, context),
});

/** A mentor writes her own report; the city's is the coordinator's. */
export function mayWriteReport(actor: Actor, mentorId: string | null): boolean {
  return mentorId === null ? maySee(actor, 'see.visit-plans-of-others') : actor.userId === mentorId;
}

async function write(
  tx: Tx,
  body: z.output<typeof writeReportInput>,
  { context, send }: { context: CommandContext; send: boolean },
) {
  const { actor, now, today } = context;
  if (!mayWriteReport(actor, body.mentorId)) throw reportProblems.notYourReport();
  const { mentorId, month } = body;
  const before = await findStoredReport(tx, { mentorId, month });
  decideWriting(before, { month, today, send });
  const id = before?.id ?? body.reportId;
  const state = send ? ('sent' as const) : (before?.state ?? ('drafted' as const));
  const content = send ? await reportContent(tx, body) : null;
  await writeReport(tx, { ...body, id, state, content, now });
  if (send || !before)
    await noteReportStep(tx, { reportId: id, kind: state, by: actor, now, note: null });
  const what = reportName(body.month, body.mentorId === null ? null : actor.name);
  return {
    answer: { reportId: id, state },
    audit: {
      subject: { kind: 'monthly-report', id },
      says: send
        ? { id: `Mengirim ${what.id}`, en: `Sent ${what.en}` }
        : { id: `Menulis ${what.id}`, en: `Wrote ${what.en}` },
      ...(content && { data: { ...content.figures } }),
    },
  };
}

async function answer(
  tx: Tx,
  body: { reportId: string; why: string | null },
  { actor, now }: CommandContext,
) {
  const report = await findStoredReport(tx, body);
  if (!report) throw reportProblems.unknownReport();
  decideAnswer(report, actor.userId);
  const state = body.why === null ? 'accepted' : 'returned';
  await answerReport(tx, report.id, state);
  await noteReportStep(tx, { reportId: report.id, kind: state, by: actor, now, note: body.why });
  return {
    answer: { reportId: report.id, state },
    audit: { subject: { kind: 'monthly-report', id: report.id }, says: answered(report, body.why) },
  };
}

function answered(report: StoredReport, why: string | null): Words {
  const what = reportName(report.month, report.mentorName);
  return why === null
    ? { id: `Menerima ${what.id}`, en: `Accepted ${what.en}` }
    : { id: `Mengembalikan ${what.id}: ${why}`, en: `Returned ${what.en}: ${why}` };
}

function reportName(month: string, mentorName: string | null): Words {
  const when = (lang: Lang) => `${monthName(Number(month.slice(5, 7)), lang)} ${month.slice(0, 4)}`;
  return {
    id: `laporan pendampingan ${mentorName ?? 'kota'} ${when('id')}`,
    en: `the mentoring report of ${mentorName ?? 'the city'} for ${when('en')}`,
  };
}
