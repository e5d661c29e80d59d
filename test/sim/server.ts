import { DISCARD_KIND, discardInputShape, frameShape } from '#platform/sync/protocol.ts';
import type { Content, PullResponse } from '#platform/sync/protocol.ts';
import { syncRefusal } from '#platform/sync/refusals.ts';
import { receivePush } from '#platform/sync/server/receive.ts';
import type {
  AppliedTogether,
  Effect,
  KnownCommand,
  ReceivedCommand,
  ReceivePorts,
} from '#platform/sync/server/receive-ports.ts';
import type { Json } from '#platform/command/command.ts';
import type { Chance } from './chance.ts';
import { documentsOf } from './city.ts';
import type { City } from './city.ts';
import { refusalOf, runCommand } from './city-commands.ts';
import type { Faults } from './faults.ts';
import { KEY_ID, openPlain } from './plain-sealer.ts';
import type { Witness } from './witness.ts';

/** Everything a backup holds. */
export interface ServerState {
  readonly city: City;
  readonly byId: Map<string, KnownCommand>;
  readonly byNumber: Map<string, KnownCommand>;
  readonly aside: Set<string>;
  readonly devices: Map<string, { readonly user: string; revoked: boolean }>;
  /** How many bytes of each have arrived. */
  readonly photos: Map<string, number>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Server {
  readonly state: () => ServerState;
  readonly push: (text: string) => Promise<Reply>;
  readonly pull: (text: string) => Promise<Reply>;
  readonly photoHas: (sha256: string) => Promise<Reply>;
  readonly putPhoto: (piece: PhotoPiece) => Promise<Reply>;
  /** A copy of everything, and the way back to it. */
  readonly backup: () => () => void;
}

export interface PhotoPiece {
  readonly sha256: string;
  readonly at: number;
  readonly totalBytes: number;
  readonly length: number;
}

interface Given {
  readonly state: ServerState;
  readonly chance: Chance;
  readonly witness: Witness;
  readonly faults: Faults;
  readonly now: () => number;
  /** How often the server itself stumbles. */
  readonly trouble: () => number;
  /** Characters of a push that whatever stands before the server lets through. */
  readonly mostCharacters: number;
}

const mostPhotoBytes = 5 * 1024 * 1024;

/** A picture that the server cannot store, today or ever. */
export function neverArrives(sha256: string): boolean {
  return sha256.startsWith('0');
}

const documentsAPage = 3;

export function createServer(given: Given): Server {
  let state = given.state;
  const etagOf = etagsOfOwn();
  const reply = (status: number, body: unknown): Reply => ({ status, text: JSON.stringify(body) });
  const read = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  const senderOf = (raw: unknown): { refused: number } | { deviceId: string; user: string } => {
    const frame = frameShape.safeParse(raw);
    if (!frame.success) return { refused: 400 };
    const device = state.devices.get(frame.data.deviceId);
    if (!device || device.revoked) return { refused: 401 };
    return { deviceId: frame.data.deviceId, user: device.user };
  };
  return {
    state: () => state,
    async push(text) {
      if (text.length > given.mostCharacters)
        return { status: 413, text: '<h1>Request Entity Too Large</h1>' };
      const raw = read(text);
      const sender = senderOf(raw);
      if ('refused' in sender) return reply(sender.refused, {});
      try {
        const ports = portsOf(given, { state, user: sender.user });
        const received = await receivePush(ports, sender.deviceId, raw);
        return reply(received.status, 'body' in received ? received.body : {});
      } catch {
        return { status: 500, text: '{"error":' };
      }
    },
    pull(text) {
      const raw = read(text);
      const sender = senderOf(raw);
      if ('refused' in sender) return Promise.resolve(reply(sender.refused, {}));
      const { have } = raw as { have: Record<string, string> };
      return Promise.resolve(
        reply(
          200,
          pageOf(documentsOf(state.city, sender.user), have, { now: given.now(), etagOf }),
        ),
      );
    },
    photoHas: (sha256) => Promise.resolve(reply(200, { bytes: state.photos.get(sha256) ?? 0 })),
    putPhoto({ sha256, at, totalBytes, length }) {
      const has = state.photos.get(sha256) ?? 0;
      if (totalBytes > mostPhotoBytes) return Promise.resolve(reply(413, { bytes: has }));
      if (neverArrives(sha256)) return Promise.resolve(reply(503, {}));
      // A piece that does not follow what is there is a copy late in the network.
      if (at !== has) return Promise.resolve(reply(409, { bytes: has }));
      state.photos.set(sha256, at + length);
      const bytes = at + length;
      return Promise.resolve(reply(bytes === totalBytes ? 201 : 202, { bytes }));
    },
    backup() {
      const copy = structuredClone(state);
      const ranBack = given.witness.putBack();
      return () => {
        // Pictures lie in files beside the books; and phones enrolled since then would only sign in once more.
        const { devices, photos } = state;
        state = { ...structuredClone(copy), devices, photos };
        ranBack();
      };
    },
  };
}

/** The same text, the same etag. */
function etagsOfOwn(): (text: string) => string {
  const given = new Map<string, string>();
  return (text) => {
    const etag = given.get(text) ?? String(given.size);
    given.set(text, etag);
    return etag;
  };
}

function pageOf(
  documents: ReturnType<typeof documentsOf>,
  have: Record<string, string>,
  { now, etagOf }: { now: number; etagOf: (text: string) => string },
): PullResponse {
  const changed = [...documents]
    .map(([key, body]) => ({ key, body, etag: etagOf(JSON.stringify(body)) }))
    .filter(({ key, etag }) => have[key] !== etag);
  return {
    serverTime: new Date(now).toISOString(),
    today: new Date(now).toISOString().slice(0, 10),
    documents: changed.slice(0, documentsAPage),
    gone: Object.keys(have).filter((key) => !documents.has(key)),
    more: changed.length > documentsAPage,
  };
}

function numberOf({ deviceId, seq }: { deviceId: string; seq: number }): string {
  return `${deviceId} ${String(seq)}`;
}

const crypto = {
  open: (sealed: string, keyId: string) => Promise.resolve(openPlain(sealed, keyId)),
  digest: (text: string) => text,
};

/** The server's ports over memory. Between two of them others may come in; within one nobody does. */
function portsOf(
  { chance, witness, faults, now, trouble }: Given,
  { state, user }: { state: ServerState; user: string },
): ReceivePorts {
  const { city, byId, byNumber, aside, devices } = state;
  const put = (row: KnownCommand): void => {
    byId.set(row.id, row);
    byNumber.set(numberOf(row), row);
  };
  const firstWith = ({ id, deviceId, seq }: Content): KnownCommand | undefined =>
    byId.get(id) ?? byNumber.get(numberOf({ deviceId, seq }));
  const ports: ReceivePorts = {
    now: () => new Date(now()),
    keyId: KEY_ID,
    ...crypto,
    maySendFor: (deviceId) => Promise.resolve(devices.get(deviceId)?.user === user),
    findKnown: ({ ids, numbers }) =>
      Promise.resolve([
        ...ids.flatMap((id) => byId.get(id) ?? []),
        ...numbers.flatMap((number) => byNumber.get(numberOf(number)) ?? []),
      ]),
    async applyCommand({ content, digest }) {
      if (await Promise.resolve(chance.happens(trouble()))) return { status: 'busy' };
      const first = firstWith(content);
      if (first && !faults.forgetsReceipts) return { status: 'known', known: first };
      const effect =
        content.kind === DISCARD_KIND
          ? discard(state, content)
          : take({ city, user, content, now: now() });
      if (effect.status === 'refused') return effect;
      spoil(city, content, faults);
      const { id, deviceId, seq } = content;
      put({ id, deviceId, seq, digest, ...effect });
      for (const old of content.replaces ?? []) {
        const row = byId.get(old.id);
        if (
          row
            ? row.status === 'refused' || row.status === 'quarantined'
            : !byNumber.has(numberOf(old))
        )
          put({ ...old, digest: row?.digest ?? null, status: 'replaced' });
      }
      if (content.kind !== DISCARD_KIND) {
        witness.ran(content);
        remember(city, content);
      }
      // The commit stands; the answer does not get out of the house.
      if (chance.happens(trouble())) throw new Error('the server died after the commit');
      return effect;
    },
    applyTogether: (commands) => inOneGo(ports, chance, commands),
    async recordRefused({ content, digest }, refusal) {
      const first = await Promise.resolve(firstWith(content));
      if (first) return first;
      const { id, deviceId, seq } = content;
      put({ id, deviceId, seq, digest, status: 'refused', refusal });
      return null;
    },
    recordSetAside({ command, deviceId, digest, code, claimsNumber }) {
      aside.add(command.id);
      if (claimsNumber) {
        const refusal = syncRefusal(code);
        put({ id: command.id, deviceId, seq: command.seq, digest, status: 'quarantined', refusal });
      }
      return Promise.resolve();
    },
    progress: (deviceId) => Promise.resolve(progressOf(state, deviceId)),
    noteReport: () => Promise.resolve(),
  };
  return faults.forgetsReceipts ? { ...ports, findKnown: () => Promise.resolve([]) } : ports;
}

/** As many of the first as chance lets through together; what was done is done, whatever becomes of the answer. */
async function inOneGo(
  ports: ReceivePorts,
  chance: Chance,
  commands: readonly ReceivedCommand[],
): Promise<AppliedTogether> {
  const answers: Json[] = [];
  for (const command of commands.slice(0, chance.below(commands.length + 1))) {
    const effect = await ports.applyCommand(command);
    if (effect.status !== 'applied') return { answers, alone: 1 };
    answers.push(effect.answer);
  }
  return { answers, alone: 1 + chance.below(3) };
}

/** The ways in which a broken server would book money. */
function spoil({ money }: City, { kind }: Content, faults: Faults): void {
  if (faults.dropsALine && kind === 'meeting.close') money.pop();
  if (faults.overlooksClosedDays)
    money.push(...money.splice(0).map((entry) => ({ ...entry, late: false })));
}

function remember({ takenBy }: City, { id, subjects }: Content): void {
  for (const subject of subjects) takenBy.set(subject, [...(takenBy.get(subject) ?? []), id]);
}

function progressOf({ byNumber }: ServerState, deviceId: string) {
  const numbers = new Set<number>();
  for (const row of byNumber.values()) if (row.deviceId === deviceId) numbers.add(row.seq);
  const highestSeq = Math.max(0, ...numbers);
  const all = Array.from({ length: highestSeq }, (_, i) => i + 1);
  return { highestSeq, missing: all.filter((seq) => !numbers.has(seq)) };
}

type Run = Extract<Effect, { status: 'applied' | 'needs-review' | 'refused' }>;

function take(running: { city: City; user: string; content: Content; now: number }): Run {
  const today = new Date(running.now).toISOString().slice(0, 10);
  try {
    const taken = runCommand({ ...running, today });
    return 'review' in taken
      ? { status: 'needs-review', refusal: taken.review }
      : { status: 'applied', answer: taken.answer };
  } catch (error) {
    return { status: 'refused', refusal: refusalOf(error) };
  }
}

/** As `access.discard-field-command` does it. */
function discard({ byId, byNumber, aside }: ServerState, content: Content): Run {
  const { commandId: id, deviceId, seq } = discardInputShape.parse(content.body);
  const row = byId.get(id);
  const open = row
    ? row.status === 'refused' || row.status === 'quarantined' || row.status === 'discarded'
    : true;
  if (open) {
    const gone: KnownCommand = {
      id,
      deviceId,
      seq,
      digest: row?.digest ?? null,
      status: 'discarded',
    };
    byId.set(id, gone);
    // Its number may be another command's: then it was set aside, and only that is ended.
    if (byNumber.get(numberOf(gone))?.id === id || !byNumber.has(numberOf(gone)))
      byNumber.set(numberOf(gone), gone);
    aside.delete(id);
  }
  return { status: 'applied', answer: { discarded: open } };
}
