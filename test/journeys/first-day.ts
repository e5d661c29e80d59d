/** The Wednesday on which every journey begins. */
export const firstDay = '2026-11-18T01:00:00Z';
