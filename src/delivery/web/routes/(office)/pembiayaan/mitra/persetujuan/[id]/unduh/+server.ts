import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { listPartnerLenders, listWithoutConsent } from '#domains/lending/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../../see.ts';
import { withoutConsentRules } from '../../../rules.ts';
import { everyLender } from '../lenders.ts';
import { lackingWords as words } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'lending.record-sharing-consent');
  const { app, city, lang } = event.locals;
  const ask = { ...readListState(event.url, withoutConsentRules), size: 50_000, offset: 0 };
  const scope = scopeOf(actor, 'lending.record-sharing-consent');
  const { rows } = await app.read(city, async (db) => {
    const lenders = await listPartnerLenders(db, everyLender);
    const lender = lenders.find((one) => one.id === event.params.id);
    if (!lender) error(404);
    return listWithoutConsent(db, ask, { institutionId: lender.id, scope });
  });
  return downloadSheet(downloadFormat(event.url), {
    name: 'belum-setuju',
    columns: [
      { title: words.name[lang], width: 28 },
      { title: words.group[lang], width: 24 },
      { title: words.place[lang], width: 20 },
      { title: words.phone[lang] },
      { title: words.withdrew[lang], kind: 'date' },
    ],
    rows: rows.map((row) => [row.name, row.group, row.kelurahan, row.phone, row.withdrewOn]),
  });
};
