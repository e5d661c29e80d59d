import {
  unvisitedFilters,
  unvisitedSorts,
  visitListFilters,
  visitSorts,
} from '#domains/mentoring/visit-list.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';

/** What the list of visits may be asked for. */
export const visitRules: ListRules = { sorts: visitSorts, filters: visitListFilters };

/** What the list of businesses nobody has visited may be asked for. */
export const unvisitedRules: ListRules = { sorts: unvisitedSorts, filters: unvisitedFilters };
