import { bagAction, meetingDrafts, meetingKinds, meetingsToday } from './meeting/subject.ts';
import { registerActions, registerDrafts, registerKinds } from './register/subject.ts';
import type { CommandKind, DraftKind, HomeAction, TodaySource } from './screen.ts';
import { unplannedVisit, visitCommandKinds, visitDraftKind, visitsToday } from './visit/subject.ts';

/** What fills today's list. */
export const todaySources: readonly TodaySource[] = [meetingsToday, visitsToday];

/** What one can begin from there. */
export const homeActions: readonly HomeAction[] = [unplannedVisit, ...registerActions, bagAction];

/** What the tray knows of each kind of command. */
export const commandKinds: readonly CommandKind[] = [
  ...meetingKinds,
  ...visitCommandKinds,
  ...registerKinds,
];

/** What the tray knows of each kind of unfinished form. */
export const draftKinds: readonly DraftKind[] = [meetingDrafts, visitDraftKind, ...registerDrafts];
