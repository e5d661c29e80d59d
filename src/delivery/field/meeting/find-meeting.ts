import { foldGroup } from '#domains/mentoring/fold-group.ts';
import type { DocumentMeeting, GroupDocument } from '#domains/mentoring/group-document.ts';
import type { Documents } from '../documents.ts';
import type { PendingCommand } from '../field-context.ts';

export const closeMeetingKind = 'mentoring.close-meeting';

/** The groups this phone carries, by name. */
export function groupsOf(documents: Documents): GroupDocument[] {
  return (documents.withPrefix('group:') as GroupDocument[]).toSorted((a, b) =>
    a.name.localeCompare(b.name, 'id'),
  );
}

/** What waits here and will be applied: a refused command changes nothing. */
export function appliedOf(pending: readonly PendingCommand[]): PendingCommand[] {
  return pending.filter((command) => command.state !== 'refused');
}

/** The groups as they stand with what waits on the phone. */
export function foldedGroups(
  documents: Documents,
  pending: readonly PendingCommand[],
): GroupDocument[] {
  const applied = appliedOf(pending);
  return groupsOf(documents).map((group) => foldGroup(group, applied));
}

/** The meeting that a command closes; null for any other command. */
export function meetingOf(command: { kind: string; body: unknown }): string | null {
  const { kind, body } = command;
  if (kind !== closeMeetingKind || typeof body !== 'object' || body === null) return null;
  return 'meetingId' in body && typeof body.meetingId === 'string' ? body.meetingId : null;
}

export interface FoundMeeting {
  readonly group: GroupDocument;
  readonly meeting: DocumentMeeting;
}

/** A meeting with its group; null when this phone does not carry it. */
export function findMeeting(groups: readonly GroupDocument[], id: string): FoundMeeting | null {
  for (const group of groups) {
    const meeting = group.meetings.find((one) => one.id === id);
    if (meeting) return { group, meeting };
  }
  return null;
}
