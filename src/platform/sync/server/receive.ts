import type { Json } from '#platform/command/command.ts';
import { syncRefusal } from '../refusals.ts';
import type { SyncRefusalCode } from '../refusals.ts';
import type { FieldRefusal } from '../ports.ts';
import {
  contentShape,
  frameShape,
  OLDEST_PROTOCOL,
  PROTOCOL,
  pushRequestShape,
} from '../protocol.ts';
import type { Content, PushAnswer, PushCommand, PushRequest, PushResponse } from '../protocol.ts';

/** What the server knows of a number of a device: the row of `access.device_command`. */
export interface KnownCommand {
  readonly id: string;
  readonly deviceId: string;
  readonly seq: number;
  /** Digest of its content; null when it was discarded or replaced before it ever arrived. */
  readonly digest: string | null;
  readonly status:
    'applied' | 'needs-review' | 'refused' | 'quarantined' | 'discarded' | 'replaced';
  readonly answer?: Json;
  readonly refusal?: FieldRefusal;
}

/** A command that was opened and read. */
export interface ReceivedCommand {
  readonly content: Content;
  readonly digest: string;
  /** The device that sent it: another than `content.deviceId` when it came out of a file. */
  readonly sentBy: string;
}

/** 'unknown-key' is a fault of the server's keeping and heals; 'damaged' doesn't. */
export type Opened = { readonly text: string } | { readonly problem: 'unknown-key' | 'damaged' };

/** What became of a command in its own transaction. */
export type Effect =
  | { readonly status: 'applied'; readonly answer: Json }
  | { readonly status: 'needs-review'; readonly refusal: FieldRefusal; readonly answer?: Json }
  | { readonly status: 'refused'; readonly refusal: FieldRefusal }
  /** Somebody else was first with this id or number, a moment ago. */
  | { readonly status: 'known'; readonly known: KnownCommand }
  /** Not now: a lock, a fault of ours. Nothing was changed and nothing is answered, so that it comes again. */
  | { readonly status: 'busy' };

/** The city's side: PostgreSQL behind `door`, memory in the simulation. */
export interface ReceivePorts {
  readonly now: () => Date;
  /** The key new commands are to be sealed to. */
  readonly keyId: string;
  readonly oldestProtocol?: number;
  open(sealed: string, keyId: string): Promise<Opened>;
  /** sha-256 in hexadecimal. */
  digest(text: string): string;
  /** Whether the sender's officer may send what was written on this other device: it must be hers. */
  maySendFor(deviceId: string): Promise<boolean>;
  /** Rows of these ids, and rows of these numbers: one statement for the whole push. */
  findKnown(asked: {
    readonly ids: readonly string[];
    readonly numbers: readonly { deviceId: string; seq: number }[];
  }): Promise<readonly KnownCommand[]>;
  /**
   * In one transaction: the row (id and number claimed, so that of two senders one waits and then gets
   * 'known'), effect, audit; and every command of `content.replaces` becomes 'replaced', whether it had
   * arrived or not. An unforeseen fault is 'busy'.
   */
  applyCommand(command: ReceivedCommand): Promise<Effect>;
  /** Leaves a row of the refusal, unless id or number has one by now: then that one. */
  recordRefused(command: ReceivedCommand, refusal: FieldRefusal): Promise<KnownCommand | null>;
  /**
   * Keeps what was sent for a person to look at, once however often it comes. `claimsNumber`: it becomes
   * the row of its number (status 'quarantined'); else the number is another's.
   */
  recordSetAside(aside: {
    readonly command: PushCommand;
    readonly deviceId: string;
    readonly code: SyncRefusalCode;
    readonly digest: string;
    readonly text: string | null;
    readonly claimsNumber: boolean;
  }): Promise<void>;
  /** Highest number of the device, and the gaps below it. */
  progress(deviceId: string): Promise<{ highestSeq: number; missing: readonly number[] }>;
  /** What the device says of itself, for its supervisor. */
  noteReport(report: {
    readonly pending: { readonly count: number; readonly oldestAt: string | null };
    readonly lost: readonly number[];
  }): Promise<void>;
}

export type Received =
  | { readonly status: 200; readonly body: PushResponse }
  /** 400: not what a push looks like; 401: another device's secret; 409: an app too old. */
  | { readonly status: 400 | 401 | 409 };

/**
 * Takes one push of a device. Commands run in the order they were sent, each in a transaction of its own;
 * one that doesn't go through holds back only what shares a subject with it or builds on it.
 *
 * An answer is final for its id: a refused command stays refused when it comes again (its repair has
 * another id), so that a copy late in the network can never do what was since done otherwise.
 */
