/** What the build tells the service worker. */
export interface Shell {
  readonly version: string;
  readonly files: readonly string[];
}

/** The part of a service worker's surroundings that is used; the compiler knows either these or a page's, not both. */
export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: Waiting & { readonly data: unknown }) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
