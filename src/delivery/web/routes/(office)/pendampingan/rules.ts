import { meetingFilters, meetingSorts } from '#domains/mentoring/meeting-list.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';

/** What the list of meetings may be asked for. */
export const meetingRules: ListRules = { sorts: meetingSorts, filters: meetingFilters };

/** How an address asks for the meetings of all weeks; without it a list shows one week. */
export const allWeeks = 'semua';
