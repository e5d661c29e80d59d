import { caseFilters, caseSorts } from '#domains/voice/case-list.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';

/** What the list of cases may be asked for. */
export const caseRules: ListRules = { sorts: caseSorts, filters: caseFilters };
