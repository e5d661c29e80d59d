import type { Shell, WorkerScope } from './worker-scope.ts';

/**
 * Keeps the app's own files, so that it opens without signal; data never passes through here. A new version waits
 * until the app says that nobody has a form open.
 */
declare const self: WorkerScope;
/** Written in by the build: the version and every file of it. */
declare const __FIELD_SHELL__: Shell;

const shell = __FIELD_SHELL__;
const base = '/lapangan/';
const prefix = 'naik-lapangan-';
const current = prefix + shell.version;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (!url.pathname.startsWith(base)) return;
  event.respondWith(event.request.mode === 'navigate' ? page() : file(event.request, url.pathname));
});

/** Files whose name says their content are taken from the version before where it has them. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(current);
  await Promise.all(
    shell.files.map(async (name) => {
      const address = base + name;
      const known = name.startsWith('assets/') ? await caches.match(address) : undefined;
      const answer = known ?? (await fetch(address, { cache: 'no-cache' }));
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      await cache.put(address, answer);
    }),
  );
}

/** The version before stays: a tab still open in it may yet load one of its pages. */
async function takeOver(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const before = kept.filter((name) => name !== current).at(-1);
  for (const name of kept) if (name !== current && name !== before) await caches.delete(name);
  await self.clients.claim();
}

async function page(): Promise<Response> {
  const cache = await caches.open(current);
  return (await cache.match(`${base}index.html`)) ?? fetch(`${base}index.html`);
}

async function file(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(current);
  return (await cache.match(pathname)) ?? (await caches.match(pathname)) ?? fetch(request);
}
