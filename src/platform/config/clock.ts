/** The present instant. Whatever needs the time is given a clock, so that a test or a demo can set it. */
export type Clock = () => Date;

/** A clock that runs from `startAt` (NAIK_NOW), or the real one when null. */
export function runningClock(startAt: Date | null): Clock {
  if (startAt === null) return () => new Date();
  const ahead = startAt.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}
