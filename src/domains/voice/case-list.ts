/** What an officer's list of cases may be narrowed to and sorted by; the first sort is the usual one. */
export const caseFilters = ['state', 'topic', 'department', 'kecamatan'] as const;
export const caseSorts = ['due', 'raised', 'number', 'department', 'group'] as const;
