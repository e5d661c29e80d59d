import { error } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { breachData, breachKinds } from '#domains/registry/rights/breach.ts';
import { listBreaches, peopleOfBreach } from '#domains/registry/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { isId } from '#kernel/id.ts';
import { say } from '#kernel/words.ts';
import type { Words } from '#kernel/words.ts';
import { printPassbook } from '#platform/documents/passbook.ts';
import { downloadSheet, downloadStream } from '../../../../../../download.ts';
import { formatInstant } from '../../../../../../instant.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { recordWords } from '../../../catatan/words.ts';
import { breachWords as w } from '../../words.ts';
import type { RequestHandler } from './$types';

/** The prepared notice for the people or the authority as PDF, or the list of whom to tell as XLSX. */
export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'registry.note-breach-told');
  const { app, city, lang, zone } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => ({
    breaches: await listBreaches(db, id),
    people: await peopleOfBreach(db, id),
  }));
  const [breach] = found.breaches;
  if (!breach || breach.withdrawn) error(404);
  const t = (words: Words) => say(words, lang);
  const format = event.url.searchParams.get('format');
  if (format === 'xlsx')
    return downloadSheet('xlsx', {
      name: breach.number,
      columns: [w.name, w.phone, w.kelurahan].map((title) => ({ title: t(title) })),
      rows: found.people.map((one) => [one.name, one.phone, one.place]),
    });
  const forAuthority = format === 'authority';
  const rows: [Words, string][] = [
    [w.number, breach.number],
    [w.kind, t(breachKinds[breach.kind])],
    [w.data, t(breachData[breach.kind])],
    [w.happenedOn, formatDate(breach.happenedOn, lang)],
    [w.foundOn, formatInstant(breach.foundAt, zone, lang)],
    [w.what, breach.what],
    [w.remedy, breach.remedy],
    ...(forAuthority ? ([[w.count, t(w.people(breach.people))]] as [Words, string][]) : []),
    [w.contact, t(w.contactText)],
  ];
  const issuer = app.cities().find((one) => one.id === city)?.name ?? '';
  const bytes = await printPassbook({
    size: 'A4',
    issuer,
    title: t(w.letterTitle),
    holder: t(forAuthority ? w.toAuthority : w.toPeople),
    facts: [],
    parts: [
      {
        title: t(w.law),
        facts: [],
        columns: [
          { title: t(w.field), share: 26 },
          { title: t(w.value), share: 74 },
        ],
        rows: rows.map(([title, value]) => [t(title), value]),
        totalled: false,
        empty: '',
      },
    ],
    asOf: t(recordWords.asOf(formatInstant(app.now(), zone, lang))),
    at: app.now(),
    pageOf: (page, pages) => t(recordWords.pageOf(page, pages)),
    language: lang,
  });
  const name = `${breach.number} ${forAuthority ? 'lembaga' : 'orang'}.pdf`;
  return downloadStream(Readable.from([bytes]), { name, type: 'application/pdf' });
};