export async function receivePush(
  ports: ReceivePorts,
  deviceId: string,
  raw: unknown,
): Promise<Received> {
  const frame = frameShape.safeParse(raw);
  if (!frame.success) return { status: 400 };
  const { protocol } = frame.data;
  if (protocol < (ports.oldestProtocol ?? OLDEST_PROTOCOL)) return { status: 409 };
  // An app newer than this server: the server was put back, and the app tries again until it is not.
  if (protocol > PROTOCOL) return { status: 400 };
  if (frame.data.deviceId !== deviceId) return { status: 401 };
  const read = pushRequestShape.safeParse(raw);
  if (!read.success) return { status: 400 };
  const answers = await answerAll(ports, read.data);
  const done = answers.filter(({ status }) => finishing.has(status)).length;
  await ports.noteReport({
    pending: { ...read.data.pending, count: Math.max(0, read.data.pending.count - done) },
    lost: read.data.lost ?? [],
  });
  const others = [];
  for (const other of read.data.others ?? [])
    if (await ports.maySendFor(other))
      others.push({ deviceId: other, ...(await numbersOf(ports, other)) });
  const body = { answers, ...(await numbersOf(ports, deviceId)), others, keyId: ports.keyId };
  return { status: 200, body: { serverTime: ports.now().toISOString(), ...body } };
}

async function numbersOf(ports: ReceivePorts, deviceId: string) {
  const { highestSeq, missing } = await ports.progress(deviceId);
  return { highestSeq, missing: [...missing] };
}

const finishing = new Set<PushAnswer['status']>(['applied', 'already', 'needs-review']);

/** What one push has learnt so far. */
interface Session {
  readonly ports: ReceivePorts;
  readonly deviceId: string;
  readonly byId: Map<string, KnownCommand>;
  readonly byNumber: Map<string, KnownCommand>;
  /** Subject → the command that did not go through. */
  readonly barred: Map<string, string>;
}

async function answerAll(ports: ReceivePorts, request: PushRequest): Promise<PushAnswer[]> {
  const { commands, deviceId } = request;
  const known = await ports.findKnown({
    ids: [...new Set(commands.flatMap(({ id, deps }) => [id, ...deps]))],
    numbers: commands.map(({ from, seq }) => ({ deviceId: from ?? deviceId, seq })),
  });
  const session: Session = {
    ...{ ports, deviceId, barred: new Map() },
    byId: new Map(known.map((row) => [row.id, row])),
    byNumber: new Map(known.map((row) => [numberOf(row), row])),
  };
  const answers: PushAnswer[] = [];
  for (const command of commands) {
    const judged = await judge(session, command);
    if (judged.answer) answers.push(judged.answer);
    if (judged.bars)
      for (const subject of judged.subjects)
        if (!session.barred.has(subject)) session.barred.set(subject, command.id);
  }
  return answers;
}

interface Judged {
  readonly answer: PushAnswer | null;
  readonly bars: boolean;
  readonly subjects: readonly string[];
}

async function judge(session: Session, command: PushCommand): Promise<Judged> {
  const { ports } = session;
  const origin = command.from ?? session.deviceId;
  const bars = (answer: PushAnswer | null): Judged => ({
    ...{ answer, bars: true, subjects: command.subjects },
  });
  if (origin !== session.deviceId && !(await ports.maySendFor(origin)))
    return bars(refused(command.id, syncRefusal('sync.another-officer')));
  const opened = await ports.open(command.sealed, command.keyId);
  if ('problem' in opened && opened.problem === 'unknown-key')
    return bars({ id: command.id, status: 'held', ...syncRefusal('sync.unknown-key') });
  const text = 'text' in opened ? opened.text : null;
  const content = text === null ? null : readContent(text, { command, origin });
  const digest = ports.digest(content && text !== null ? text : command.sealed);

  const known = session.byId.get(command.id);
  if (known) return judgeKnown(session, command, { known, digest });
  const aside = async (code: SyncRefusalCode, claimsNumber: boolean): Promise<Judged> => {
    const kept = { command, deviceId: origin, code, digest, claimsNumber };
    await ports.recordSetAside({ ...kept, text });
    return bars({ id: command.id, status: 'quarantined', ...syncRefusal(code) });
  };
  if (session.byNumber.has(numberOf({ deviceId: origin, seq: command.seq })))
    return aside('sync.number-taken', false);
  if (!content) return aside('sync.unreadable', true);
  return run(session, { content, digest, sentBy: session.deviceId }, command);
}

