/**
 * Whose phone this is, kept outside the database: when the browser throws the database away to make room, this says
 * that there was one. Nothing in it is secret.
 */
export interface KnownUser {
  readonly userId: string;
  readonly name: string;
  readonly deviceId: string;
  /** The highest number this phone has given a command. */
  readonly lastSeq: number;
}

const key = 'naik.lapangan';

export function readKnownUsers(storage: Storage): KnownUser[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKnownUser) : [];
  } catch {
    return [];
  }
}

/** The one remembered last stands first: whose lock screen is shown. */
export function rememberUser(storage: Storage, user: KnownUser): void {
  const others = readKnownUsers(storage).filter((one) => one.userId !== user.userId);
  storage.setItem(key, JSON.stringify([user, ...others]));
}

/** The numbers go on; noted with each, so that a lost store can be told how far they had come. */
export function noteNumber(storage: Storage, userId: string, lastSeq: number): void {
  const users = readKnownUsers(storage);
  if (!users.some((one) => one.userId === userId && one.lastSeq !== lastSeq)) return;
  const noted = users.map((one) => (one.userId === userId ? { ...one, lastSeq } : one));
  storage.setItem(key, JSON.stringify(noted));
}

export function forgetUser(storage: Storage, userId: string): void {
  const others = readKnownUsers(storage).filter((one) => one.userId !== userId);
  storage.setItem(key, JSON.stringify(others));
}

function isKnownUser(value: unknown): value is KnownUser {
  if (typeof value !== 'object' || value === null) return false;
  const { userId, name, deviceId, lastSeq } = value as Record<string, unknown>;
  return (
    typeof userId === 'string' &&
    typeof name === 'string' &&
    typeof deviceId === 'string' &&
    typeof lastSeq === 'number'
  );
}
