import { scopeOf } from '#domains/access/who-may.ts';
import { listMeetings } from '#domains/mentoring/server/index.ts';
import { mondayOf } from '#kernel/date.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { allWeeks, meetingRules } from '../rules.ts';
import { mentoringWords as w, shownState } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, lang, today } = event.locals;
  const asked = readListState(event.url, meetingRules);
  const week = asked.filters.week === allWeeks ? '' : (asked.filters.week ?? mondayOf(today));
  const list = { ...asked, filters: { ...asked.filters, week }, size: 20_000, offset: 0 };
  const { rows } = await app.read(city, (db) =>
    listMeetings(db, { scope: scopeOf(actor, 'see.meetings'), list, today }),
  );
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'pertemuan' : 'meetings',
    columns: [
      { title: w.day[lang], kind: 'date' },
      { title: w.group[lang] },
      { title: w.kecamatan[lang] },
      { title: w.mentor[lang] },
      { title: w.state[lang] },
      { title: w.present[lang], kind: 'number' },
      { title: w.members[lang], kind: 'number' },
      { title: w.expected[lang], kind: 'rupiah' },
      { title: w.received[lang], kind: 'rupiah' },
      { title: w.why[lang] },
    ],
    rows: rows.map((row) => [
      row.heldOn,
      row.groupName,
      row.kecamatanName,
      row.mentorName,
      w.states[shownState(row, today)][lang],
      row.presentCount,
      row.memberCount,
      row.expectedRupiah,
      row.receivedRupiah,
      row.cancelledWhy,
    ]),
  });
};
