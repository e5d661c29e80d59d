import { error } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { findClosedMeeting, findMeeting } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => ({
    meeting: await findMeeting(db, { meetingId: id, scope: scopeOf(actor, 'see.meetings') }),
    closed: await findClosedMeeting(db, id),
  }));
  const { meeting, closed } = found;
  if (!meeting) error(404);
  const place = {
    kecamatan: meeting.kecamatanCode,
    kelurahan: meeting.kelurahanCode,
    group: meeting.groupId,
  };
  return {
    meeting,
    closed,
    today,
    mayClose: mayDo(actor, 'mentoring.close-meeting', place) === 'yes',
  };
};
