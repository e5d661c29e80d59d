import { error } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { findDataRequest } from '#domains/registry/server/index.ts';
import { isId } from '#kernel/id.ts';
import { say } from '#kernel/words.ts';
import { printPassbook } from '#platform/documents/passbook.ts';
import { downloadStream } from '../../../../../download.ts';
import { formatInstant } from '../../../../../instant.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { filePartsOf } from './file-parts.ts';
import { wholeFileOf } from './whole-file.ts';
import { fileWords as w } from './words.ts';
import type { RequestHandler } from './$types';

/** Her whole file for a granted request to see it, as a PDF or as JSON another system can read. */
export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'registry.answer-data-request');
  const { app, city, lang, today, zone } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => {
    const request = await findDataRequest(db, id);
    if (request?.kind !== 'access' || request.state !== 'granted') return null;
    const file = await wholeFileOf(db, { personId: request.personId, today });
    return file && { request, file };
  });
  if (!found) error(404);
  const { request, file } = found;
  const now = app.now();
  if (event.url.searchParams.get('format') === 'json') {
    const { lenderNames, held, ...rest } = file;
    const body = { request: request.number, madeAt: now, lenders: Object.fromEntries(lenderNames) };
    const tables = Object.fromEntries(held.map(({ table, rows }) => [table, rows]));
    const text = JSON.stringify({ ...body, ...rest, tables }, writable, 2);
    return downloadStream(Readable.from([Buffer.from(text)]), {
      name: `${request.number}.json`,
      type: 'application/json; charset=utf-8',
    });
  }
  const bytes = await printPassbook({
    size: 'A4',
    issuer: app.cities().find((one) => one.id === city)?.name ?? '',
    title: say(w.title, lang),
    holder: file.person.name,
    facts: [
      [say(w.request, lang), request.number],
      [say(w.law, lang), ''],
      [say(w.complain, lang), ''],
    ],
    parts: filePartsOf(file, { lang, zone }),
    asOf: say(w.asOf(formatInstant(now, zone, lang)), lang),
    at: now,
    pageOf: (page, pages) => say(w.pageOf(page, pages), lang),
    language: lang,
  });
  return downloadStream(Readable.from([bytes]), {
    name: `${say(w.title, lang)} ${request.number}.pdf`,
    type: 'application/pdf',
  });
};

/** Rupiah are whole numbers beyond what JSON keeps exactly, so they travel as digits. */
function writable(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
