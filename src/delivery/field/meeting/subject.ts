import { formatDate } from '#kernel/date.ts';
import type { CommandKind, DraftKind, HomeAction, TodayItem, TodaySource } from '../screen.ts';
import {
  closeMeetingKind,
  findMeeting,
  foldedGroups,
  groupsOf,
  meetingOf,
} from './find-meeting.ts';
import { bagWords, fieldMeetingWords as w } from './words.ts';

/** The meetings of her groups that are hers, or that nobody has closed. */
export const meetingsToday: TodaySource = ({ documents, pending }) => {
  const unsent = new Set(pending.map(meetingOf));
  return foldedGroups(documents, pending).flatMap((group) =>
    group.meetings.map((meeting): TodayItem => {
      const state =
        meeting.state === 'cancelled'
          ? 'cancelled'
          : meeting.state === 'planned'
            ? 'due'
            : unsent.has(meeting.id)
              ? 'unsent'
              : 'done';
      const notes = {
        due: w.today(meeting.place),
        cancelled: w.cancelled(meeting.cancelledWhy ?? ''),
        unsent: w.unsent,
        done: w.held(meeting.presentCount ?? 0, meeting.memberCount ?? 0),
      };
      return {
        id: `meeting:${meeting.id}`,
        dueOn: meeting.heldOn,
        at: meeting.startTime,
        title: group.name,
        note: notes[state],
        path: `/pertemuan/${meeting.id}${meeting.state === 'closed' ? '/kuitansi' : ''}`,
        state,
      };
    }),
  );
};

export const bagAction: HomeAction = { path: '/tas', label: bagWords.title, icon: 'pin' };

export const meetingKinds: readonly CommandKind[] = [
  {
    kind: closeMeetingKind,
    name: w.meeting,
    says: (body, documents) => {
      const id = meetingOf({ kind: closeMeetingKind, body }) ?? '';
      const found = findMeeting(groupsOf(documents), id);
      if (!found) return w.meeting;
      const { group, meeting } = found;
      return {
        id: w.commandSays(group.name, formatDate(meeting.heldOn, 'id')).id,
        en: w.commandSays(group.name, formatDate(meeting.heldOn, 'en')).en,
      };
    },
    repairPath: (command) => `/pertemuan/${meetingOf(command) ?? ''}?perbaiki=${command.id}`,
  },
  {
    kind: 'mentoring.count-bag',
    name: bagWords.title,
    says: () => bagWords.title,
    repairPath: () => '/tas',
  },
];

export const meetingDrafts: DraftKind = {
  prefix: 'meeting:',
  name: w.meeting,
  says: (key, documents) => {
    const found = findMeeting(groupsOf(documents), key.slice('meeting:'.length));
    return found
      ? { id: `Pertemuan ${found.group.name}`, en: `Meeting of ${found.group.name}` }
      : w.meeting;
  },
  path: (key) => `/pertemuan/${key.slice('meeting:'.length)}`,
};
