/** What a list of visits may be narrowed to and sorted by; the first sort is the usual one, newest first. */
export const visitListFilters = ['month', 'kecamatan', 'mentor', 'field', 'kind'] as const;
export const visitSorts = ['-day', 'business', 'mentor', 'turnover'] as const;

/** What a list of businesses nobody has visited may be narrowed to and sorted by. */
export const unvisitedFilters = ['kecamatan'] as const;
export const unvisitedSorts = ['kelurahan', 'business', 'owner'] as const;

/** Sorts of visits one looks for. */
export const visitKinds = ['late', 'flagged', 'led', 'open'] as const;
