/** How often a phone that stays open asks whether there is a newer version. */
const askEveryMs = 60 * 60_000;

/**
 * Keeps the app's service worker. A newer version is fetched quietly and waits; it takes over at a moment the app
 * names, because it would load the page anew.
 */
export class Updates {
  #registration: ServiceWorkerRegistration | null = null;
  readonly #onReady: () => void;

  constructor(onReady: () => void) {
    this.#onReady = onReady;
  }

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const registration = await navigator.serviceWorker.register('/lapangan/sw.js');
    this.#registration = registration;
    if (registration.waiting) this.#onReady();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => {
        // The very first worker has nothing to replace.
        if (coming.state === 'installed' && navigator.serviceWorker.controller) this.#onReady();
      });
    });
    setInterval(() => void this.ask(), askEveryMs);
  }

  /** Looks for a newer version now. */
  async ask(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Lets the waiting version take over and loads an address in it. @returns false when none waits */
  takeOver(address: string): boolean {
    const waiting = this.#registration?.waiting;
    if (!waiting) return false;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.assign(address), {
      once: true,
    });
    waiting.postMessage('take-over');
    return true;
  }
}
