import { redirect } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { findMemberSession } from '#domains/access/server/index.ts';
import { readPassbookRows } from '#domains/mentoring/server/index.ts';
import { findCardOwner } from '#domains/registry/server/index.ts';
import { say } from '#kernel/words.ts';
import { printPassbook } from '#platform/documents/passbook.ts';
import { downloadStream } from '../../../../../download.ts';
import { formatInstant } from '../../../../../instant.ts';
import { memberToken } from '../../../../../member-cookie.ts';
import { publicPaths } from '../../../../../public-paths.ts';
import { paperWords as w, partsOf } from '../../../../../passbook-parts.ts';
import type { RequestHandler } from './$types';

/** Her passbook as A5 sheets, for printing; only for the session opened with this very card. */
export const GET: RequestHandler = async (event) => {
  const { app, city, lang, today, zone } = event.locals;
  const token = memberToken(event);
  const now = app.now();
  const found = token
    ? await app.read(city, async (db) => {
        const session = await findMemberSession(db, { token, now });
        const owner = session && (await findCardOwner(db, session.cardId));
        if (!owner || owner.token !== event.params.token) return null;
        return { owner, rows: await readPassbookRows(db, { personId: owner.personId, today }) };
      })
    : null;
  if (!found) redirect(303, `/saya/${event.params.token}`);
  const { owner, rows } = found;
  const at = formatInstant(now, zone, lang);
  const bytes = await printPassbook({
    size: 'A5',
    issuer: app.cities().find((one) => one.id === city)?.name ?? '',
    title: say(w.title, lang),
    holder: owner.name,
    facts: [
      [say(w.group, lang), owner.groupName],
      [say(w.card, lang), owner.number],
    ],
    parts: partsOf(rows, lang),
    asOf: say({ id: `keadaan ${at}`, en: `as of ${at}` }, lang),
    check: {
      says: say(w.verify, lang),
      url: `${app.settings.origin}${publicPaths.card(owner.token)}`,
    },
    at: now,
    pageOf: (page, pages) =>
      say({ id: `lembar ${page} dari ${pages}`, en: `sheet ${page} of ${pages}` }, lang),
    language: lang,
  });
  return downloadStream(Readable.from([bytes]), {
    name: `${say(w.title, lang)} ${owner.number}.pdf`,
    type: 'application/pdf',
  });
};
