import { addDays, diffDays, formatDate, nextWeekday, weekdayName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { planMeetingsInput } from '../meeting-input.ts';
import { mentoringProblems } from '../problems.ts';
import { groupForMeetings, isMentor, planMeetings, startSeries } from './meeting-store.ts';

const longestDays = 53 * 7;

/** Says when and where a group meets, and plans its meetings until a day; replaces the schedule it had. */
export const planGroupMeetings = defineCommand({
  kind: 'mentoring.plan-meetings',
  version: 1,
  input: planMeetingsInput,
  place: async (tx, body) => (await groupForMeetings(tx, body.groupId)).place,
  async handle(tx, body, context) {
    const span = diffDays(body.from, body.until);
    if (span < 0 || span > longestDays) throw mentoringProblems.rangeTooLong();
    // The system loads a city's past half year; people only plan ahead.
    const isSystem = context.actor.roles.some((held) => held.role === 'sistem');
    if (body.from < context.today && !isSystem) throw mentoringProblems.rangeInPast();
    const group = await groupForMeetings(tx, body.groupId);
    if (group.state !== 'active' && group.state !== 'recognised')
      throw mentoringProblems.groupNotActive();
    if (!(await isMentor(tx, { userId: body.mentorId, on: context.today })))
      throw mentoringProblems.unknownMentor();
    const series = { id: body.seriesId, ...body };
    await startSeries(tx, series);
    const { planned } = await planMeetings(tx, series, weeklyDays(body));
    return {
      answer: { seriesId: series.id, planned },
      audit: {
        subject: { kind: 'group', id: body.groupId },
        says: {
          id: `Menjadwalkan pertemuan ${group.name} setiap ${weekdayName(body.weekday, 'id')} pukul ${body.startTime} di ${body.place}, ${planned} kali sampai ${formatDate(body.until, 'id')}`,
          en: `Planned meetings of ${group.name} every ${weekdayName(body.weekday, 'en')} at ${body.startTime}, ${body.place}, ${planned} times until ${formatDate(body.until, 'en')}`,
        },
        data: { ...body, planned },
      },
    };
  },
});

/** The days of a weekly schedule between two dates, both included. */
function weeklyDays(range: {
  from: BusinessDate;
  until: BusinessDate;
  weekday: number;
}): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = nextWeekday(range.from, range.weekday); day <= range.until; day = addDays(day, 7))
    days.push(day);
  return days;
}
