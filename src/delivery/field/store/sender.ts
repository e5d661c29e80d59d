import type { SyncPorts } from '#platform/sync/ports.ts';
import { syncOnce } from '#platform/sync/sync.ts';

/** How often one looks for what changed in the city while the app is in use. */
const refreshEveryMs = 5 * 60_000;
const soonestMs = 1_000;

/**
 * Sends what waits and fetches what changed, one tab at a time. A tab that finds another at it leaves it alone: the
 * other one sends this tab's work too.
 */
export class Sender {
  readonly #ports: SyncPorts;
  readonly #lock: string;
  readonly #onState: (busy: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  #stopped = false;

  constructor(ports: SyncPorts, userId: string, onState: (busy: boolean) => void) {
    this.#ports = ports;
    this.#lock = `naik-lapangan-kirim:${userId}`;
    this.#onState = onState;
  }

  /** @param force waits for nothing that failed before: on opening, back in signal, at "Kirim sekarang" */
  async kick(force = false): Promise<void> {
    if (this.#stopped || (!navigator.onLine && !force)) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#onState(true);
    clearTimeout(this.#timer);
    let wait = refreshEveryMs;
    try {
      wait = await navigator.locks.request(this.#lock, { ifAvailable: true }, async (lock) =>
        lock ? this.#round(force) : refreshEveryMs,
      );
    } finally {
      this.#running = false;
      this.#onState(false);
    }
    if (this.#again) {
      this.#again = false;
      return this.kick();
    }
    this.#timer = setTimeout(() => void this.kick(), wait);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #round(force: boolean): Promise<number> {
    const { delivery } = await syncOnce(this.#ports, { force });
    const at = 'nextAt' in delivery ? delivery.nextAt : null;
    if (at === null) return refreshEveryMs;
    return Math.min(refreshEveryMs, Math.max(soonestMs, at - Date.now()));
  }
}
