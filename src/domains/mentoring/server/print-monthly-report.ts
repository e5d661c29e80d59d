import { formatDate } from '#kernel/date.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { landscapeA4 } from '#platform/documents/paper.ts';
import { renderDocument } from '#platform/documents/sheet.ts';
import type { Sheet } from '#platform/documents/sheet.ts';
import { drawTable } from '#platform/documents/table.ts';
import { lateEntryOf, reportDueOn } from '../monthly-report.ts';
import type { ReportContent, ReportVisit } from '../monthly-report.ts';
import { figureLines, monthWords, reportWords as w } from '../report-words.ts';
import { permitWords, referralWords, visitFieldWords } from '../visit-words.ts';

/** A monthly report as it is signed. */
export interface PrintedReport {
  readonly content: ReportContent;
  readonly obstacles: string;
  readonly followUp: string;
  /** False prints that it is a draft. */
  readonly isSent: boolean;
  readonly cityName: string;
  readonly office: string;
  readonly placeAndDate: string;
  readonly lang: Lang;
  readonly createdAt: Date;
}

/** Draws a monthly report on A4 on its side: summary, every visit with what was found and agreed, obstacles, signatures. */
export function printMonthlyReport(report: PrintedReport): Promise<Uint8Array> {
  const { content, lang } = report;
  const t = (words: Words) => words[lang];
  const who = content.mentorName ?? t(w.wholeCity);
  const month = t(monthWords(content.month));
  const info = {
    title: `${t(w.title)} ${who} ${month}`,
    author: report.office,
    createdAt: report.createdAt,
    language: lang,
  };
  return renderDocument(landscapeA4(14), info, (sheet) => {
    sheet.paragraph(`${report.office}, ${report.cityName}`, { size: 10, align: 'center' });
    sheet.paragraph(t(w.title).toUpperCase(), { face: 'serif-bold', size: 14, align: 'center' });
    sheet.paragraph(`${who} · ${month}`, { size: 11, align: 'center' });
    if (!report.isSent)
      sheet.paragraph(t(w.draft), { face: 'serif-bold', size: 10, align: 'center' });
    sheet.space(10);
    heading(sheet, t(w.figures));
    drawTable(sheet, {
      columns: [
        { title: '', share: 1 },
        { title: '', share: 2 },
      ],
      rows: figureLines(content.figures).map(([label, value]) => [t(label), t(value)]),
      style: { lines: 'rows', size: 9.5 },
    });
    drawVisits(sheet, content, lang);
    for (const [title, text] of [
      [w.obstacles, report.obstacles],
      [w.followUp, report.followUp],
    ] as const) {
      heading(sheet, t(title));
      sheet.paragraph(text || t(w.none), { size: 10 });
    }
    drawSignatures(sheet, report);
  });
}

function heading(sheet: Sheet, text: string): void {
  sheet.need(48);
  sheet.space(10);
  sheet.paragraph(text, { face: 'serif-bold', size: 11 });
  sheet.space(3);
}

function drawVisits(sheet: Sheet, content: ReportContent, lang: Lang): void {
  const t = (words: Words) => words[lang];
  const late = content.visits.filter((visit) => lateEntryOf(visit) !== null).length;
  heading(sheet, t(w.visits));
  drawTable(sheet, {
    columns: [
      { title: t(w.day), share: 1.1 },
      { title: `${t(w.business)}, ${t(w.owner).toLowerCase()}`, share: 2 },
      { title: t(w.place), share: 1.4 },
      { title: t(w.fields), share: 1.3 },
      { title: t(w.findings), share: 2.6 },
      { title: `${t(w.advice)}, ${t(w.agreed).toLowerCase()}`, share: 2.8 },
      { title: t(w.month), share: 1.2, align: 'right' },
      { title: t(w.before), share: 1.2, align: 'right' },
      { title: t(w.next), share: 1.1 },
    ],
    rows: content.visits.map((visit) => visitCells(visit, lang)),
    style: { size: 7.5, padding: 2.5 },
  });
  if (late > 0) {
    sheet.space(4);
    sheet.paragraph(t(w.lateNote(late, reportDueOn(content.month))), { size: 8.5 });
  }
}

function visitCells(visit: ReportVisit, lang: Lang): string[] {
  const t = (words: Words) => words[lang];
  const money = (digits: string | null) =>
    digits === null ? '—' : groupDigits(BigInt(digits), lang);
  const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join('; ');
  const late = lateEntryOf(visit);
  return [
    `${formatDate(visit.doneOn, lang)}${late ? ` (${t(w.lateMark)} ${formatDate(visit.recordedOn, lang)})` : ''}`,
    `${visit.businessName}, ${visit.ownerName}${visit.ledBy ? ` (${t(w.ledBy).toLowerCase()} ${visit.ledBy})` : ''}`,
    joined([visit.kelurahanName, visit.latitude === null ? null : t(w.point)]),
    visit.fields.map((field) => t(visitFieldWords[field])).join(', '),
    visit.findings.map((one) => `${one.number} ${one.text}`).join(' ') || '—',
    joined([
      visit.advice,
      visit.agreed,
      visit.permits.map((one) => t(permitWords[one])).join(', '),
      visit.referredTo.map((one) => t(referralWords[one])).join(', '),
    ]) || '—',
    money(visit.turnoverMonthRupiah),
    money(visit.turnoverBeforeRupiah),
    visit.nextOn === null ? '—' : formatDate(visit.nextOn, lang),
  ];
}

function drawSignatures(sheet: Sheet, { placeAndDate, lang }: PrintedReport): void {
  sheet.need(110);
  sheet.space(18);
  const half = sheet.width / 2;
  const style = { size: 10, align: 'center' } as const;
  sheet.textAt(placeAndDate, { x: sheet.left + half, y: sheet.y, width: half }, style);
  const y = sheet.y + 14;
  [w.taker, w.maker].forEach((signer, at) => {
    const x = sheet.left + at * half;
    sheet.textAt(signer[lang], { x, y, width: half }, style);
    sheet.rule({ x: x + 60, y: y + 64 }, { x: x + half - 60, y: y + 64 });
  });
  sheet.y = y + 70;
}
