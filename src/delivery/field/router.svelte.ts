import { base, pathWithin } from './address.ts';

/** The address as state; going somewhere writes history, and the phone's back button works. */
export class Router {
  path = $state(pathWithin(location.pathname));
  query = $state.raw(new URLSearchParams(location.search));
  /** Asked before each navigation; what it answers is waited for, as when a new version takes over. */
  #before: (address: string) => boolean;

  /** @param before answers true when it leaves the page itself */
  constructor(before: (address: string) => boolean) {
    this.#before = before;
    addEventListener('popstate', () => this.#read());
    addEventListener('click', (event) => this.#followed(event));
  }

  /** Goes to a screen by its path within the app, such as `/kirim`. */
  go(path: string, options: { replace?: boolean } = {}): void {
    const address = base + path;
    if (this.#before(address)) return;
    if (options.replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#read();
    scrollTo(0, 0);
  }

  #read(): void {
    this.path = pathWithin(location.pathname);
    this.query = new URLSearchParams(location.search);
  }

  /** A plain click on a link into the app stays in the app. */
  #followed(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.pathname !== base && !link.pathname.startsWith(`${base}/`)) return;
    event.preventDefault();
    this.go(pathWithin(link.pathname) + link.search);
  }
}
