import { Readable } from 'node:stream';
import { processingRecord } from '#domains/registry/rights/processing-record.ts';
import type { ProcessingLine } from '#domains/registry/rights/processing-record.ts';
import { say } from '#kernel/words.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { printPassbook } from '#platform/documents/passbook.ts';
import type { PassbookPart } from '#platform/documents/passbook.ts';
import { downloadSheet, downloadStream } from '../../../../../download.ts';
import { formatInstant } from '../../../../../instant.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { recordWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

const titles = [w.kind, w.purpose, w.basis, w.seenBy, w.recipients, w.kept, w.protection, w.places];

export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.data-requests');
  const { app, city, lang, zone } = event.locals;
  const issuer = app.cities().find((one) => one.id === city)?.name ?? '';
  const now = app.now();
  const asOf = say(w.asOf(formatInstant(now, zone, lang)), lang);
  const name = say(w.title, lang);
  const lines = processingRecord();
  if (event.url.searchParams.get('format') !== 'pdf')
    return downloadSheet('xlsx', {
      name,
      preface: [`${issuer}: ${name}`, asOf],
      columns: [w.data, ...titles].map((title) => ({ title: say(title, lang), width: 32 })),
      rows: lines.map((line) => [say(line.says, lang), ...cellsOf(line, lang)]),
    });
  const bytes = await printPassbook({
    size: 'A4',
    issuer,
    title: name,
    holder: issuer,
    facts: [],
    parts: lines.map((line) => partOf(line, lang)),
    asOf,
    at: now,
    pageOf: (page, pages) => say(w.pageOf(page, pages), lang),
    language: lang,
  });
  return downloadStream(Readable.from([bytes]), { name: `${name}.pdf`, type: 'application/pdf' });
};

function cellsOf(line: ProcessingLine, lang: Lang): string[] {
  const t = (words: Words) => say(words, lang);
  return [
    t(line.kind),
    t(line.purpose),
    t(line.basis),
    line.seenBy.map(t).join(', '),
    t(line.recipients),
    t(line.kept),
    t(line.protection),
    line.places.join(', '),
  ];
}

function partOf(line: ProcessingLine, lang: Lang): PassbookPart {
  const cells = cellsOf(line, lang);
  return {
    title: say(line.says, lang),
    facts: [],
    columns: [
      { title: say(w.field, lang), share: 26 },
      { title: say(w.value, lang), share: 74 },
    ],
    rows: titles.map((title, at) => [say(title, lang), cells[at] ?? '']),
    totalled: false,
    empty: say(w.none, lang),
  };
}