async function run(
  session: Session,
  received: ReceivedCommand,
  command: PushCommand,
): Promise<Judged> {
  const { ports, byId, barred } = session;
  const { content, digest } = received;
  const { id, subjects } = content;
  const blocker =
    command.deps.find((dep) => !isThere(byId.get(dep)?.status)) ??
    subjects.map((subject) => barred.get(subject)).find((by) => by !== undefined);
  const discarded = command.deps.some((dep) => byId.get(dep)?.status === 'discarded');
  if (blocker !== undefined && !discarded)
    return { answer: { id, status: 'held', heldBy: blocker }, bars: true, subjects };
  const why = discarded
    ? syncRefusal('sync.dependency-discarded')
    : await whyNoRepair(session, content.replaces ?? []);
  const effect: Effect = why
    ? { status: 'refused', refusal: why }
    : await ports.applyCommand(received);
  if (effect.status === 'busy') return { answer: null, bars: true, subjects };
  if (effect.status === 'known')
    return judgeKnown(session, command, { known: effect.known, digest });
  if (effect.status === 'refused') {
    const first = await ports.recordRefused(received, effect.refusal);
    if (first) return judgeKnown(session, command, { known: first, digest });
  } else {
    for (const old of content.replaces ?? [])
      learn(session, { ...old, digest: null, status: 'replaced' });
  }
  learn(session, { ...content, digest, status: effect.status });
  if (effect.status === 'refused')
    return { answer: refused(id, effect.refusal), bars: true, subjects };
  const answer = effect.answer === undefined ? {} : { answer: effect.answer };
  const review = effect.status === 'needs-review' ? effect.refusal : {};
  return { answer: { id, status: effect.status, ...review, ...answer }, bars: false, subjects };
}

/** One command is repaired once, whichever of two phones with the same outbox does it first. */
async function whyNoRepair(
  { ports }: Session,
  replaces: NonNullable<Content['replaces']>,
): Promise<FieldRefusal | null> {
  if (replaces.length === 0) return null;
  const rows = await ports.findKnown({ ids: replaces.map(({ id }) => id), numbers: [] });
  const settled = rows.some(({ status }) => status === 'replaced' || status === 'discarded');
  return settled ? syncRefusal('sync.already-repaired') : null;
}

/** A command that came before, or whose number was given away: what was answered then is answered again. */
async function judgeKnown(
  { ports, deviceId }: Session,
  command: PushCommand,
  { known, digest }: { known: KnownCommand; digest: string },
): Promise<Judged> {
  const { id, subjects } = command;
  const taken = known.id !== id;
  if (taken || (known.digest !== null && known.digest !== digest)) {
    const code = taken ? 'sync.number-taken' : 'sync.other-body';
    const from = command.from ?? deviceId;
    const kept = {
      command,
      deviceId: from,
      code,
      digest,
      text: null,
      claimsNumber: false,
    } as const;
    await ports.recordSetAside(kept);
    return { answer: { id, status: 'quarantined', ...syncRefusal(code) }, bars: true, subjects };
  }
  const answer = known.answer === undefined ? {} : { answer: known.answer };
  switch (known.status) {
    case 'applied':
      return { answer: { id, status: 'already', ...answer }, bars: false, subjects };
    case 'needs-review': {
      const why = known.refusal ?? {};
      return { answer: { id, status: 'needs-review', ...why, ...answer }, bars: false, subjects };
    }
    case 'discarded':
    case 'replaced': {
      const why = syncRefusal(known.status === 'discarded' ? 'sync.discarded' : 'sync.replaced');
      return { answer: refused(id, why), bars: false, subjects };
    }
    case 'refused': {
      const why = known.refusal ?? syncRefusal('sync.refused');
      return { answer: refused(id, why), bars: true, subjects };
    }
    case 'quarantined':
      return {
        answer: { id, status: 'quarantined', ...syncRefusal('sync.unreadable') },
        ...{ bars: true, subjects },
      };
  }
}

function isThere(status: KnownCommand['status'] | undefined): boolean {
  return status === 'applied' || status === 'needs-review' || status === 'replaced';
}

function refused(id: string, refusal: FieldRefusal): PushAnswer {
  return { id, status: 'rejected', ...refusal };
}

function learn({ byId, byNumber }: Session, row: KnownCommand): void {
  byId.set(row.id, row);
  byNumber.set(numberOf(row), row);
}

function numberOf({ deviceId, seq }: { deviceId: string; seq: number }): string {
  return `${deviceId} ${String(seq)}`;
}

/** Null when it is no content, or says something else of itself than its envelope says. */
function readContent(
  text: string,
  { command, origin }: { command: PushCommand; origin: string },
): Content | null {
  try {
    const content = contentShape.parse(JSON.parse(text));
    const same =
      content.id === command.id && content.seq === command.seq && content.deviceId === origin;
    return same ? content : null;
  } catch {
    return null;
  }
}
