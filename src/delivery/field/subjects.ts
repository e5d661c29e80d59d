import { unplannedVisit, visitCommandKinds, visitDraftKind, visitsToday } from './visit/subject.ts';
import type { CommandKind, DraftKind, HomeAction, TodaySource } from './screen.ts';

/** What fills today's list. */
export const todaySources: readonly TodaySource[] = [visitsToday];

/** What one can begin from there. */
export const homeActions: readonly HomeAction[] = [unplannedVisit];

/** What the tray knows of each kind of command. */
export const commandKinds: readonly CommandKind[] = [...visitCommandKinds];

/** What the tray knows of each kind of unfinished form. */
export const draftKinds: readonly DraftKind[] = [visitDraftKind];
