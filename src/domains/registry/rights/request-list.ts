/** What the list of requests may be narrowed to and sorted by; the first sort is the usual one. */
export const requestFilters = ['keadaan', 'jenis'] as const;
export const requestSorts = ['due', 'received', 'number'] as const;
