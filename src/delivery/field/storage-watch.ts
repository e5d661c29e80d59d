/** How full this origin's share of the phone's storage may become before one is told. */
const warnShare = 0.8;

export interface StorageState {
  /** The browser has promised not to clear it when it needs room. */
  readonly persistent: boolean;
  readonly usedBytes: number;
  readonly quotaBytes: number;
  readonly nearlyFull: boolean;
}

/** Asks for the promise, and how much room is left; null where the browser doesn't say. */
export async function lookAtStorage(storage: StorageManager): Promise<StorageState | null> {
  const persistent = (await storage.persisted()) || (await storage.persist());
  const { usage, quota } = await storage.estimate();
  if (usage === undefined || quota === undefined) return null;
  return {
    persistent,
    usedBytes: usage,
    quotaBytes: quota,
    nearlyFull: usage >= quota * warnShare,
  };
}

/** Whether something failed because there is no room left on the phone. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
