import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { findGroupSchedule, listMentorsOfGroup } from '#domains/mentoring/server/index.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import { findGroup } from '#domains/registry/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { mayWords } from '../../../../../may-words.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { kelurahanWords, plannedWords, scheduleWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

const kind = 'mentoring.plan-meetings';

/** Half a year of weekly meetings. */
const daysAhead = 26 * 7;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, kind);
  const { app, city, today } = event.locals;
  const { group, schedule, mentors } = await app.read(city, async (db) => {
    const found = await findGroup(db, event.params.id, scopeOf(actor, kind));
    if (!found) throw groupProblems.groupNotFound();
    return {
      group: found,
      schedule: await findGroupSchedule(db, found.id),
      mentors: await listMentorsOfGroup(db, { groupId: found.id, on: today }),
    };
  });
  const place = { kelurahan: group.kelurahanCode, kecamatan: group.kecamatanCode, group: group.id };
  const leads = (id: string | undefined) => mentors.some((mentor) => mentor.id === id);
  return {
    group,
    mentors,
    hasSchedule: schedule !== undefined,
    weekday: schedule ? String(schedule.weekday) : '',
    startTime: schedule?.startTime ?? '',
    place: schedule?.place ?? kelurahanWords(group.kelurahan),
    // The mentor it has, else whoever fills in the form, if she is one.
    mentorId: [schedule?.mentorId, actor.userId].find(leads) ?? '',
    from: today,
    until: addDays(today, daysAhead),
    blocked:
      mayWords(mayDo(actor, kind, place)) ?? (mentors.length === 0 ? scheduleWords.noMentor : null),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const body = {
      seriesId: text('commandId'),
      groupId: event.params.id,
      weekday: Number(text('weekday')),
      startTime: text('startTime'),
      place: text('place'),
      mentorId: text('mentorId'),
      from: text('from'),
      until: text('until'),
    };
    return runCommand(event, kind, body, {
      values,
      redirectTo: `/kelompok/${event.params.id}`,
      flash: (answer) => plannedWords({ ...body, planned: plannedOf(answer) }),
    });
  },
};

function plannedOf(answer: unknown): number {
  return typeof answer === 'object' && answer !== null && 'planned' in answer
    ? Number(answer.planned)
    : 0;
}
