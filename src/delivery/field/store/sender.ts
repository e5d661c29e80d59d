import type { Json } from '#platform/command/command.ts';
import { isFull } from '../storage-watch.ts';
import type { SyncPorts } from '#platform/sync/ports.ts';
import { waitMs } from '#platform/sync/retry.ts';
import { syncOnce } from '#platform/sync/sync.ts';

/** How often one looks for what changed in the city while the app is in use. */
const refreshEveryMs = 5 * 60_000;
const soonestMs = 1_000;
/** Out of reach, a question of a few bytes is asked this often: phones say they are online when they are not. */
const pingEveryMs = 20_000;
/** The first question comes sooner: most gaps in a signal are short. */
const firstPingMs = 4_000;
/** While another tab is at it: what was entered here a moment too late for its round goes this soon after. */
const elsewhereMs = 5_000;

interface Told {
  onBusy: (busy: boolean) => void;
  /** Whether the last round reached the server. */
  onReached: (reached: boolean) => void;
  /** Whether the phone had no room for what came back. */
  onNoRoom: (noRoom: boolean) => void;
}

/**
 * Sends what waits and fetches what changed, one tab at a time. A tab that finds another at it leaves it alone, as the
 * other one sends this tab's work too, and looks again soon.
 */
export class Sender {
  readonly #ports: SyncPorts;
  readonly #lock: string;
  readonly #told: Told;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again: 'no' | 'yes' | 'at-once' = 'no';
  #stopped = false;
  /** Rounds in a row that reached the server and brought nothing readable. */
  #fetchFailures = 0;

  constructor(ports: SyncPorts, userId: string, told: Told) {
    const { network } = ports;
    // Any answer says that there is signal, long before what changed has been fetched and kept.
    const push = async (request: Json) => {
      const answer = await network.push(request);
      told.onReached(true);
      return answer;
    };
    this.#ports = { ...ports, network: { ...network, push } };
    this.#lock = `naik-lapangan-kirim:${userId}`;
    this.#told = told;
  }

  /** @param force waits for nothing that failed before: on opening, back in signal, at "Kirim sekarang" */
  async kick(force = false): Promise<void> {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = force ? 'at-once' : 'yes';
      return;
    }
    this.#running = true;
    this.#told.onBusy(true);
    clearTimeout(this.#timer);
    let wait = refreshEveryMs;
    try {
      wait = await navigator.locks.request(this.#lock, { ifAvailable: true }, async (lock) =>
        lock ? this.#round(force) : elsewhereMs,
      );
    } catch (error) {
      // The storage is full, or was taken away in the middle; what is there is tried again.
      this.#told.onNoRoom(isFull(error));
      wait = pingEveryMs;
    } finally {
      this.#running = false;
      this.#told.onBusy(false);
    }
    const again = this.#again;
    this.#again = 'no';
    if (again !== 'no') return this.kick(again === 'at-once');
    this.#timer = setTimeout(() => void this.kick(), wait);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #round(force: boolean): Promise<number> {
    const { delivery, refreshing } = await syncOnce(this.#ports, { force });
    const silent = (one: { kind: string; status?: number | null } | null) =>
      one?.kind === 'later' && one.status === null;
    this.#told.onNoRoom(false);
    const reached = !silent(delivery) && !silent(refreshing);
    this.#told.onReached(reached);
    if (!reached) {
      this.#ping(firstPingMs);
      return refreshEveryMs;
    }
    const at = 'nextAt' in delivery ? delivery.nextAt : null;
    const fetchAgainIn = this.#fetchWait(refreshing?.kind === 'later');
    if (at === null) return fetchAgainIn;
    return Math.min(fetchAgainIn, Math.max(soonestMs, at - Date.now()));
  }

  /** A busy server is asked again in seconds, then in minutes: a phone on its first day has nothing else to show. */
  #fetchWait(failed: boolean): number {
    if (!failed) {
      this.#fetchFailures = 0;
      return refreshEveryMs;
    }
    this.#fetchFailures += 1;
    return Math.min(refreshEveryMs, waitMs(this.#fetchFailures - 1, this.#ports.random));
  }

  #ping(afterMs: number): void {
    setTimeout(() => {
      if (this.#stopped || this.#running) return;
      fetch('/api/sync/ping', {
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(pingEveryMs),
      })
        .then((answer) => (answer.ok ? this.kick(true) : this.#ping(pingEveryMs)))
        .catch(() => this.#ping(pingEveryMs));
    }, afterMs);
  }
}
