/** How this process is called in the database's list of sessions; set on every pool. */
export const applicationName = `naik-${process.pid}`;
