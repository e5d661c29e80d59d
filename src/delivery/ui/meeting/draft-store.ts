/** Where a sheet's draft is kept between two touches. */
export interface DraftStore {
  read(): Promise<string | null>;
  write(text: string): void;
  drop(): void;
  /** Calls back when another tab has written; the answer ends it. */
  follow(changed: () => void): () => void;
}

/** The browser's own small store, for the meeting's page on the web. */
export function webDraftStore(key: string): DraftStore {
  return {
    read: () => Promise.resolve(localStorage.getItem(key)),
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // A full store must not stop the meeting; the sheet stays in this tab.
      }
    },
    drop: () => localStorage.removeItem(key),
    follow(changed) {
      const listen = (event: StorageEvent) => {
        if (event.key === key && event.newValue !== null) changed();
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
    },
  };
}
