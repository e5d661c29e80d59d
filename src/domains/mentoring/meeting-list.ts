/** What a list of meetings may be narrowed to and sorted by; the first sort is the usual one, newest first. */
export const meetingFilters = ['state', 'week', 'kecamatan', 'mentor'] as const;
export const meetingSorts = ['-day', 'group', 'received', 'present'] as const;
