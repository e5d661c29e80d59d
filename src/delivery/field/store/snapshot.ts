import type { Sealer, StoredDocument } from '#platform/sync/ports.ts';
import { Documents } from '../documents.ts';
import type { KeptDocument } from '../documents.ts';
import type { FieldDatabase } from './database.ts';
import type { Session } from './session.ts';

/** What today's list is made of: a dozen documents of a thousand. It stands while the others are still being opened. */
const firstKeys = ['bags', 'left-groups', 'me', 'people-news', 'reference', 'visits'];
const firstPrefix = 'group:';
const isFirst = (key: string) => firstKeys.includes(key) || key.startsWith(firstPrefix);

/** So many at a time, and between them the screen has its turn. */
const slice = 150;
const turn = () => new Promise<void>((done) => setTimeout(done));

/** Opens the snapshot in two steps, and afterwards only what changed. */
export class Snapshot {
  documents = new Documents();
  /** Whether all of it is readable, and not only what comes first. */
  whole = false;
  #fetched: Promise<StoredDocument[]> | null = null;

  /** Takes what comes first off the disk while the PIN is typed; it stays encrypted until `openFirst`. */
  fetchFirst(db: FieldDatabase): void {
    this.#fetched ??= readFirst(db).catch(() => []);
  }

  /** What was fetched is no longer what stands on the disk. */
  dropFetched(): void {
    this.#fetched = null;
  }

  async openFirst({ db, ports }: Session): Promise<void> {
    const first = await (this.#fetched ?? readFirst(db));
    this.#fetched = null;
    this.documents = new Documents(await openAll(first, ports.sealer));
  }

  async openRest({ db, ports }: Session): Promise<void> {
    const opened = [...this.documents];
    let after: IDBKeyRange | null = null;
    for (;;) {
      const found: StoredDocument[] = await db.getAll('documents', after, slice);
      opened.push(...(await openAll(found.filter(isNotFirst), ports.sealer)));
      const last = found.at(-1);
      if (!last || found.length < slice) break;
      after = IDBKeyRange.lowerBound(last.key, true);
      await turn();
    }
    this.documents = new Documents(opened);
    this.whole = true;
  }

  /** Reads and opens only what changed, all of it in one transaction: a phone pays for each by the dozen. */
  async openChanged({ ports }: Session): Promise<void> {
    const keys = await ports.store.read((tx) => tx.listDocumentKeys());
    const known = keys.flatMap(({ key, etag }) => {
      const one = this.documents.find(key);
      return one?.etag === etag ? [one] : [];
    });
    if (known.length === keys.length && keys.length === this.documents.size) return;
    const same = new Set(known.map((one) => one.key));
    const changed = keys.filter(({ key }) => !same.has(key));
    const stored = await ports.store.read((tx) =>
      Promise.all(changed.map(({ key }) => tx.findDocument(key))),
    );
    const there = stored.filter((one) => one !== undefined);
    this.documents = new Documents([...known, ...(await openAll(there, ports.sealer))]);
  }
}

const isNotFirst = ({ key }: StoredDocument) => !isFirst(key);

async function readFirst(db: FieldDatabase): Promise<StoredDocument[]> {
  const tx = db.transaction('documents', 'readonly');
  const [groups, ...single] = await Promise.all([
    tx.store.getAll(IDBKeyRange.bound(firstPrefix, `${firstPrefix}\uffff`)),
    ...firstKeys.map((key) => tx.store.get(key)),
  ]);
  return [...groups, ...single.filter((one) => one !== undefined)];
}

function openAll(stored: readonly StoredDocument[], sealer: Sealer): Promise<KeptDocument[]> {
  const decoder = new TextDecoder();
  return Promise.all(
    stored.map(async ({ key, etag, locked }) => {
      const body: unknown = JSON.parse(decoder.decode(await sealer.unlock(locked)));
      return { key, etag, body };
    }),
  );
}
