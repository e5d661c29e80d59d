import type { CommandKind, DraftKind, HomeAction, TodaySource } from './screen.ts';

/** What fills today's list. */
export const todaySources: readonly TodaySource[] = [];

/** What one can begin from there. */
export const homeActions: readonly HomeAction[] = [];

/** What the tray knows of each kind of command. */
export const commandKinds: readonly CommandKind[] = [];

/** What the tray knows of each kind of unfinished form. */
export const draftKinds: readonly DraftKind[] = [];
