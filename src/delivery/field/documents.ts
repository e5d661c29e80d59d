/** One document of the snapshot, as the server last gave it. */
export interface KeptDocument {
  readonly key: string;
  readonly etag: string;
  readonly body: unknown;
}

/** The snapshot in memory, readable while the app is unlocked. Never changed; a new one replaces it. */
export class Documents {
  readonly #all: ReadonlyMap<string, KeptDocument>;

  constructor(all: Iterable<KeptDocument> = []) {
    this.#all = new Map([...all].map((one) => [one.key, one]));
  }

  /**
   * The body under a key such as `me` or `group:<id>`, or undefined while it was never received. It has the type that
   * the domain's pure file declares for that key: both sides of the wire are built from it.
   */
  get(key: string): unknown {
    return this.#all.get(key)?.body;
  }

  /** Bodies of every key that begins so, as `group:`. */
  withPrefix(prefix: string): unknown[] {
    return [...this.#all.values()]
      .filter((one) => one.key.startsWith(prefix))
      .map((one) => one.body);
  }

  find(key: string): KeptDocument | undefined {
    return this.#all.get(key);
  }

  [Symbol.iterator](): Iterator<KeptDocument> {
    return this.#all.values();
  }

  get size(): number {
    return this.#all.size;
  }
}
