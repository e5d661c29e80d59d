import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { findMeeting, receiptsOfMeeting } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { publicPaths } from '../../../../../public-paths.ts';
import { qrPath } from '#platform/documents/qr-code.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';

/** Side of a QR drawing; it is scaled by the page. */
const side = 200;

/** The receipts of a closed meeting, ready for a 58 mm printer or a message. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => ({
    meeting: await findMeeting(db, { meetingId: id, scope: scopeOf(actor, 'see.meetings') }),
    receipts: await receiptsOfMeeting(db, id),
  }));
  if (!found.meeting) error(404);
  return {
    meeting: found.meeting,
    side,
    receipts: found.receipts.map(({ token, ...receipt }) => {
      const url = `${app.settings.origin}${publicPaths.receipt(token)}`;
      return { ...receipt, url, qr: qrPath(url, side) };
    }),
  };
};
