import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { cancelMeetingInput } from '../meeting-input.ts';
import { assertPlanned, cancelMeetingRow, getMeeting, placeOfMeeting } from './meeting-store.ts';

/** Calls a planned meeting off, with the reason people will read. */
export const cancelMeeting = defineCommand({
  kind: 'mentoring.cancel-meeting',
  version: 1,
  input: cancelMeetingInput,
  place: (tx, body) => placeOfMeeting(tx, body.meetingId),
  async handle(tx, body) {
    const meeting = await getMeeting(tx, body.meetingId);
    assertPlanned(meeting);
    await cancelMeetingRow(tx, body);
    return {
      answer: { meetingId: meeting.id },
      audit: {
        subject: { kind: 'meeting', id: meeting.id },
        says: {
          id: `Membatalkan pertemuan ${meeting.groupName} ${formatDate(meeting.heldOn, 'id')}: ${body.why}`,
          en: `Cancelled the meeting of ${meeting.groupName} on ${formatDate(meeting.heldOn, 'en')}: ${body.why}`,
        },
      },
    };
  },
});
