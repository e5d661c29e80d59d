import { requestFilters, requestSorts } from '#domains/registry/rights/request-list.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';

/** What the list of requests may be asked for. */
export const requestRules: ListRules = { sorts: requestSorts, filters: requestFilters };
