import type { Json } from '#platform/command/command.ts';
import { offsetOf } from './deliver.ts';
import { isUnsent } from './order.ts';
import type { OutboxCommand, StoredDocument, StoreTx, SyncPorts } from './ports.ts';
import { PROTOCOL, pullResponseShape } from './protocol.ts';
import type { PullRequest, PullResponse } from './protocol.ts';

export type Refreshing =
  | { readonly kind: 'refreshed'; readonly changed: readonly string[] }
  /** Nothing readable came back; what arrived until then is kept. */
  | { readonly kind: 'later'; readonly status: number | null }
  | { readonly kind: 'paused'; readonly reason: 'unauthorised' | 'update-needed' }
  /** Documents are kept under the PIN's key, so the app must be open. */
  | { readonly kind: 'locked' };

/** More pages than any scope has; a server that always says there is more is not asked for ever. */
const mostPages = 400;

/**
 * Fetches what changed in this device's scope, page by page. Call it after delivering: a document that
 * names work in doubt (sent, and not answered) is left as it is, so that no effect is shown twice.
 *
 * Rejects when the storage is full; the pages kept until then stay.
 */
export async function refreshOnce(ports: SyncPorts): Promise<Refreshing> {
  const { store, sealer, network, clock } = ports;
  if (!sealer.open) return { kind: 'locked' };
  const asOf = await store.write(async (tx) => {
    const tick = (await tx.getMeta()).tick + 1;
    await tx.putMeta({ tick });
    return tick;
  });
  const changed = new Set<string>();
  // Etags of what was offered and not taken, so that the next page brings the next documents.
  const offered = new Map<string, string>();
  for (let page = 0; page < mostPages; page += 1) {
    const request = await store.read((tx) => requestOf(tx, offered));
    const sentAt = clock.now();
    const answer = await network.pull(request).catch(() => null);
    if (answer?.status === 401) return { kind: 'paused', reason: 'unauthorised' };
    if (answer?.status === 409) return { kind: 'paused', reason: 'update-needed' };
    const read = pullResponseShape.safeParse(answer?.status === 200 ? answer.json : undefined);
    if (!read.success) return { kind: 'later', status: answer?.status ?? null };
    const response = read.data;
    const documents = await lockAll(ports, response, asOf);
    await store.write(async (tx) => {
      for (const key of await keepPage(tx, { documents, gone: response.gone, asOf, offered }))
        changed.add(key);
      const offset = offsetOf(response.serverTime, sentAt, clock.now());
      if (offset !== null) await tx.putMeta({ clockOffsetMs: offset });
      if (response.more) return;
      await tx.putMeta({ refreshedAsOf: asOf, refreshedAt: clock.now(), today: response.today });
    });
    if (!response.more) return { kind: 'refreshed', changed: [...changed] };
    if (response.documents.length === 0) break;
  }
  return { kind: 'later', status: 200 };
}

async function requestOf(
  tx: Pick<StoreTx, 'getMeta' | 'listDocumentKeys'>,
  offered: ReadonlyMap<string, string>,
): Promise<PullRequest> {
  const { deviceId } = await tx.getMeta();
  const have = Object.fromEntries(
    (await tx.listDocumentKeys()).map(({ key, etag }) => [key, etag]),
  );
  return { protocol: PROTOCOL, deviceId, have: { ...have, ...Object.fromEntries(offered) } };
}

function lockAll(
  { sealer }: SyncPorts,
  { documents }: PullResponse,
  asOf: number,
): Promise<StoredDocument[]> {
  const encoder = new TextEncoder();
  return Promise.all(
    documents.map(async ({ key, etag, body }) => ({
      ...{ key, etag, asOf },
      locked: await sealer.lock(encoder.encode(JSON.stringify(body))),
    })),
  );
}

interface Page {
  readonly documents: readonly StoredDocument[];
  readonly gone: readonly string[];
  readonly asOf: number;
  readonly offered: Map<string, string>;
}

/** @returns keys of what changed */
async function keepPage(tx: StoreTx, page: Page): Promise<string[]> {
  const commands = await tx.listCommands();
  const inDoubt = subjectsOf(
    commands.filter((one) => one.state === 'sending' || (one.deliveredTick ?? 0) > page.asOf),
  );
  const unsent = subjectsOf(commands.filter(isUnsent));
  const changed: string[] = [];
  for (const document of page.documents) {
    if (inDoubt.has(document.key)) {
      page.offered.set(document.key, document.etag);
      await passBy(tx, document.key, 'in-doubt');
      continue;
    }
    await tx.putDocument(document);
    changed.push(document.key);
  }
  for (const key of page.gone) {
    // What left her scope stays in sight as long as she has work on it here.
    if (inDoubt.has(key) || unsent.has(key)) {
      await passBy(tx, key, 'left');
      continue;
    }
    await tx.deleteDocument(key);
    page.offered.delete(key);
    changed.push(key);
  }
  return changed;
}

/** Stays as it is, without its etag, so that the next refresh brings it whole. */
async function passBy(
  tx: StoreTx,
  key: string,
  passedBy: NonNullable<StoredDocument['passedBy']>,
): Promise<void> {
  const kept = await tx.findDocument(key);
  if (kept && kept.passedBy !== passedBy) await tx.putDocument({ ...kept, etag: '', passedBy });
}

function subjectsOf(commands: readonly OutboxCommand[]): Set<string> {
  return new Set(commands.flatMap((command) => command.subjects));
}

/** A document's body, or undefined when it is not in the snapshot. */
export async function readDocument(
  { store, sealer }: Pick<SyncPorts, 'store' | 'sealer'>,
  key: string,
): Promise<Json | undefined> {
  const document = await store.read((tx) => tx.findDocument(key));
  if (!document) return undefined;
  return JSON.parse(new TextDecoder().decode(await sealer.unlock(document.locked))) as Json;
}
