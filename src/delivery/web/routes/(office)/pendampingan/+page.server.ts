import { redirect } from '@sveltejs/kit';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { countWeek, listMeetings, listMentors } from '#domains/mentoring/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { mondayOf } from '#kernel/date.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { allWeeks, meetingRules } from './rules.ts';
import type { PageServerLoad } from './$types';

const dateShape = /^\d{4}-\d{2}-\d{2}$/;

export const load: PageServerLoad = async (event) => {
  const signedIn = actorWhoSees(event);
  if (!maySee(signedIn, 'see.meetings') && maySee(signedIn, 'see.visits'))
    redirect(303, '/pendampingan/kunjungan');
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, meetingRules);
  const scope = scopeOf(actor, 'see.meetings');
  const asked = list.filters.week;
  const monday = mondayOf(
    asked && dateShape.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today,
  );
  // Without a word about the week it is this one; "all weeks" is asked for by name.
  const narrowed = {
    ...list,
    filters: { ...list.filters, week: asked === allWeeks ? '' : monday },
  };
  const found = await app.read(city, async (db) => ({
    ...(await listMeetings(db, { scope, list: narrowed, today })),
    counts: await countWeek(db, { scope, monday, today }),
    mentors: await listMentors(db),
    kecamatan: await listRegions(db, 'kecamatan'),
  }));
  return { list, ...found, monday, today, mayClose: maySee(actor, 'mentoring.close-meeting') };
};
